import { findOrigin, readGitHub, readRepository, SAFE_ADDRESS, settingsIn, type Environment } from './environment.ts';

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

const WAIT_IN_MS = 4_000;

const token = (text: string): string | undefined => /^[\x21-\x7e]+$/.exec(text)?.[0];
const branchName = (text: string): string | undefined => /^\w[\w./-]*$/.exec(text)?.[0];

/** Reads the settings from the environment. At Netlify `SITE_ID` and `URL` are there by themselves. */
export function readHostSettings(environment: Environment): HostSettings {
	const reader = settingsIn(environment);
	const { given, read, problems } = reader;
	const backend = given('CMS_BACKEND') ?? 'github';
	if (backend !== 'github')
		problems.push('The setting CMS_BACKEND is not github, and drafts can be brought nowhere else.');
	const netlify = {
		api:
			given('NETLIFY_API_URL') === undefined
				? 'https://api.netlify.com'
				: read('NETLIFY_API_URL', SAFE_ADDRESS, findOrigin),
		token: read('NETLIFY_AUTH_TOKEN', 'a token', token),
		siteId: read(
			given('SITE_ID') === undefined ? 'NETLIFY_SITE_ID' : 'SITE_ID',
			'the id of a site',
			(text) => /^[\w.-]+$/.exec(text)?.[0],
		),
		waitInMs: WAIT_IN_MS,
	};
	const gitHub = {
		token: read('GITHUB_TOKEN', 'a token', token),
		repository: readRepository(reader),
		branch: given('CMS_BRANCH') === undefined ? 'main' : read('CMS_BRANCH', 'the name of a branch', branchName),
		site: read('URL', SAFE_ADDRESS, findOrigin),
		api: readGitHub(reader).gitHubApi,
		waitInMs: WAIT_IN_MS,
	};
	return problems.length === 0 ? { gitHub, netlify } : { problems };
}
