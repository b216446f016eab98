import { findOrigin, findSafeAddress, SAFE_ADDRESS, settingsIn, type Environment } from '../../reading/environment.ts';

export interface BuildSettings {
	/** Where the list of days lies. */
	list: string;
	/** Whoever knows it can have the site built, so it is a secret. */
	hook: string;
	/** How long the list and the hook may take each. The host ends a scheduled function after thirty seconds. */
	waitInMs: number;
}

const WAIT_IN_MS = 10_000;

/** Reads the settings from the environment. Throws if one is missing or wrong, and does not show its value. */
export function readSettings(environment: Environment): BuildSettings {
	const { read, problems } = settingsIn(environment);
	const site = read('URL', SAFE_ADDRESS, findOrigin);
	const hook = read('BUILD_HOOK_URL', SAFE_ADDRESS, (text) => (findSafeAddress(text) ? text : undefined));
	if (problems.length > 0) throw new Error(`${problems.join(' ')} docs/hosting.md says how to set it.`);
	return { list: `${site}/data/days-of-change.json`, hook, waitInMs: WAIT_IN_MS };
}
