import {
	matching,
	readGitHub,
	readRepository,
	safeOrigin,
	settingsIn,
	WAIT_IN_MS,
	type Environment,
} from './environment.ts';

/** Where drafts and notes go. */
export interface GitHubSettings {
	api: string;
	token: string;
	/** owner/name */
	repository: string;
	/** The branch that is published. */
	branch: string;
	/** The address of the site, whose index knows former slugs. */
	site: string;
	waitInMs: number;
}

/** Where the host keeps what forms sent. */
export interface NetlifySettings {
	api: string;
	token: string;
	siteId: string;
	waitInMs: number;
}

/** What it takes to bring submissions from Netlify to GitHub. */
export type HostSettings =
	| { gitHub: GitHubSettings; netlify: NetlifySettings; problems?: undefined }
	| {
			gitHub?: undefined;
			netlify?: undefined;
			/** One sentence for each setting that is missing or wrong, without its value. */
			problems: readonly string[];
	  };

const token = matching('a token', /^[\x21-\x7e]+$/);
const branchName = matching('the name of a branch', /^\w[\w./-]*$/);
const siteId = matching('the id of a site', /^[\w.-]+$/);

/** Reads the settings from the environment. At Netlify `SITE_ID` and `URL` are there by themselves. */
export function readHostSettings(environment: Environment): HostSettings {
	const reader = settingsIn(environment);
	const { given, read, problems } = reader;
	const backend = given('CMS_BACKEND') ?? 'github';
	if (backend !== 'github')
		problems.push('The setting CMS_BACKEND is not github, and drafts can be brought nowhere else.');
	const netlify = {
		api: read('NETLIFY_API_URL', safeOrigin, 'https://api.netlify.com'),
		token: read('NETLIFY_AUTH_TOKEN', token),
		siteId: read(given('SITE_ID') === undefined ? 'NETLIFY_SITE_ID' : 'SITE_ID', siteId),
		waitInMs: WAIT_IN_MS,
	};
	const gitHub = {
		token: read('GITHUB_TOKEN', token),
		repository: readRepository(reader),
		branch: read('CMS_BRANCH', branchName, 'main'),
		site: read('URL', safeOrigin),
		api: readGitHub(reader).gitHubApi,
		waitInMs: WAIT_IN_MS,
	};
	return problems.length === 0 ? { gitHub, netlify } : { problems };
}
