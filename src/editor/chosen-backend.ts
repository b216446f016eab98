import type { Backend } from './config.ts';

type Environment = Record<string, string | undefined>;

const hosts = ['github', 'gitlab', 'gitea'] as const;
type Host = (typeof hosts)[number];

/** What each git host needs besides its name: GitHub logs in by our function, the others by PKCE. */
const settingsOf: Record<Host, (environment: Environment) => Record<string, unknown>> = {
	github: ({ CMS_API_ROOT }) => ({
		auth_endpoint: 'api/log-in',
		...(CMS_API_ROOT ? { api_root: CMS_API_ROOT } : {}),
	}),
	gitlab: (environment) => pkce(environment),
	gitea: (environment) => pkce(environment),
};

function pkce({ CMS_APP_ID, CMS_API_ROOT, CMS_BASE_URL }: Environment) {
	return {
		auth_type: 'pkce',
		app_id: CMS_APP_ID ?? '',
		...(CMS_API_ROOT ? { api_root: CMS_API_ROOT } : {}),
		...(CMS_BASE_URL ? { base_url: CMS_BASE_URL } : {}),
	};
}

/** What a variable says; one that is set to nothing says nothing. */
const given = (value: string | undefined, otherwise: string) =>
	value === undefined || value === '' ? otherwise : value;

/** A repository by its owner, who at GitLab may be a group within groups, and its name. */
const REPOSITORY = { github: /^[\w-]+\/[\w.-]+$/, gitlab: /^[\w.-]+(?:\/[\w.-]+)+$/, gitea: /^[\w.-]+\/[\w.-]+$/ };

/** The repository that `CMS_REPO` names. Throws, with a sentence, if it is an address or a name without its owner. */
function repositoryAt(host: Host, name: string): string {
	if (REPOSITORY[host].test(name)) return name;
	throw new Error(
		`CMS_REPO is “${name}”. Write the owner and the name of the repository, as in its address behind the host: your-network/clusters.`,
	);
}

/**
 * The back end of the editor on a host, as the environment of the build names it (docs/hosting.md). Throws, with a
 * sentence, if `CMS_BACKEND` names none of those there are, or `CMS_REPO` no repository.
 */
export function chosenBackend(siteOrigin: string, environment: Environment = process.env): Backend {
	const name = given(environment['CMS_BACKEND'], 'github');
	const host = hosts.find((known) => known === name);
	if (!host) throw new Error(`CMS_BACKEND is “${name}”. Use one of: ${hosts.join(', ')}.`);
	return {
		name: host,
		repo: repositoryAt(host, given(environment['CMS_REPO'], 'owner/repository')),
		branch: given(environment['CMS_BRANCH'], 'main'),
		squash_merges: host === 'github',
		...(host === 'github' ? { base_url: siteOrigin } : {}),
		...settingsOf[host](environment),
	};
}

/** The origins of own servers that the back end asks. Throws, with a sentence, if one is no address. */
export const ownServers = ({ CMS_API_ROOT, CMS_BASE_URL }: Environment = process.env): string[] =>
	Object.entries({ CMS_API_ROOT, CMS_BASE_URL }).flatMap(([name, address]) => {
		if (address === undefined || address === '') return [];
		const url = URL.parse(address);
		if (!url) throw new Error(`${name} is “${address}”, which is no address. Write it in full, with https://.`);
		return [url.origin];
	});
