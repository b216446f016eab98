// `npm run check-hosts`: has nginx and Caddy serve the built site as they do by default, and looks whether it works
// there. What it is for above all: no form may thank its sender where nobody receives it.
import { parseHTML } from 'linkedom';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { builtFolder, filesOf, isPage } from './built-site.ts';
import { tellChecks, until } from './checks.ts';
import { findHosts, type Host } from './hosts.ts';

const folder = builtFolder();
const hosts = findHosts();
const files = filesOf(folder);
const pages = files.filter(isPage);
const { check, end } = tellChecks();

/** What hosts must say of files for browsers to take them. */
const TYPES: Readonly<Record<string, RegExp>> = {
	'.js': /^(?:text|application)\/javascript\b/,
	'.css': /^text\/css\b/,
	'.svg': /^image\/svg\+xml\b/,
	'.html': /^text\/html\b/,
	'/': /^text\/html\b/,
};

/** Asks a host for a file, and says what is wrong with the answer. */
async function problemWith({ address }: Host, { path, read }: (typeof files)[number]): Promise<string | undefined> {
	const answer = await fetch(new URL(path, address), { redirect: 'manual' });
	const body = Buffer.from(await answer.arrayBuffer());
	if (answer.status !== 200) return `${path}: ${answer.status}`;
	if (!body.equals(read())) return `${path}: another content`;
	const type = answer.headers.get('content-type') ?? '';
	const [, wanted] = Object.entries(TYPES).find(([ending]) => path.endsWith(ending)) ?? [];
	return wanted?.test(type) === false ? `${path}: served as “${type}”` : undefined;
}

async function allCome(host: Host, wanted: typeof files): Promise<string> {
	const problems: string[] = [];
	for (const file of wanted) problems.push((await problemWith(host, file)) ?? '');
	assert.deepEqual(problems.filter(Boolean), []);
	return `${wanted.length} of them`;
}

/** Where an address leads to in the end. */
const endOf = async (url: URL): Promise<string> => {
	const answer = await fetch(url);
	await answer.body?.cancel();
	return `${answer.status} ${new URL(answer.url).pathname}`;
};

/** Former addresses and what they lead to, as the build wrote them for Netlify. */
const formerAddresses = (existsSync(join(folder, '_redirects')) ? readFileSync(join(folder, '_redirects'), 'utf8') : '')
	.split('\n')
	.filter((line) => line.startsWith('/'))
	.map((line) => line.split(' '));

/** Forms that pages post. */
const forms = pages.flatMap(({ path, read }) => {
	const html = read().toString('utf8');
	if (!html.includes('<form')) return [];
	const { document } = parseHTML(html) as unknown as { document: Document };
	return [...document.querySelectorAll('form')]
		.filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
		.map((form, index) => ({
			page: path,
			index,
			name: form.getAttribute('name') ?? 'without a name',
			action: form.getAttribute('action') ?? '',
			thanks: form.getAttribute('data-hosted-form')?.split('#', 1)[0] ?? form.getAttribute('action') ?? '',
			fields: [...form.querySelectorAll('[name]')].map((field): [string, string] => [
				field.getAttribute('name') ?? '',
				field.getAttribute('value') ?? 'x',
			]),
		}));
});
type Form = (typeof forms)[number];

/** The page that thanks, as it was built; its address may be that of a form elsewhere. */
const thanksOf = ({ page, thanks }: Form): Buffer | undefined => {
	const { pathname } = new URL(thanks, new URL(page, 'http://localhost'));
	return pages.find(({ path }) => path === pathname)?.read();
};

/** Posts a form as a browser without script does. */
async function post({ address }: Host, form: Form): Promise<string> {
	const url = new URL(form.action, new URL(form.page, address));
	if (url.origin !== new URL(address).origin) return `goes to ${url.origin}, where it was not sent`;
	const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form.fields) });
	const body = Buffer.from(await answer.arrayBuffer());
	const isThanks = thanksOf(form)?.equals(body) === true;
	const seen = `POST ${url.pathname} gave ${answer.status}${isThanks ? ' and the page that thanks' : ''}`;
	// A script cannot tell more than that all went well, either.
	assert.ok(!isThanks && !answer.ok, seen);
	return seen;
}

/** Fills in what a form needs. It sees nothing but the page. */
const fillIn = (form: Locator): Promise<void> =>
	form.evaluate((element) => {
		const words: Record<string, string> = {
			email: 'a@sender.example',
			url: 'https://sender.example/',
			date: '2026-01-01',
		};
		const groups = new Set<string>();
		for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
			'[name]',
		)) {
			const name = field.getAttribute('name') ?? '';
			if (field.type === 'hidden' || field.closest('[hidden]')) continue;
			if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
			else if (field.type === 'checkbox' || field.type === 'radio') {
				(field as HTMLInputElement).checked = !groups.has(name);
				groups.add(name);
			} else field.value = words[field.type] ?? 'Words';
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
	});

/** Sends a form as a reader with script does, and says what the reader then sees. */
async function send(browser: Browser, { address }: Host, form: Form): Promise<string> {
	const page = await browser.newPage();
	try {
		await page.goto(new URL(form.page, address).href);
		// To another site nothing is sent in earnest.
		await page.route(
			(url) => url.origin !== new URL(address).origin,
			(route) => route.abort(),
		);
		const shown = page.locator('form[method="post" i]').nth(form.index);
		await fillIn(shown);
		await shown.locator('[type="submit"]').click();
		const { pathname } = new URL(form.thanks, new URL(form.page, address));
		const seen = await until(async () => {
			if (new URL(page.url()).pathname === pathname) return 'the page that thanks';
			const failed = (await page.locator('[data-failed]:visible').allInnerTexts()).join(' ');
			assert.ok(failed !== '' || new URL(page.url()).pathname !== form.page, 'Nothing happens.');
			return failed === '' ? page.url() : `“${failed}”`;
		});
		assert.notEqual(seen, 'the page that thanks');
		return seen;
	} finally {
		await page.close();
	}
}

/** Opens a page, and fails if one of its scripts fails or something does not come. */
async function open(browser: Browser, url: URL, look: (page: Page) => Promise<void>): Promise<void> {
	const page = await browser.newPage();
	const problems: string[] = [];
	page.on('pageerror', ({ message }) => problems.push(message));
	page.on('response', (answer) => {
		if (answer.status() >= 400) problems.push(`${answer.url()}: ${answer.status()}`);
	});
	try {
		await page.goto(url.href);
		await look(page);
		assert.deepEqual(problems, []);
	} finally {
		await page.close();
	}
}

async function checkHost(host: Host, browser: Browser): Promise<void> {
	const at = (path: string): URL => new URL(path, host.address);
	console.log(`\n${host.name}`);
	await check('every page comes', () => allCome(host, pages));
	await check('every other file comes', () =>
		allCome(
			host,
			files.filter((file) => !isPage(file)),
		),
	);
	await check('an address that does not exist is not found', async () => {
		assert.equal(await endOf(at('/nowhere/')), '404 /nowhere/');
	});
	await check('an address without its last slash leads on', async () => {
		assert.equal(await endOf(at('/clusters')), '200 /clusters/');
	});
	await check('former addresses lead on', async () => {
		for (const [from = '', to = ''] of formerAddresses) assert.equal(await endOf(at(from)), `200 ${to}`, from);
		return formerAddresses.length === 0 ? 'this build has none' : `${formerAddresses.length} of them`;
	});
	await check('the search finds', () =>
		open(browser, at('/search/?q=food'), async (page) => {
			await page
				.locator('[data-found]')
				.filter({ hasText: /results for “food”/ })
				.waitFor({ state: 'attached' });
		}),
	);
	await check('filters narrow the list', () =>
		open(browser, at('/clusters/'), async (page) => {
			await page.locator('[data-facet="country"] summary').click();
			await page.locator('[data-facet="country"] input').first().check();
			await page
				.locator('[data-status]')
				.getByText(/^\d+ results?/)
				.waitFor();
		}),
	);
	if (forms.length === 0) console.log('          No page has a form that is posted.');
	for (const form of forms) {
		await check(`${form.page}: the form “${form.name}” does not thank`, () => post(host, form));
		await check(`${form.page}: nor does it with script`, () => send(browser, host, form));
	}
}

const launched = await launchBrowser();
const browser = await chromium.connect(launched.wsEndpoint());
try {
	for (const serve of hosts) {
		const host = await serve(folder);
		try {
			await checkHost(host, browser);
		} finally {
			host.close();
		}
	}
} finally {
	await browser.close();
	await launched.close();
}
end();
