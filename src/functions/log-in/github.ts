import { Refused } from './refused.ts';
import type { LogInSettings } from './settings.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const TRY_LATER = 'Try again in a few minutes; www.githubstatus.com tells whether something is wrong there.';

/** The fields of GitHub's answer; none if it holds no JSON object, such as the page of a proxy. */
function findFields(text: string): Fields | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isFields(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

async function askGitHub(
	settings: LogInSettings,
	ask: typeof fetch,
	address: string,
	request: RequestInit,
): Promise<{ status: number; fields: Fields }> {
	let status: number;
	let text: string;
	try {
		const response = await ask(address, { ...request, signal: AbortSignal.timeout(settings.waitInMs) });
		status = response.status;
		text = await response.text();
	} catch (error) {
		const isLate = error instanceof Error && error.name === 'TimeoutError';
		throw isLate
			? new Refused(504, `GitHub did not answer in time. ${TRY_LATER}`)
			: new Refused(502, `GitHub cannot be reached at the moment. ${TRY_LATER}`);
	}
	if (status === 429 || status >= 500) throw new Refused(502, `GitHub cannot answer at the moment. ${TRY_LATER}`);
	const fields = findFields(text);
	if (!fields)
		throw new Refused(502, `GitHub answered with something that this site does not understand. ${TRY_LATER}`);
	return { status, fields };
}

/** What went wrong, from the word that GitHub has for it, at its page or when asked for a token. */
export function explainError(word: unknown, settings: LogInSettings, callback: string): Refused {
	switch (word) {
		case 'access_denied':
			return new Refused(403, 'You did not allow the log-in at GitHub. If that was a mistake, log in again.');
		case 'bad_verification_code':
			return new Refused(400, 'GitHub’s code has expired or was used before. Close this window and log in again.');
		case 'incorrect_client_credentials':
			return new Refused(
				500,
				'GitHub does not accept the GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET of this site. Whoever looks after the site needs to set both anew.',
			);
		case 'redirect_uri_mismatch':
			return new Refused(
				500,
				`The GitHub App does not know this site. Whoever looks after it needs to add ${callback} to its callback URLs.`,
			);
		case 'application_suspended':
			return new Refused(
				500,
				'GitHub has suspended the GitHub App of this site. Whoever looks after it needs to ask GitHub.',
			);
		case 'unverified_user_email':
			return new Refused(403, 'Confirm your e-mail address at GitHub first, then log in again.');
		default:
			return new Refused(502, `GitHub refused the log-in to ${settings.repository} and did not say why. Log in again.`);
	}
}

/** Exchanges the code that GitHub gave the browser for the editor's token. */
export async function fetchToken(
	settings: LogInSettings,
	ask: typeof fetch,
	{ code, verifier, callback }: { code: string; verifier: string; callback: string },
): Promise<string> {
	const { fields } = await askGitHub(settings, ask, `${settings.gitHub}/login/oauth/access_token`, {
		method: 'POST',
		headers: { Accept: 'application/json' },
		body: new URLSearchParams({
			client_id: settings.clientId,
			client_secret: settings.clientSecret,
			code,
			redirect_uri: callback,
			code_verifier: verifier,
		}),
		// The secret goes to the address that was set, and no further.
		redirect: 'error',
	});
	const token = fields['access_token'];
	if (typeof token !== 'string' || token === '') throw explainError(fields['error'], settings, callback);
	return token;
}

/** Refuses an editor whose token cannot write to the site's repository. */
export async function requireWriteAccess(settings: LogInSettings, ask: typeof fetch, token: string): Promise<void> {
	const { status, fields } = await askGitHub(settings, ask, `${settings.gitHubApi}/repos/${settings.repository}`, {
		headers: {
			Accept: 'application/vnd.github+json',
			Authorization: `Bearer ${token}`,
			// GitHub answers nobody who does not say who asks.
			'User-Agent': 'social-economy-clusters',
			'X-GitHub-Api-Version': '2022-11-28',
		},
	});
	if (status !== 200) {
		throw new Refused(
			403,
			`Your GitHub account cannot see ${settings.repository}. Whoever looks after the site needs to invite you there, and to install the GitHub App there.`,
		);
	}
	const permissions = fields['permissions'];
	if (!isFields(permissions) || permissions['push'] !== true) {
		throw new Refused(
			403,
			`Your GitHub account may not write to ${settings.repository}. Ask whoever looks after the site to invite you as an editor.`,
		);
	}
}
