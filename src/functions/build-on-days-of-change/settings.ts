export interface BuildSettings {
	/** Where the list of days lies. */
	list: string;
	/** Whoever knows it can have the site built, so it is a secret. */
	hook: string;
	/** How long the list and the hook may take each. The host ends a scheduled function after thirty seconds. */
	waitInMs: number;
}

const WAIT_IN_MS = 10_000;

/** An address that a secret may travel to: https, or this machine. */
function findSafeAddress(text: string): string | undefined {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isSafe =
		url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname));
	return isSafe ? url.href : undefined;
}

/** Reads the settings from the environment. Throws if one is missing or wrong, and does not show its value. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): BuildSettings {
	const read = (name: string): string => {
		const text = environment[name]?.trim() ?? '';
		const address = findSafeAddress(text);
		if (address) return address;
		const what = text === '' ? 'is missing' : 'is not an address that starts with https://';
		throw new Error(`The setting ${name} ${what}. docs/hosting.md says how to set it.`);
	};
	return {
		list: new URL('/data/days-of-change.json', read('URL')).href,
		hook: read('BUILD_HOOK_URL'),
		waitInMs: WAIT_IN_MS,
	};
}
