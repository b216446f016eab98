import * as z from 'zod';
import { gitHubHeaders, HostProblem, isLate, readAnswer, readWhole } from '../../hosts/ask-api.ts';
import { refuse, RefusedRequest } from '../../hosts/refused-request.ts';
import type { LogInSettings } from './settings.ts';

const HOST = 'GitHub';
const TRY_LATER = 'Try again in a few minutes; www.githubstatus.com tells whether something is wrong there.';

const tokenAnswer = z.object({ access_token: z.string().catch(''), error: z.unknown().optional() });
const repositoryAnswer = z.object({
	permissions: z
		.object({ push: z.literal(true) })
		.optional()
		.catch(undefined),
});

/** What GitHub answers, as a schema has it. */
async function askGitHub<S extends z.ZodType>(
	schema: S,
	ask: (signal: AbortSignal) => Promise<Response>,
	{ waitInMs }: LogInSettings,
): Promise<{ status: number; fields: z.infer<S> }> {
	try {
		const { status, text } = await readWhole(HOST, () => ask(AbortSignal.timeout(waitInMs)), TRY_LATER);
		if (status === 429 || status >= 500) throw new HostProblem(`GitHub cannot answer at the moment. ${TRY_LATER}`);
		return { status, fields: readAnswer(HOST, schema, text, TRY_LATER) };
	} catch (error) {
		if (!(error instanceof HostProblem)) throw error;
		refuse(isLate(error.cause) ? 504 : 502, error.message);
	}
}

/** What went wrong, from the word that GitHub has for it, at its page or when asked for a token. */
export function explainError(word: unknown, settings: LogInSettings, callback: string): RefusedRequest {
	switch (word) {
		case 'access_denied':
			return new RefusedRequest(403, 'You did not allow the log-in at GitHub. If that was a mistake, log in again.');
		case 'bad_verification_code':
			return new RefusedRequest(
				400,
				'GitHub’s code has expired or was used before. Close this window and log in again.',
			);
		case 'incorrect_client_credentials':
			return new RefusedRequest(
				500,
				'GitHub does not accept the GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET of this site. Whoever looks after the site needs to set both anew.',
			);
		case 'redirect_uri_mismatch':
			return new RefusedRequest(
				500,
				`The GitHub App does not know this site. Whoever looks after it needs to add ${callback} to its callback URLs.`,
			);
		case 'application_suspended':
			return new RefusedRequest(
				500,
				'GitHub has suspended the GitHub App of this site. Whoever looks after it needs to ask GitHub.',
			);
		case 'unverified_user_email':
			return new RefusedRequest(403, 'Confirm your e-mail address at GitHub first, then log in again.');
		default:
			return new RefusedRequest(
				502,
				`GitHub refused the log-in to ${settings.repository} and did not say why. Log in again.`,
			);
	}
}

/** Exchanges the code that GitHub gave the browser for the editor's token. */
export async function fetchToken(
	settings: LogInSettings,
	ask: typeof fetch,
	{ code, verifier, callback }: { code: string; verifier: string; callback: string },
): Promise<string> {
	const body = new URLSearchParams({
		client_id: settings.clientId,
		client_secret: settings.clientSecret,
		code,
		redirect_uri: callback,
		code_verifier: verifier,
	});
	const { fields } = await askGitHub(
		tokenAnswer,
		(signal) =>
			ask(`${settings.gitHub}/login/oauth/access_token`, {
				method: 'POST',
				headers: { Accept: 'application/json' },
				body,
				// The secret goes to the address that was set, and no further.
				redirect: 'error',
				signal,
			}),
		settings,
	);
	if (fields.access_token === '') throw explainError(fields.error, settings, callback);
	return fields.access_token;
}

/** Refuses an editor whose token cannot write to the site's repository. */
export async function requireWriteAccess(settings: LogInSettings, ask: typeof fetch, token: string): Promise<void> {
	const { status, fields } = await askGitHub(
		repositoryAnswer,
		(signal) => ask(`${settings.gitHubApi}/repos/${settings.repository}`, { headers: gitHubHeaders(token), signal }),
		settings,
	);
	if (status !== 200) {
		refuse(
			403,
			`Your GitHub account cannot see ${settings.repository}. Whoever looks after the site needs to invite you there, and to install the GitHub App there.`,
		);
	}
	if (!fields.permissions) {
		refuse(
			403,
			`Your GitHub account may not write to ${settings.repository}. Ask whoever looks after the site to invite you as an editor.`,
		);
	}
}
