import {
	findOrigin,
	readGitHub,
	readRepository,
	safeOrigin,
	settingsIn,
	textFor,
	WAIT_IN_MS,
	type Environment,
} from '../../hosts/environment.ts';

/** What it takes to log an editor in. */
export interface LogInSettings {
	clientId: string;
	clientSecret: string;
	/** owner/name of the repository that editors write to. */
	repository: string;
	/** Where editors may log in; the first is the site's main address. */
	origins: readonly [string, ...string[]];
	gitHub: string;
	gitHubApi: string;
	/** How long GitHub may take for each of two answers. */
	waitInMs: number;
}

/** What the environment says of the log-in. */
export interface GivenLogIn {
	/** Undefined as long as there is a problem. */
	settings: LogInSettings | undefined;
	/** One sentence for each setting that is missing or wrong. It never shows the value: a secret may stand in the wrong place. */
	problems: readonly string[];
	/** The site's main address, if at least that is known. */
	origin: string | undefined;
}

/** Reads the settings of the log-in from the environment, and says which are missing or wrong. */
export function readLogInSettings(environment: Environment): GivenLogIn {
	const reader = settingsIn(environment);
	const { given, read, problems } = reader;
	const clientId = read('GITHUB_CLIENT_ID', textFor('a client id'));
	const clientSecret = read('GITHUB_CLIENT_SECRET', textFor('a client secret'));
	const repository = readRepository(reader);
	const origin = read('URL', safeOrigin);
	const deployOrigin = findOrigin(given('DEPLOY_PRIME_URL') ?? '');
	const servers = readGitHub(reader);
	const origins = [origin, ...(deployOrigin && deployOrigin !== origin ? [deployOrigin] : [])] as const;
	return {
		settings:
			problems.length === 0
				? { clientId, clientSecret, repository, origins, ...servers, waitInMs: WAIT_IN_MS }
				: undefined,
		problems,
		origin: origin || undefined,
	};
}
