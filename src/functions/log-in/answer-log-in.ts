import { refuse, RefusedRequest } from '../../hosts/refused-request.ts';
import { explainError, fetchToken, requireWriteAccess } from './github-log-in.ts';
import { formatHandOverPage, handOverPolicy, type HandOver } from './hand-over-page.ts';
import type { LogInSettings, GivenLogIn } from './settings.ts';
import { codeChallenge, emptyCookie, findStartedLogIn, formatCookie, isSame, startLogIn } from './started-log-in.ts';

const START = '/api/log-in';
const CALLBACK = '/api/log-in/callback';

// The host adds the headers of _headers to files only, so this answer brings its own.
const headers = {
	'Content-Security-Policy': handOverPolicy,
	'Cache-Control': 'no-store',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'X-Robots-Tag': 'noindex',
	'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
	'Cross-Origin-Resource-Policy': 'same-origin',
	// GitHub's page, between two of ours, has none. Any other value here would cut the tie to the window that opened this one.
	'Cross-Origin-Opener-Policy': 'unsafe-none',
};

const answerPage = (status: number, handOver: HandOver): Response =>
	new Response(formatHandOverPage(handOver), {
		status,
		headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': emptyCookie },
	});

function answerRefused(error: unknown, origin: string | undefined): Response {
	const { status, message } =
		error instanceof RefusedRequest
			? error
			: new RefusedRequest(
					500,
					'Something went wrong on this site while logging you in. Close this window and log in again.',
				);
	return answerPage(status, {
		origin,
		message: `authorization:github:error:${JSON.stringify({ message })}`,
		sentence: message,
	});
}

function start(request: Request, settings: LogInSettings, origin: string): Response {
	// Browsers say who follows a link; a log-in that another site opens could only be handed to that site.
	const opener = request.headers.get('Sec-Fetch-Site') ?? 'none';
	if (opener !== 'same-origin' && opener !== 'none') {
		refuse(403, `This log-in was opened from another site. Open ${origin}/admin/ and log in there.`);
	}
	const started = startLogIn();
	const authorize = new URL(`${settings.gitHub}/login/oauth/authorize`);
	authorize.search = new URLSearchParams({
		client_id: settings.clientId,
		redirect_uri: origin + CALLBACK,
		state: started.state,
		code_challenge: codeChallenge(started.verifier),
		code_challenge_method: 'S256',
	}).toString();
	return new Response(null, {
		status: 302,
		headers: { ...headers, Location: authorize.href, 'Set-Cookie': formatCookie(started) },
	});
}

async function finish(request: Request, settings: LogInSettings, origin: string, ask: typeof fetch): Promise<Response> {
	const answer = new URL(request.url).searchParams;
	const started = findStartedLogIn(request.headers.get('Cookie'));
	if (!started) {
		refuse(
			400,
			'This log-in took longer than ten minutes, was used before, or began in another browser. Close this window and log in again.',
		);
	}
	if (!isSame(started.state, answer.get('state') ?? '')) {
		refuse(400, 'This answer belongs to another log-in. Close this window and log in again.');
	}
	const callback = origin + CALLBACK;
	const code = answer.get('code');
	if (!code) throw explainError(answer.get('error'), settings, callback);
	const token = await fetchToken(settings, ask, { code, verifier: started.verifier, callback });
	await requireWriteAccess(settings, ask, token);
	return answerPage(200, {
		origin,
		message: `authorization:github:success:${JSON.stringify({ token, provider: 'github' })}`,
		sentence: 'You are logged in. This window closes by itself.',
	});
}

/** Answers what the log-in window asks: sends the editor to GitHub, and hands the token over when they come back. */
export async function answerLogIn(
	request: Request,
	{ settings, problems, origin: mainOrigin }: GivenLogIn,
	ask: typeof fetch,
): Promise<Response> {
	const url = new URL(request.url);
	const origin = settings?.origins.find((own) => own === url.origin) ?? mainOrigin;
	try {
		if (!settings || !origin) {
			refuse(
				503,
				`Log-in is not set up. ${problems.join(' ')} Whoever looks after the site finds the steps in docs/hosting.md.`,
			);
		}
		if (request.method !== 'GET') refuse(405, `Nothing can be sent here. Open ${origin}/admin/ and log in there.`);
		if (url.origin !== origin) {
			refuse(403, `Nobody can log in at this address of the site. Open ${origin}/admin/ and log in there.`);
		}
		const path = url.pathname.replace(/\/$/, '');
		if (path === START) return start(request, settings, origin);
		if (path === CALLBACK) return await finish(request, settings, origin, ask);
		refuse(404, `There is no such page. Open ${origin}/admin/ to log in.`);
	} catch (error) {
		return answerRefused(error, origin);
	}
}
