import { createHash, randomUUID } from 'node:crypto';
import { problemsOfRequest } from './github-api.ts';
import { serve, type Served } from './serve.ts';

/** A GitHub App as GitHub knows it. */
export interface App {
	clientId: string;
	clientSecret: string;
	callback: string;
}

export type Account = 'may write' | 'may read' | 'sees nothing' | 'cancels' | 'has no confirmed e-mail address';

/** What the stand-in does differently, while a test sets it. */
export interface Mood {
	account: Account;
	/** Codes are dead on arrival. */
	codesAreExpired: boolean;
	/** Which address does not answer as it should, and how. */
	trouble: { path: '/login/oauth/access_token' | '/repos/'; answer: () => Promise<Response> | Response } | undefined;
}

interface Code {
	challenge: string;
	callback: string;
	account: Account;
}

export interface FakeGitHub extends Served {
	mood: Mood;
	/** Addresses and bodies of all requests, as its log would show them. */
	asked: { address: string; body: string }[];
	/** The tokens that it gave. */
	tokens: string[];
	/** What GitHub’s published description says against requests of its API. */
	problems: string[];
}

const repository = 'euclid/clusters';

/**
 * Speaks the part of GitHub's protocol that a log-in needs, over HTTP: the authorize page (which here always agrees at
 * once), the exchange of the code with PKCE, and the question what the token may do with the repository.
 */
export async function startFakeGitHub(findApp: () => App): Promise<FakeGitHub> {
	const codes = new Map<string, Code>();
	const accounts = new Map<string, Account>();
	const asked: FakeGitHub['asked'] = [];
	const tokens: string[] = [];
	const problems: string[] = [];
	const mood: Mood = { account: 'may write', codesAreExpired: false, trouble: undefined };

	const authorize = ({ searchParams }: URL) => {
		const app = findApp();
		const asks = Object.fromEntries(searchParams);
		if (asks['client_id'] !== app.clientId) return new Response('Not Found', { status: 404 });
		const back = new URL(app.callback);
		const leave = (fields: Record<string, string>) => {
			back.search = new URLSearchParams({ ...fields, state: asks['state'] ?? '' }).toString();
			return new Response(null, { status: 302, headers: { Location: back.href } });
		};
		if (asks['redirect_uri'] !== app.callback) return leave({ error: 'redirect_uri_mismatch' });
		if (mood.account === 'cancels') return leave({ error: 'access_denied', error_description: 'The user has denied' });
		if (asks['code_challenge_method'] !== 'S256' || !/^[\w-]{43}$/.test(asks['code_challenge'] ?? '')) {
			return new Response('Bad challenge', { status: 400 });
		}
		const code = randomUUID();
		if (!mood.codesAreExpired) {
			codes.set(code, { challenge: asks['code_challenge'] ?? '', callback: app.callback, account: mood.account });
		}
		return leave({ code });
	};

	const exchange = (fields: URLSearchParams) => {
		const app = findApp();
		// GitHub answers 200 to all of these.
		const refuse = (error: string) => Response.json({ error, error_description: 'for developers' });
		if (fields.get('client_id') !== app.clientId || fields.get('client_secret') !== app.clientSecret) {
			return refuse('incorrect_client_credentials');
		}
		const code = codes.get(fields.get('code') ?? '');
		codes.delete(fields.get('code') ?? '');
		if (!code) return refuse('bad_verification_code');
		if (fields.get('redirect_uri') !== code.callback) return refuse('redirect_uri_mismatch');
		const challenge = createHash('sha256')
			.update(fields.get('code_verifier') ?? '')
			.digest('base64url');
		if (challenge !== code.challenge) return refuse('bad_verification_code');
		if (code.account === 'has no confirmed e-mail address') return refuse('unverified_user_email');
		const token = `ghu_${randomUUID()}`;
		accounts.set(token, code.account);
		tokens.push(token);
		return Response.json({ access_token: token, token_type: 'bearer', scope: '', expires_in: 28_800 });
	};

	const showRepository = (path: string, authorization: string | null) => {
		const account = accounts.get((authorization ?? '').replace(/^Bearer /, ''));
		if (!account) return Response.json({ message: 'Bad credentials' }, { status: 401 });
		if (path !== `/repos/${repository}` || account === 'sees nothing') {
			return Response.json({ message: 'Not Found' }, { status: 404 });
		}
		return Response.json({ full_name: repository, permissions: { pull: true, push: account === 'may write' } });
	};

	const served = await serve(async (request) => {
		const url = new URL(request.url);
		const body = await request.text();
		asked.push({ address: url.pathname + url.search, body });
		if (mood.trouble && url.pathname.startsWith(mood.trouble.path)) return mood.trouble.answer();
		if (request.method === 'GET' && url.pathname === '/login/oauth/authorize') return authorize(url);
		if (request.method === 'POST' && url.pathname === '/login/oauth/access_token') {
			return exchange(new URLSearchParams(body));
		}
		problems.push(...problemsOfRequest(request.method, url.pathname + url.search, body));
		return showRepository(url.pathname, request.headers.get('Authorization'));
	});
	return { ...served, mood, asked, tokens, problems };
}
