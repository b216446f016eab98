import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { answerLogIn } from '../../src/functions/log-in/answer-log-in.ts';
import { readLogInSettings } from '../../src/functions/log-in/settings.ts';
import { startFakeGitHub, type App, type FakeGitHub } from '../functions/fake-github.ts';
import { serve, type Served } from '../functions/serve.ts';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

const app: App = { clientId: 'Iv1.test', clientSecret: 'the-secret-of-the-app', callback: '' };
let gitHub: FakeGitHub;
let site: Served;
let otherSite: Served;

// Decap's own side of the log-in: the file that the CMS is made with, and the button that it shows.
const authenticator = readFileSync(createRequire(import.meta.url).resolve('decap-cms-lib-auth'), 'utf8');
const adminPage = (origin: string) => `<!doctype html><title>Admin</title><button>Log in</button><output></output>
<script>window.DecapCmsDefaultExports = { Immutable: {} };</script>
<script>${authenticator}</script>
<script>
document.querySelector('button').onclick = () => {
	const decap = new DecapCmsLibAuth.NetlifyAuthenticator({
		base_url: '${origin}', site_id: 'clusters.example', auth_endpoint: 'api/log-in',
	});
	decap.authenticate({ provider: 'github', scope: 'repo' }, (error, data) => {
		document.querySelector('output').textContent = error ? 'refused: ' + error : 'token: ' + data.token;
	});
};
</script>`;

const showAdmin = (origin: string) =>
	new Response(adminPage(origin), {
		headers: { 'Content-Type': 'text/html', 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' },
	});

// Opens the last page of a log-in, answers as Decap would, and writes down all that it hears.
const showListener = (origin: string) =>
	new Response(
		`<!doctype html><title>Elsewhere</title><button>Open</button><output></output><script>
document.querySelector('button').onclick = () => {
	const popUp = open('${origin}/api/log-in/callback');
	setInterval(() => popUp.postMessage('authorizing:github', '*'), 50);
};
onmessage = ({ data }) => document.querySelector('output').append(data);
</script>`,
		{ headers: { 'Content-Type': 'text/html' } },
	);

beforeAll(async () => {
	gitHub = await startFakeGitHub(() => app);
	site = await serve((request) => {
		if (new URL(request.url).pathname === '/admin/') return showAdmin(site.origin);
		const environment = {
			GITHUB_CLIENT_ID: app.clientId,
			GITHUB_CLIENT_SECRET: app.clientSecret,
			CMS_REPO: 'euclid/clusters',
			URL: site.origin,
			GITHUB_URL: gitHub.origin,
			GITHUB_API_URL: gitHub.origin,
		};
		return answerLogIn(request, readLogInSettings(environment), fetch);
	});
	otherSite = await serve(({ url }) =>
		new URL(url).pathname === '/listens' ? showListener(site.origin) : showAdmin(site.origin),
	);
	app.callback = `${site.origin}/api/log-in/callback`;
});

afterAll(() => Promise.all([gitHub, site, otherSite].map((server) => server.close())));

beforeEach(() => {
	gitHub.mood.account = 'may write';
	gitHub.tokens.length = 0;
});

const press = async (page: Page): Promise<Page> => {
	const opened = page.waitForEvent('popup');
	await page.getByRole('button').click();
	return opened;
};

const answer = (page: Page) => page.locator('output').innerText();

test('Decap gets the token, and the window closes', async () => {
	await withPage(`${site.origin}/admin/`, {}, async (page) => {
		const popUp = await press(page);
		await expect.poll(() => answer(page)).toMatch(/^token: ghu_/);
		expect(await answer(page)).toBe(`token: ${gitHub.tokens[0] ?? ''}`);
		await expect.poll(() => popUp.isClosed()).toBe(true);
	});
});

test('Decap shows why an editor was refused, and lets them try again', async () => {
	await withPage(`${site.origin}/admin/`, {}, async (page) => {
		gitHub.mood.account = 'may read';
		await press(page);
		await expect.poll(() => answer(page)).toMatch(/^refused: Your GitHub account may not write to euclid\/clusters\./);
		gitHub.mood.account = 'may write';
		await press(page);
		await expect.poll(() => answer(page)).toMatch(/^token: ghu_/);
	});
});

test('another site that opens the window gets nothing, and the window says so', async () => {
	await withPage(`${otherSite.origin}/`, {}, async (page) => {
		const popUp = await press(page);
		await popUp.getByText('This log-in was opened from another site. Open').waitFor();
		expect(await answer(page)).toBe('');
		expect(gitHub.tokens).toEqual([]);
	});
});

test('another site that plays the CMS hears nothing, and the window says so', async () => {
	await withPage(`${otherSite.origin}/listens`, {}, async (page) => {
		const popUp = await press(page);
		await popUp.getByText('This log-in was opened from another site, which was told nothing.').waitFor();
		expect(await answer(page)).toBe('');
	});
});

test('a window that no page opened says so, and its address keeps no code', async () => {
	await withPage(`${site.origin}/api/log-in`, {}, async (page) => {
		await page.getByText('This window was not opened by the editing page, so nobody was logged in.').waitFor();
		expect(page.url()).toBe(`${site.origin}/api/log-in/callback`);
		expect(await page.content()).not.toContain(gitHub.tokens[0]);
	});
});
