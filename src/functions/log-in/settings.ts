import {
	findOrigin,
	readGitHub,
	readRepository,
	SAFE_ADDRESS,
	settingsIn,
	type Environment,
} from '../../hosts/environment.ts';

export interface LogInSettings {
	clientId: string;
	clientSecret: string;
	/** owner/name of the repository that editors write to. */
	repository: string;
	/** Where editors may log in; the first is the site's main address. */
	origins: readonly [string, ...string[]];
	gitHub: string;
	gitHubApi: string;
	/** How long GitHub may take for each of two answers. The host ends a function after ten seconds. */
	waitInMs: number;
}

export interface SettingsToRead {
	/** Undefined as long as there is a problem. */
	settings: LogInSettings | undefined;
	/** One sentence for each setting that is missing or wrong. It never shows the value: a secret may stand in the wrong place. */
	problems: readonly string[];
	/** The site's main address, if at least that is known. */
	origin: string | undefined;
}

const WAIT_IN_MS = 4_000;

/** Reads the settings of the log-in from the environment, and says which are missing or wrong. */
export function readSettings(environment: Environment): SettingsToRead {
	const reader = settingsIn(environment);
	const { given, read, problems } = reader;
	const clientId = read('GITHUB_CLIENT_ID', 'a client id', (text) => text);
	const clientSecret = read('GITHUB_CLIENT_SECRET', 'a client secret', (text) => text);
	const repository = readRepository(reader);
	const origin = read('URL', SAFE_ADDRESS, findOrigin);
	const deployOrigin = findOrigin(given('DEPLOY_PRIME_URL'));
	const { gitHub, gitHubApi } = readGitHub(reader);

	const origins = [origin, ...(deployOrigin && deployOrigin !== origin ? [deployOrigin] : [])] as const;
	return {
		settings:
			problems.length === 0
				? { clientId, clientSecret, repository, origins, gitHub, gitHubApi, waitInMs: WAIT_IN_MS }
				: undefined,
		problems,
		origin: origin || undefined,
	};
}
