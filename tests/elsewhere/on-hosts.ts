// `npm run check-hosts`: has Netlify’s own local server, Cloudflare’s, nginx and Caddy serve the built site, and looks
// whether what docs/hosting.md says of each is true. Above all: no form may thank where nobody receives it.
import { parseHTML } from 'linkedom';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { readHeaderRules } from '../../src/local/server-config.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { builtFolder, filesOf, isPage } from './built-site.ts';
import { tellChecks, until } from './checks.ts';
import { findHosts, withFormerAddress, type Host } from './hosts.ts';
import { functionsRun } from './netlify-functions.ts';
import { openObservatory } from './observatory.ts';

const hosts = findHosts();
const former = { from: '/clusters/a-former-name/', to: '/clusters/country/' };
const { folder, remove } = withFormerAddress(builtFolder(), former.from, former.to);
// Hosts keep the page for what is not found to themselves; it is asked for as they show it.
const files = filesOf(folder).filter(({ path }) => path !== '/404.html');
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

/** The table of docs/hosting.md that says what works where: by column, what is said in each row. */
const documented = new Map<string, Map<string, string>>();
for (const line of readFileSync('docs/hosting.md', 'utf8').split('\n')) {
	const cells = line.split('|').map((cell) => cell.trim());
	if (cells[1] === 'what works') for (const name of cells.slice(2, -1)) documented.set(name, new Map());
	else if (documented.size > 0 && cells.length === documented.size + 3) {
		[...documented.values()].forEach((column, index) => column.set(cells[1] ?? '', cells[index + 2] ?? ''));
	}
}

/** Whether something works at a host, by docs/hosting.md. */
function isSaid({ column }: Host, row: string): boolean {
	const cell = documented.get(column)?.get(row);
	assert.ok(
		cell !== undefined && /^(?:yes|no)\b/.test(cell),
		`docs/hosting.md says neither yes nor no of ${column}: ${row}`,
	);
	return cell.startsWith('yes');
}

/** Makes a check of what the table says, either way: what is said to be lacking must lack. */
const checkRow = (host: Host, row: string, make: () => Promise<string>): Promise<void> =>
	check(`${row}: ${isSaid(host, row) ? 'yes' : 'no'}`, async () => {
		if (isSaid(host, row)) return make();
		const seen = await make().catch(() => undefined);
		assert.equal(seen, undefined, 'It works, and docs/hosting.md says that it does not.');
		return undefined;
	});

const notFoundPage = readFileSync(join(folder, '404.html'));

/** Asks for what is not there. */
async function nothingIsAt({ address }: Host, path: string): Promise<void> {
	const answer = await fetch(new URL(path, address));
	assert.equal(answer.status, 404, path);
	// What is not there may come with the next build.
	assert.ok(!answer.headers.get('Cache-Control')?.includes('immutable'), `${path}: kept for ever`);
	assert.ok(Buffer.from(await answer.arrayBuffer()).equals(notFoundPage), `${path}: another page`);
}

const rules = readHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'));

/** The headers that the build wrote for an address. */
const headersFor = (path: string) =>
	rules
		.filter(([rule]) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule))
		.flatMap(([, headers]) => headers);

/** Fails if an address comes without a header that the build wrote for it, or with another one of its name. */
async function headersCome({ address, column }: Host, paths: readonly string[]): Promise<string> {
	for (const path of paths) {
		const answer = await fetch(new URL(path, address));
		await answer.body?.cancel();
		for (const [name, value] of headersFor(path)) {
			// Files that are not there must not be kept for ever; and Netlify’s local server has nothing kept.
			if (name === 'Cache-Control' && (answer.status === 404 || column === 'Netlify')) continue;
			assert.equal(answer.headers.get(name), value, `${path}: ${name}`);
		}
	}
	return `at ${paths.length} addresses`;
}

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

/** One page of each kind: by its first folder, and how deep it lies. */
const pageKinds = [
	...new Map(pages.map((page) => [`${page.path.split('/')[1]} ${page.path.split('/').length}`, page.path])).values(),
];
const withHash = files.find(({ path }) => path.startsWith('/_astro/'))?.path ?? '/';
const card = files.find(({ path }) => path.startsWith('/clusters/cards/'))?.path ?? '/';

async function checkHost(host: Host, browser: Browser): Promise<void> {
	const at = (path: string): URL => new URL(path, host.address);
	console.log(`\n${host.name}`);
	await checkRow(host, 'Pages and files', () => allCome(host, files));
	await checkRow(host, 'Search and filters', async () => {
		await open(browser, at('/search/?q=food'), async (page) => {
			await page
				.locator('[data-found]')
				.filter({ hasText: /“food”/ })
				.waitFor({ state: 'attached' });
		});
		await open(browser, at('/clusters/'), async (page) => {
			await page.locator('[data-facet="country"] summary').click();
			await page.locator('[data-facet="country"] input').first().check();
			await page
				.locator('[data-status]')
				.getByText(/^\d+ results?/)
				.waitFor();
		});
		return 'both';
	});
	await check('an address that does not exist is not found', async () => {
		assert.equal(await endOf(at('/nowhere/')), '404 /nowhere/');
	});
	await check('an address without its last slash shows the page', async () => {
		const end = await endOf(at('/clusters'));
		assert.match(end, /^200 \/clusters\/?$/);
		return end;
	});
	await checkRow(host, 'The site’s own page where nothing is', async () => {
		for (const path of ['/nowhere/', '/clusters/nowhere/', '/_astro/nope.js']) await nothingIsAt(host, path);
		return '404 with that page';
	});
	await checkRow(host, 'Former addresses lead on', async () => {
		assert.equal(await endOf(at(former.from)), `200 ${former.to}`);
		return former.from;
	});
	await checkRow(host, 'Headers and policies', () =>
		headersCome(host, [...pageKinds, '/admin/', card, withHash, '/nowhere/', '/clusters/nowhere/']),
	);
	await checkRow(host, 'Best grade of Mozilla’s Observatory', async () => {
		const scores: number[] = [];
		for (const path of [...pageKinds, '/admin/', '/nowhere/']) {
			const { grade, score, problems } = await observatory(host.address, path);
			scores.push(score);
			assert.ok(grade === 'A+' && problems.length === 0, `${path}: ${grade}, ${score}. ${problems.join('; ')}`);
		}
		return `A+ for ${scores.length} kinds of pages, ${Math.min(...scores)} points at least`;
	});
	if (forms.length === 0) console.log('          No page has a form that is posted.');
	for (const form of forms) {
		await check(`${form.page}: the form “${form.name}” does not thank`, () => post(host, form));
		await check(`${form.page}: nor does it with script`, () => send(browser, host, form));
	}
}

console.log('Netlify’s packer');
await check('finds the functions, and each runs from its zip', functionsRun);
const observatory = await openObservatory();
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
	remove();
}
end();
