import { parseUrl } from '../schemas/parse-url.ts';

/** Variables as a host sets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How long a host may take for an answer. Netlify ends a function after ten seconds, and some ask twice. */
export const WAIT_IN_MS = 4_000;

/** What a setting has to be, in words, and the value that a text gives; undefined if it is none. */
export interface Shape {
	words: string;
	find: (text: string) => string | undefined;
}

/** Reads settings one by one, and collects what is missing or wrong. */
export interface SettingsReader {
	/** What a variable says; one that was emptied at the host says nothing. */
	given: (name: string) => string | undefined;
	/** The value of a variable, or the standard one if it says nothing; empty, with a problem noted, if there is none. */
	read: (name: string, shape: Shape, standard?: string) => string;
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
	const read: SettingsReader['read'] = (name, { words, find }, standard) => {
		const text = given(name);
		if (text === undefined && standard !== undefined) return standard;
		if (!text) problems.push(`The setting ${name} is missing.`);
		const value = text && find(text);
		if (text && !value) problems.push(`The setting ${name} is not ${words}.`);
		return value ?? '';
	};
	return { given, read, problems };
}

/** The address without a slash at its end, if it is one that secrets may travel to: https, or this machine. */
export function findSafeAddress(text: string): string | undefined {
	const url = parseUrl(text);
	if (!url || url.username || url.password || url.search || url.hash) return undefined;
	const isSafe =
		url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname));
	return isSafe ? url.origin + url.pathname.replace(/\/+$/, '') : undefined;
}

/** The origin of an address that secrets may travel to. */
export function findOrigin(text: string): string | undefined {
	const address = findSafeAddress(text);
	return address && new URL(address).origin;
}

/** Any text. It is called what it is for. */
export const textFor = (words: string): Shape => ({ words, find: (text) => text });

/** A text that matches a pattern. */
export const matching = (words: string, pattern: RegExp): Shape => ({ words, find: (text) => pattern.exec(text)?.[0] });

const SAFE_ADDRESS = 'an address that starts with https://';

/** The origin of an address that secrets may travel to. */
export const safeOrigin: Shape = { words: SAFE_ADDRESS, find: findOrigin };

/** An address that is a secret itself, letter by letter. */
export const secretAddress: Shape = {
	words: SAFE_ADDRESS,
	find: (text) => (findSafeAddress(text) ? text : undefined),
};

const serverAddress: Shape = { words: SAFE_ADDRESS, find: findSafeAddress };
const repository = matching('of the form owner/name', /^[\w-]+\/[\w.-]+$/);

/** A repository, `owner/name`. */
export const readRepository = ({ read }: SettingsReader): string => read('CMS_REPO', repository);

/** The addresses of GitHub and its API. A server of one’s own has both: with one missing, its tokens would go to github.com. */
export function readGitHub({ given, read }: SettingsReader): { gitHub: string; gitHubApi: string } {
	const isOwnServer = given('GITHUB_URL') !== undefined || given('GITHUB_API_URL') !== undefined;
	const server = (name: string, standard: string) => read(name, serverAddress, isOwnServer ? undefined : standard);
	return {
		gitHub: server('GITHUB_URL', 'https://github.com'),
		gitHubApi: server('GITHUB_API_URL', 'https://api.github.com'),
	};
}
