import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerLogIn } from '../../src/functions/log-in/answer-log-in.ts';
import { readLogInSettings } from '../../src/functions/log-in/settings.ts';
import { startFakeGitHub, type Account, type App, type FakeGitHub } from './fake-github.ts';
import { serve, type Served } from './serve.ts';

const app: App = { clientId: 'Iv1.test', clientSecret: 'the-secret-of-the-app', callback: '' };
let gitHub: FakeGitHub;
let site: Served;
let environment: Record<string, string | undefined>;

const WAIT_IN_MS = 300;

beforeAll(async () => {
	gitHub = await startFakeGitHub(() => app);
	site = await serve((request) => {
		const read = readLogInSettings(environment);
		const settings = read.settings && { ...read.settings, waitInMs: WAIT_IN_MS };
		return answerLogIn(request, { ...read, settings }, fetch);
	});
});

afterAll(() => Promise.all([gitHub.close(), site.close()]));

beforeEach(() => {
	app.callback = `${site.origin}/api/log-in/callback`;
	environment = {
		GITHUB_CLIENT_ID: app.clientId,
		GITHUB_CLIENT_SECRET: app.clientSecret,
		CMS_REPO: 'euclid/clusters',
		URL: site.origin,
		GITHUB_URL: gitHub.origin,
		GITHUB_API_URL: gitHub.origin,
	};
	Object.assign(gitHub.mood, { account: 'may write', codesAreExpired: false, trouble: undefined });
	gitHub.asked.length = 0;
	gitHub.tokens.length = 0;
});
afterEach(() => {
	expect(gitHub.problems).toEqual([]);
});

// The address that Decap opens.
const START = '/api/log-in?provider=github&site_id=clusters.example&scope=repo';

const visit = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
	fetch(new URL(address, site.origin), { method, headers, redirect: 'manual' });

const cookieOf = (response: Response) => (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
const goalOf = (response: Response) => new URL(response.headers.get('Location') ?? '', site.origin);

/** Starts a log-in and comes back from GitHub, up to the address that GitHub sends the browser to. */
async function comeBack(): Promise<{ address: URL; cookie: string }> {
	const started = await visit(START);
	return { cookie: cookieOf(started), address: goalOf(await visit(goalOf(started).href)) };
}

interface Window {
	status: number;
	sentence: string;
	message: string;
	origin: string;
}

async function read(response: Response): Promise<Window> {
	const { document } = parseHTML(await response.text());
	const main = document.querySelector('main');
	return {
		status: response.status,
		sentence: document.querySelector('#outcome')?.textContent ?? '',
		message: main?.getAttribute('data-message') ?? '',
		origin: main?.getAttribute('data-origin') ?? '',
	};
}

const logIn = async () => {
	const { address, cookie } = await comeBack();
	return read(await visit(address.href, { Cookie: cookie }));
};

const errorMessage = (sentence: string) => `authorization:github:error:${JSON.stringify({ message: sentence })}`;

describe('an editor who may write', () => {
	test('gets the token, in the words that the CMS listens for', async () => {
		const { status, message } = await logIn();
		expect(status).toBe(200);
		expect(message).toBe(`authorization:github:success:{"token":"${gitHub.tokens[0] ?? ''}","provider":"github"}`);
	});

	test('is told so', async () => {
		expect((await logIn()).sentence).toBe('You are logged in. This window closes by itself.');
	});

	test('gets the token for the site itself alone', async () => {
		expect((await logIn()).origin).toBe(site.origin);
	});

	test('gets the token once: the same answer of GitHub does not work again', async () => {
		const { address, cookie } = await comeBack();
		await visit(address.href, { Cookie: cookie });
		const { sentence } = await read(await visit(address.href, { Cookie: cookie }));
		expect(sentence).toBe('GitHub’s code has expired or was used before. Close this window and log in again.');
	});

	test('can log in at the address of a deploy as well', async () => {
		environment['DEPLOY_PRIME_URL'] = site.origin;
		environment['URL'] = 'https://clusters.example';
		expect((await logIn()).status).toBe(200);
	});
});

describe('the way to GitHub', () => {
	test('asks for no scope, whatever the CMS asks for: the GitHub App decides', async () => {
		expect(goalOf(await visit(START)).searchParams.has('scope')).toBe(false);
	});

	test('differs each time', async () => {
		const [one, other] = [goalOf(await visit(START)), goalOf(await visit(START))];
		for (const name of ['state', 'code_challenge']) {
			expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
		}
	});

	test('leaves a cookie that scripts and other sites cannot have, for ten minutes', async () => {
		expect((await visit(START)).headers.get('Set-Cookie')).toMatch(
			/^__Host-log-in=[\w-]{43}\.[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
		);
	});

	test('names neither the secret nor what the browser keeps for the exchange', async () => {
		const started = await visit(START);
		const verifier = cookieOf(started).split('.')[1] ?? '';
		expect(verifier).not.toBe('');
		expect(goalOf(started).href).not.toContain(verifier);
		expect(goalOf(started).href).not.toContain(app.clientSecret);
	});
});

test('no token and no secret ever stands in an address', async () => {
	await logIn();
	const addresses = gitHub.asked.map(({ address }) => address).join('\n');
	expect(addresses).toContain('/repos/euclid/clusters');
	expect(addresses).not.toContain(gitHub.tokens[0]);
	expect(addresses).not.toContain(app.clientSecret);
});

describe('the log', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	test('holds nothing of a log-in, whether it works or not', async () => {
		const calls = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
		await logIn();
		gitHub.mood.codesAreExpired = true;
		await logIn();
		for (const call of calls) expect(call).not.toHaveBeenCalled();
	});
});

const LATER = 'Try again in a few minutes; www.githubstatus.com tells whether something is wrong there.';

describe('a log-in is refused in plain words', () => {
	test.each<[Account, number, string]>([
		['cancels', 403, 'You did not allow the log-in at GitHub. If that was a mistake, log in again.'],
		[
			'may read',
			403,
			'Your GitHub account may not write to euclid/clusters. Ask whoever looks after the site to invite you as an editor.',
		],
		[
			'sees nothing',
			403,
			'Your GitHub account cannot see euclid/clusters. Whoever looks after the site needs to invite you there, and to install the GitHub App there.',
		],
		['has no confirmed e-mail address', 403, 'Confirm your e-mail address at GitHub first, then log in again.'],
	])('if the account %s', async (account, status, sentence) => {
		gitHub.mood.account = account;
		expect(await logIn()).toEqual({ status, sentence, message: errorMessage(sentence), origin: site.origin });
	});

	test('if GitHub’s code has expired', async () => {
		gitHub.mood.codesAreExpired = true;
		const { status, sentence, message } = await logIn();
		expect(status).toBe(400);
		expect(sentence).toBe('GitHub’s code has expired or was used before. Close this window and log in again.');
		expect(message).toBe(errorMessage(sentence));
	});

	test('if another secret was used for the exchange than for the start', async () => {
		const { address, cookie } = await comeBack();
		const { sentence } = await read(
			await visit(address.href, { Cookie: cookie.replace(/\.[\w-]{43}$/, `.${'x'.repeat(43)}`) }),
		);
		expect(sentence).toBe('GitHub’s code has expired or was used before. Close this window and log in again.');
		expect(gitHub.tokens).toEqual([]);
	});

	test.each([
		[
			'of another log-in',
			(address: URL) => {
				address.searchParams.set('state', 'x'.repeat(43));
			},
		],
		[
			'that is shorter',
			(address: URL) => {
				address.searchParams.set('state', 'x');
			},
		],
		[
			'that is missing',
			(address: URL) => {
				address.searchParams.delete('state');
			},
		],
	])('if GitHub’s answer has a state %s', async (_description, change) => {
		const { address, cookie } = await comeBack();
		change(address);
		const { status, sentence, message } = await read(await visit(address.href, { Cookie: cookie }));
		expect(status).toBe(400);
		expect(sentence).toBe('This answer belongs to another log-in. Close this window and log in again.');
		expect(message).toBe(errorMessage(sentence));
		expect(gitHub.tokens).toEqual([]);
	});

	test.each([
		['is missing', ''],
		['is empty', '__Host-log-in='],
		['is not ours', '__Host-log-in=x.y'],
		['is only half', `__Host-log-in=${'x'.repeat(43)}`],
		['has another name', `log-in=${'x'.repeat(43)}.${'x'.repeat(43)}`],
	])('if the cookie %s', async (_description, cookie) => {
		const { address } = await comeBack();
		const { status, sentence } = await read(await visit(address.href, { Cookie: cookie }));
		expect(status).toBe(400);
		expect(sentence).toBe(
			'This log-in took longer than ten minutes, was used before, or began in another browser. Close this window and log in again.',
		);
		expect(gitHub.tokens).toEqual([]);
	});

	test('if the browser came back without a code', async () => {
		const { address, cookie } = await comeBack();
		address.searchParams.delete('code');
		const { sentence } = await read(await visit(address.href, { Cookie: cookie }));
		expect(sentence).toBe('GitHub refused the log-in to euclid/clusters and did not say why. Log in again.');
	});

	test.each(['cross-site', 'same-site'])('if a page of another site opened it (%s)', async (opener) => {
		const response = await visit(START, { 'Sec-Fetch-Site': opener });
		expect(response.headers.get('Location')).toBeNull();
		expect(await read(response)).toMatchObject({
			status: 403,
			sentence: `This log-in was opened from another site. Open ${site.origin}/admin/ and log in there.`,
		});
	});

	test('if it happens at another address of the site', async () => {
		environment['URL'] = 'https://clusters.example';
		expect(await read(await visit(START))).toMatchObject({
			status: 403,
			sentence: 'Nobody can log in at this address of the site. Open https://clusters.example/admin/ and log in there.',
			origin: 'https://clusters.example',
		});
	});

	test('if something is sent', async () => {
		expect(await read(await visit(START, {}, 'POST'))).toMatchObject({ status: 405 });
	});

	test('if the secret at the host is not the one of the GitHub App', async () => {
		environment['GITHUB_CLIENT_SECRET'] = 'an-old-secret';
		expect(await logIn()).toMatchObject({
			status: 500,
			sentence:
				'GitHub does not accept the GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET of this site. Whoever looks after the site needs to set both anew.',
		});
	});

	test('if the GitHub App does not have the callback address of this site', async () => {
		const { address, cookie } = await comeBack();
		address.searchParams.delete('code');
		address.searchParams.set('error', 'redirect_uri_mismatch');
		expect(await read(await visit(address.href, { Cookie: cookie }))).toMatchObject({
			status: 500,
			sentence: `The GitHub App does not know this site. Whoever looks after it needs to add ${app.callback} to its callback URLs.`,
		});
	});

	test.each(['/login/oauth/access_token', '/repos/'] as const)('if GitHub is too slow at %s', async (path) => {
		const late = async () => {
			await new Promise((done) => setTimeout(done, WAIT_IN_MS * 3));
			return new Response('{}');
		};
		gitHub.mood.trouble = { path, answer: late };
		expect(await logIn()).toMatchObject({ status: 504, sentence: `GitHub did not answer in time. ${LATER}` });
	});

	test.each(['/login/oauth/access_token', '/repos/'] as const)('if GitHub is out of order at %s', async (path) => {
		gitHub.mood.trouble = { path, answer: () => new Response('<h1>Unicorn!</h1>', { status: 503 }) };
		expect(await logIn()).toMatchObject({ status: 502, sentence: `GitHub cannot answer at the moment. ${LATER}` });
	});

	test.each([
		['a page', '<h1>Please log in to the proxy</h1>'],
		['nothing', ''],
		['a number', '42'],
		['null', 'null'],
	])('if GitHub answers with %s instead of fields', async (_description, text) => {
		gitHub.mood.trouble = { path: '/login/oauth/access_token', answer: () => new Response(text) };
		expect(await logIn()).toMatchObject({
			status: 502,
			sentence: `GitHub answered with something that this site does not understand. ${LATER}`,
		});
	});

	test('if GitHub wants the secret sent elsewhere', async () => {
		const elsewhere = new Response(null, { status: 307, headers: { Location: `${site.origin}/api/log-in` } });
		gitHub.mood.trouble = { path: '/login/oauth/access_token', answer: () => elsewhere };
		expect(await logIn()).toMatchObject({ status: 502, sentence: `GitHub cannot be reached at the moment. ${LATER}` });
	});

	test('if GitHub cannot be reached', async () => {
		const { address, cookie } = await comeBack();
		// Nothing listens on port 9.
		environment['GITHUB_URL'] = 'http://localhost:9';
		expect(await read(await visit(address.href, { Cookie: cookie }))).toMatchObject({
			status: 502,
			sentence: `GitHub cannot be reached at the moment. ${LATER}`,
		});
	});

	test('if GitHub does not say what the account may do', async () => {
		gitHub.mood.trouble = { path: '/repos/', answer: () => Response.json({ full_name: 'euclid/clusters' }) };
		expect((await logIn()).sentence).toMatch(/^Your GitHub account may not write to euclid\/clusters\./);
	});

	test.each(['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET', 'CMS_REPO', 'URL', 'GITHUB_API_URL'])(
		'if the setting %s is missing',
		async (name) => {
			environment[name] = ' ';
			const { status, sentence } = await read(await visit(START));
			expect(status).toBe(503);
			expect(sentence).toBe(
				`Log-in is not set up. The setting ${name} is missing. Whoever looks after the site finds the steps in docs/hosting.md.`,
			);
		},
	);

	test('and no message is prepared while the site does not know its own address', async () => {
		environment['URL'] = undefined;
		expect((await read(await visit(START))).origin).toBe('');
	});

	test('and a mistake of ours shows nothing of what went wrong', async () => {
		const broken = () => {
			throw new TypeError(`the secret is ${app.clientSecret}`);
		};
		const response = await answerLogIn(
			Object.defineProperty(new Request(new URL(START, site.origin)), 'headers', { get: broken }),
			readLogInSettings(environment),
			fetch,
		);
		expect((await read(response)).sentence).toBe(
			'Something went wrong on this site while logging you in. Close this window and log in again.',
		);
	});
});

describe('every answer', () => {
	const answers: [string, () => Promise<Response>][] = [
		['that sends the editor to GitHub', () => visit(START)],
		[
			'that hands over the token',
			async () => {
				const { address, cookie } = await comeBack();
				return visit(address.href, { Cookie: cookie });
			},
		],
		['that refuses', () => visit('/api/log-in/callback')],
	];

	test.each(answers)('%s is kept nowhere and shown in no frame', async (_description, ask) => {
		const { headers } = await ask();
		expect(headers.get('Cache-Control')).toBe('no-store');
		expect(headers.get('Referrer-Policy')).toBe('no-referrer');
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(headers.get('X-Frame-Options')).toBe('DENY');
	});

	test.each(answers)('%s keeps the tie to the window that opened it', async (_description, ask) => {
		expect((await ask()).headers.get('Cross-Origin-Opener-Policy')).toBe('unsafe-none');
	});

	test.each(answers)('%s allows one script and nothing else', async (_description, ask) => {
		expect((await ask()).headers.get('Content-Security-Policy')).toMatch(
			/^default-src 'none'; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
		);
	});

	test('allows the script that it carries', async () => {
		const response = await visit('/api/log-in/callback');
		const script = /<script>(.*)<\/script>/s.exec(await response.text())?.[1] ?? '';
		const hash = createHash('sha256').update(script).digest('base64');
		expect(response.headers.get('Content-Security-Policy')).toContain(`'sha256-${hash}'`);
	});

	test('never speaks to any site that listens', async () => {
		const text = await (await visit('/api/log-in/callback')).text();
		expect(text).toContain('postMessage(');
		expect(text).not.toMatch(/postMessage\([^)]*'\*'/);
	});

	test.each(answers.slice(1))('%s ends the log-in in the browser', async (_description, ask) => {
		expect((await ask()).headers.get('Set-Cookie')).toMatch(/^__Host-log-in=; Max-Age=0; /);
	});
});

test('nothing that stands in an address becomes part of the page', async () => {
	const { cookie, address } = await comeBack();
	address.searchParams.delete('code');
	address.searchParams.set('error', '"><script>alert(1)</script>');
	address.searchParams.set('error_description', '"><script>alert(1)</script>');
	expect(await (await visit(address.href, { Cookie: cookie })).text()).not.toContain('alert(1)');
});
