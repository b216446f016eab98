import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { formsInFolder } from '../../src/local/forms/page-forms.ts';
import { serveSite } from '../../src/local/serve.ts';
import { isPageIn, standIn } from '../../src/local/stand-in.ts';
import { violationsOn } from '../browser/axe.ts';
import { keptIn } from '../local/forms/form-site.ts';
import { pagesOf, textOf } from '../site/pages.ts';
import { contentWith, runBuild, startScript, temporaryFolder } from './build-of.ts';

const REFERENCE = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/;
const SENTENCE = 'Forms are left out, because nobody is known to receive them here';

/** The forms of the site, by the pages that they stand on. */
const forms = {
	'/clusters/propose/': 'proposal',
	'/contact/': 'message',
	'/have-your-say/clusters-2027/': 'views-clusters-2027',
	'/have-your-say/correct/': 'correction',
	'/have-your-say/examples-and-views/': 'views-examples-and-views',
};

const calls = Object.fromEntries(
	['clusters-2027', 'examples-and-views'].map((id) => [
		`calls/${id}.md`,
		readFileSync(`content/calls/${id}.md`, 'utf8'),
	]),
);

/** Builds the calls with other settings, as of a day on which both are open. Nobody receives, unless it is said. */
async function buildWith(settings: string, environment: NodeJS.ProcessEnv = {}) {
	const text = readFileSync('content/site/settings.yaml', 'utf8')
		.replace(/^(?:mailbox|town): .*\n/gm, '')
		.replace(/^formHandler: .*\n/m, settings.includes('formHandler') ? '' : '$&');
	const built = await runBuild({
		SITE_TODAY: '2027-02-01',
		FORM_RECEIVER: '',
		NETLIFY: '',
		CONTENT_DIR: contentWith({ ...calls, 'site/settings.yaml': `${text}${settings}` }),
		...environment,
	});
	expect(built.exitCode, built.output).toBe(0);
	const pages = pagesOf(built.folder);
	return {
		...built,
		pages: new Map(pages.map(({ path, document }) => [path, document])),
		/** What is posted, by page. */
		posted: pages.flatMap(({ path, document }) =>
			[...document.querySelectorAll('form')]
				.filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
				.map((form) => ({ path, form })),
		),
		/** The parts of the policies of reading pages that say where forms may be sent. */
		policies: [
			...new Set(
				readFileSync(join(built.folder, '_headers'), 'utf8')
					.split('\n')
					// What other sites may frame has no form.
					.filter((line) => line.includes('trusted-types') && !line.includes('frame-ancestors *'))
					.map((line) => (line.match(/(?:connect-src|form-action) [^;]*/g) ?? []).join('; ')),
			),
		],
	};
}

const hiddenIn = (form: Element) =>
	Object.fromEntries(
		[...form.querySelectorAll('input[type="hidden"]')].map(
			(field) => [field.getAttribute('name') ?? '', field.getAttribute('value')] as const,
		),
	);

/** Serves a folder as servers do that know nothing of forms: one answers a post with a page, and says that all is well. */
const serveFiles = (folder: string, headers: Record<string, string> = {}) =>
	serveSite(folder, 0, (request, response, next) => {
		if (request.method !== 'POST') next();
		else {
			response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
			response.end(readFileSync(join(folder, 'have-your-say/thanks/index.html')));
		}
	});

let browser: Browser;
beforeAll(async () => {
	browser = await chromium.connect(inject('browserAddress'));
});
afterAll(() => browser.close());

/** Opens a page of a folder that is served so; fails on any error in it. */
async function onPage(
	serving: ReturnType<typeof serveSite>,
	path: string,
	options: BrowserContextOptions,
	act: (page: Page, address: string) => Promise<void>,
): Promise<void> {
	const { server, address } = await serving;
	const context = await browser.newContext(options);
	context.setDefaultTimeout(15_000);
	const errors: string[] = [];
	try {
		const page = await context.newPage();
		page.on('pageerror', (error) => errors.push(String(error)));
		await page.goto(new URL(path, address).href);
		await act(page, address);
		expect(errors, path).toEqual([]);
	} finally {
		await context.close();
		server.closeAllConnections();
		server.close();
	}
}

async function writeAndSend(page: Page): Promise<void> {
	await page.getByLabel('This site', { exact: true }).check();
	await page.getByLabel('Your message').fill('Čakovec & 🎉');
	await page.getByLabel('I agree that').check();
	await page.getByRole('button', { name: 'Send the message' }).click();
}

/** What a sender must see who was not heard, and what must still be there. */
async function expectNobody(page: Page, address: string): Promise<void> {
	await page
		.getByText(
			'It could not be sent: nobody received it at that address. Nothing is lost: all you wrote still stands here.',
		)
		.waitFor();
	expect(page.url()).toContain(`${address}contact/#draft=`);
	expect(await page.getByLabel('Your message').inputValue()).toBe('Čakovec & 🎉');
	expect(await page.getByRole('button', { name: 'Send the message' }).isEnabled()).toBe(true);
}

describe('a build that knows no receiver', () => {
	test.each([
		[
			'the mailbox',
			'mailbox: info@network.example\ntown: Brussels, Belgium\n',
			'info@network.example',
			'mailto:info@network.example',
		],
		['the publisher’s site, where there is no mailbox,', '', 'Euclid Network', 'https://euclidnetwork.eu/'],
	])('has no form, names %s in its place, and says so', async (_what, settings, name, address) => {
		const { output, pages, posted, policies, folder } = await buildWith(settings);
		expect(output).toContain(SENTENCE);
		expect(posted).toEqual([]);
		expect(policies).toEqual(["connect-src 'self' blob:; form-action 'self'"]);
		for (const [path, form] of Object.entries(forms)) {
			const notice = pages.get(path)?.querySelector(`[data-no-receiver="${form}"]`);
			expect(textOf(notice), path).toBe(
				`This copy of the site has no form. Please write to ${name}, and name this page.`,
			);
			expect(notice?.querySelector('a')?.getAttribute('href'), path).toBe(address);
			await onPage(serveSite(folder, 0), path, { viewport: { width: 320, height: 800 } }, async (page) => {
				expect(await violationsOn(page, 'all'), path).toEqual([]);
			});
		}

		// The contact page has mailbox and town if the settings have them, and only then.
		const contact = pages.get('/contact/')?.querySelector('aside');
		const isSet = settings !== '';
		expect(contact?.querySelector('a[href="mailto:info@network.example"]') !== null).toBe(isSet);
		expect(textOf(contact).includes('Euclid Network, Brussels, Belgium')).toBe(isSet);
		expect(textOf(contact)).toContain(isSet ? 'or write to the mailbox.' : 'or write through euclidnetwork.eu.');
		expect(textOf(contact).includes('@')).toBe(isSet);
	});
});

describe('a build at Netlify', () => {
	test('has forms that Netlify finds, and thanks only for what Netlify says that it received', async () => {
		const { output, posted, policies, folder } = await buildWith('', { NETLIFY: 'true' });
		expect(output).not.toContain(SENTENCE);
		expect(Object.fromEntries(posted.map(({ path, form }) => [path, form.getAttribute('name')]))).toEqual(forms);
		for (const { path, form } of posted) {
			const name = form.getAttribute('name') ?? '';
			expect(form.getAttribute('data-netlify'), path).toBe('true');
			expect(form.getAttribute('netlify-honeypot'), path).toBe('bot-field');
			expect(form.querySelector('[name="bot-field"]'), path).toBeTruthy();
			expect(form.getAttribute('action'), path).toBe(`/have-your-say/thanks/#${name}`);
			expect(hiddenIn(form), path).toEqual({ 'form-name': name });
		}
		expect(policies).toEqual(["connect-src 'self' blob:; form-action 'self'"]);

		await onPage(serveFiles(folder), 'contact/', {}, async (page, address) => {
			await writeAndSend(page);
			await expectNobody(page, address);
		});
		await onPage(serveFiles(folder, { 'X-Nf-Request-Id': '01J' }), 'contact/', {}, async (page) => {
			await writeAndSend(page);
			await page.waitForURL(/thanks\/\?reference=.*#message$/);
			expect(new URL(page.url()).searchParams.get('reference')).toMatch(REFERENCE);
		});

		// One’s own machine stands in for Netlify, too.
		const submissions = temporaryFolder();
		const [findForms, isPage] = [formsInFolder(folder), isPageIn(folder)];
		const handle = standIn({ folder, mode: 'fs', submissions, findForms, isPage });
		await onPage(serveSite(folder, 0, handle), 'contact/', {}, async (page) => {
			await writeAndSend(page);
			await page.waitForURL(/thanks\/\?reference=.*#message$/);
		});
		expect(keptIn(submissions)).toMatchObject([{ form: 'message', data: { message: 'Čakovec & 🎉' } }]);
	});
});

/** What is set, where forms go, what they bring along for the receiver, and what it alone answers. */
const others = [
	[
		'Formspree',
		'formHandler: formspree\nformAddress: https://formspree.example/f/abc\n',
		'https://formspree.example/f/abc',
		{ _next: 'https://site.example/have-your-say/thanks/#message' },
		'_gotcha',
		{ ok: true, next: '/' },
	],
	[
		'Web3Forms',
		'formHandler: web3forms\nformKey: 5f0c-key\n',
		'https://api.web3forms.com/submit',
		{ access_key: '5f0c-key', redirect: 'https://site.example/have-your-say/thanks/#message' },
		'botcheck',
		{ success: true, message: 'Email sent' },
	],
] as const;

test.each(others)(
	'a setting sends the forms to %s, the policy allows that one alone, and thanks follow its own answer alone',
	async (_name, settings, action, hidden, honeypot, received) => {
		const { output, posted, policies, folder } = await buildWith(settings, { URL: 'https://site.example' });
		expect(output).not.toContain(SENTENCE);
		expect(Object.fromEntries(posted.map(({ path, form }) => [path, form.getAttribute('name')]))).toEqual(forms);
		for (const { path, form } of posted) {
			expect(form.getAttribute('action'), path).toBe(action);
			expect(form.outerHTML, path).not.toContain('netlify');
			expect(form.querySelector(`[name="${honeypot}"]`), path).toBeTruthy();
		}
		const message = posted.find(({ path }) => path === '/contact/')?.form;
		expect(message && hiddenIn(message)).toEqual({ 'form-name': 'message', ...hidden });
		const { origin } = new URL(action);
		expect(policies).toEqual([`connect-src 'self' blob: ${origin}; form-action 'self' ${origin}`]);

		const answers = [
			['text/html', '<!doctype html><h1>All is well</h1>'],
			['application/json', JSON.stringify({ message: 'All is well' })],
			['application/json', JSON.stringify(received)],
		];
		await onPage(serveSite(folder, 0), 'contact/', {}, async (page, address) => {
			await page.route(action, (route) => {
				const [contentType = '', body = ''] = answers.shift() ?? [];
				return route.fulfill({ contentType, body, headers: { 'Access-Control-Allow-Origin': '*' } });
			});
			await writeAndSend(page);
			await expectNobody(page, address);
			await page.getByRole('button', { name: 'Send the message' }).click();
			await expect.poll(() => answers.length).toBe(1);
			await expectNobody(page, address);
			await page.getByRole('button', { name: 'Send the message' }).click();
			await page.waitForURL(/thanks\/\?reference=.*#message$/);
		});
		await onPage(serveSite(folder, 0), 'contact/', { javaScriptEnabled: false }, async (page) => {
			let body = '';
			await page.route(action, (route) => {
				body = route.request().postData() ?? '';
				return route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>All is well</h1>' });
			});
			await writeAndSend(page);
			await page.getByRole('heading', { name: 'All is well' }).waitFor();
			expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
				'form-name': 'message',
				message: 'Čakovec & 🎉',
				...hidden,
			});
		});
	},
);

describe('one’s own machine', () => {
	test('receives what npm start builds', async () => {
		const start = startScript('start', temporaryFolder(), {
			FORM_RECEIVER: undefined,
			NETLIFY: undefined,
			PORT: '0',
			CONTENT_DIR: contentWith(calls),
		});
		const [, address = ''] = await start.said(/The site: (\S+)/);
		const page = await (await fetch(`${address}contact/`)).text();
		start.kill();
		expect(page).toMatch(/<form[^>]* name="message"[^>]* action="\/api\/forms"/);
	});

	test('thanks for nothing that another server answered', async () => {
		await onPage(serveFiles(inject('siteFolder')), 'contact/', {}, async (page, address) => {
			await writeAndSend(page);
			await expectNobody(page, address);
		});
	});
});
