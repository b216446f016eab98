import { readGitHub, safeOrigin, secretAddress, settingsIn, type Environment } from '../../hosts/environment.ts';

/** What it takes to ask the host for a build. */
export interface BuildSettings {
	/** Where the list of days lies. */
	list: string;
	/** Whoever knows it can have the site built, so it is a secret. */
	hook: string;
	/** Where GitHub tells the newest commit of the published branch, with the token for it; where receipts are kept. */
	branch?: { address: string; token: string };
	/** How long the list, GitHub and the hook may take each. The host ends a scheduled function after thirty seconds. */
	waitInMs: number;
}

const WAIT_IN_MS = 8_000;

/** Reads the settings from the environment. Throws if one is missing or wrong, and does not show its value. */
export function readBuildSettings(environment: Environment): BuildSettings {
	const reader = settingsIn(environment);
	const { given, read, problems } = reader;
	const site = read('URL', safeOrigin);
	const hook = read('BUILD_HOOK_URL', secretAddress);
	const token = given('GITHUB_TOKEN');
	const repository = given('CMS_REPO');
	const branch =
		token && repository
			? {
					address: `${readGitHub(reader).gitHubApi}/repos/${repository}/commits/${given('CMS_BRANCH') ?? 'main'}`,
					token,
				}
			: undefined;
	if (problems.length > 0) throw new Error(`${problems.join(' ')} docs/hosting.md says how to set it.`);
	return { list: `${site}/data/days-of-change.json`, hook, ...(branch ? { branch } : {}), waitInMs: WAIT_IN_MS };
}
