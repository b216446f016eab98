/** Variables as a host sets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one, and collects what is missing or wrong. */
export interface SettingsReader {
	/** What a variable says; one that was emptied at the host says nothing. */
	given: (name: string) => string | undefined;
	/** The value that `find` makes of a variable; empty, with a problem noted, if there is none. */
	read: (name: string, shape: string, find: (text: string) => string | undefined) => string;
	/** One sentence for each setting that is missing or wrong. It never shows the value: a secret may stand in the wrong place. */
	problems: string[];
}

/** Reads the settings of something that runs at the host. */
export function settingsIn(environment: Environment): SettingsReader {
	const problems: string[] = [];
	const given = (name: string) => {
		const text = environment[name]?.trim();
		return text === '' ? undefined : text;
	};
	const read: SettingsReader['read'] = (name, shape, find) => {
		const text = given(name);
		if (!text) problems.push(`The setting ${name} is missing.`);
		const value = text && find(text);
		if (text && !value) problems.push(`The setting ${name} is not ${shape}.`);
		return value ?? '';
	};
	return { given, read, problems };
}

/** The address without a slash at its end, if it is one that secrets may travel to: https, or this machine. */
export function findSafeAddress(text: string | undefined): string | undefined {
	const url = URL.canParse(text ?? '') ? new URL(text ?? '') : undefined;
	if (!url || url.username || url.search || url.hash) return undefined;
	const isSafe =
		url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname));
	return isSafe ? url.origin + url.pathname.replace(/\/+$/, '') : undefined;
}

/** The origin of an address that secrets may travel to. */
export function findOrigin(text: string | undefined): string | undefined {
	const address = findSafeAddress(text);
	return address && new URL(address).origin;
}

/** What `read` calls an address that secrets may travel to. */
export const SAFE_ADDRESS = 'an address that starts with https://';

/** A repository, `owner/name`. */
export const readRepository = ({ read }: SettingsReader): string =>
	read('CMS_REPO', 'of the form owner/name', (text) => /^[\w-]+\/[\w.-]+$/.exec(text)?.[0]);

/** The addresses of GitHub and its API. A server of one’s own has both: with one missing, its tokens would go to github.com. */
export function readGitHub({ given, read }: SettingsReader): { gitHub: string; gitHubApi: string } {
	const isOwnServer = given('GITHUB_URL') !== undefined || given('GITHUB_API_URL') !== undefined;
	const server = (name: string, standard: string) =>
		isOwnServer ? read(name, SAFE_ADDRESS, findSafeAddress) : standard;
	return {
		gitHub: server('GITHUB_URL', 'https://github.com'),
		gitHubApi: server('GITHUB_API_URL', 'https://api.github.com'),
	};
}
