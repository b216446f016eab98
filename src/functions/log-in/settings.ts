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

type Environment = Readonly<Record<string, string | undefined>>;

/** The address without a slash at its end, if it is one that secrets may travel to: https, or this machine. */
function findSafeAddress(text: string | undefined): string | undefined {
	const url = URL.canParse(text ?? '') ? new URL(text ?? '') : undefined;
	if (!url || url.username || url.search || url.hash) return undefined;
	const isSafe =
		url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname));
	return isSafe ? url.origin + url.pathname.replace(/\/+$/, '') : undefined;
}

function findOrigin(text: string | undefined): string | undefined {
	const address = findSafeAddress(text);
	return address && new URL(address).origin;
}

/** Reads the settings of the log-in from the environment, and says which are missing or wrong. */
export function readSettings(environment: Environment): SettingsToRead {
	const given = (name: string) => {
		const text = environment[name]?.trim();
		// An emptied field at the host is an empty string, and means the same as none.
		return text === '' ? undefined : text;
	};
	const problems: string[] = [];
	const read = (name: string, shape: string, find: (text: string) => string | undefined): string => {
		const text = given(name);
		if (!text) problems.push(`The setting ${name} is missing.`);
		const value = text && find(text);
		if (text && !value) problems.push(`The setting ${name} is not ${shape}.`);
		return value ?? '';
	};

	const clientId = read('GITHUB_CLIENT_ID', 'a client id', (text) => text);
	const clientSecret = read('GITHUB_CLIENT_SECRET', 'a client secret', (text) => text);
	const repository = read('CMS_REPO', 'of the form owner/name', (text) => /^[\w-]+\/[\w.-]+$/.exec(text)?.[0]);
	const origin = read('URL', 'an address that starts with https://', findOrigin);
	const deployOrigin = findOrigin(given('DEPLOY_PRIME_URL'));
	// A server of one's own has both addresses. With one of them missing its tokens would be sent to github.com.
	const isOwnServer = given('GITHUB_URL') !== undefined || given('GITHUB_API_URL') !== undefined;
	const server = (name: string, standard: string) =>
		isOwnServer ? read(name, 'an address that starts with https://', findSafeAddress) : standard;
	const gitHub = server('GITHUB_URL', 'https://github.com');
	const gitHubApi = server('GITHUB_API_URL', 'https://api.github.com');

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
