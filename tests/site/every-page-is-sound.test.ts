import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { htmlProblemsOf } from './html-problems.ts';
import { filesOf, realPages, textOf } from './pages.ts';

const pages = realPages();
const folder = inject('siteFolder');
const files = new Set(filesOf(folder).map((file) => `/${file}`));
const origin = 'https://site.example';

const PAGE_MAX_BYTES = 14 * 1024;
const LIST_PAGE_MAX_BYTES = 20 * 1024;
const FONTS_MAX_BYTES = 24 * 1024;
/** Pages whose job is a list; every other page is held to the smaller budget. */
const isList = (path: string) =>
	['/geces/timeline/', '/geces/members/', '/geces/meetings/', '/guide/words/', '/updates/'].includes(path);
/** Of the scripts of a page with all that they import. */
const [SCRIPTS_MAX, SCRIPTS_MAX_BYTES] = [5, 10 * 1024];

/** Scripts that a script of the site imports, whether or not anybody asks for more. */
const importsOf = (script: string) =>
	[...readFileSync(join(folder, script), 'utf8').matchAll(/\b(?:import|from)["']\.\/([^"']+)/g)].map(
		([, name]) => `/_astro/${name}`,
	);
const weights = new Map<string, number>();
const weightOf = (script: string) => {
	const weight = weights.get(script) ?? brotliCompressSync(readFileSync(join(folder, script))).length;
	weights.set(script, weight);
	return weight;
};

test('there are pages to look at', () => {
	expect(pages.length).toBeGreaterThan(150);
});

describe.each(pages)('$path', ({ path, file, html, document }) => {
	test('has one heading of the first level, a title and a description', () => {
		expect(document.querySelectorAll('h1')).toHaveLength(1);
		expect(textOf(document.querySelector('h1'))).not.toBe('');
		expect(textOf(document.querySelector('title'))).not.toBe('');
		expect(document.querySelector('meta[name="description"]')?.getAttribute('content')?.trim()).toBeTruthy();
		expect(document.documentElement.getAttribute('lang')).toBe('en');
	});

	test('does not skip a level of headings', () => {
		const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
		levels.forEach((level, index) => {
			expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
		});
	});

	test('links to pages and anchors that exist', () => {
		for (const link of document.querySelectorAll('a[href], link[href]')) {
			const url = new URL(link.getAttribute('href') ?? '', origin + path);
			if (link.getAttribute('rel') === 'canonical' || url.origin !== origin) continue;
			const target = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
			expect(files, `${path} links to ${url.pathname}`).toContain(target);
			if (!url.hash) continue;
			const other = target === `/${file}` ? document : pages.find((page) => `/${page.file}` === target)?.document;
			expect(
				other?.getElementById(decodeURIComponent(url.hash.slice(1))),
				`${path} links to ${url.pathname}${url.hash}`,
			).toBeTruthy();
		}
	});

	test('has few scripts, and names all of them at once', () => {
		const addressesOf = (selector: string, attribute: string) =>
			[...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
		const named = new Set([...addressesOf('script[src]', 'src'), ...addressesOf('link[rel="modulepreload"]', 'href')]);
		expect([...named].flatMap((script) => importsOf(script)).filter((script) => !named.has(script))).toEqual([]);
		expect(named.size).toBeLessThanOrEqual(SCRIPTS_MAX);
		const bytes = [...named].reduce((sum, script) => sum + weightOf(script), 0);
		expect(bytes).toBeLessThanOrEqual(SCRIPTS_MAX_BYTES);
	});

	test('asks no other host for anything, and has only scripts that do not hold it up', () => {
		expect(document.querySelectorAll('iframe, object, embed')).toHaveLength(0);
		for (const script of document.querySelectorAll('script:not([type="application/ld+json"])')) {
			expect(script.getAttribute('type')).toBe('module');
			expect(script.getAttribute('src')).toMatch(/^\/_astro\//);
		}
		for (const element of document.querySelectorAll(
			'[src], [srcset], image[href], link[rel~="stylesheet"], link[rel~="preload"], link[rel~="icon"]',
		)) {
			const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
			expect(address).toMatch(/^\/(?!\/)/);
			expect(files).toContain(address.replace(/#.*/, ''));
		}
		expect(html).not.toMatch(/\sstyle="|\son\w+="|@import/);
	});

	test('says that it is not a site of the Commission', () => {
		expect(textOf(document.querySelector('footer'))).toContain('not a site of the European Commission');
	});

	test('arrives in the first round trip', () => {
		expect(brotliCompressSync(html).length).toBeLessThanOrEqual(isList(path) ? LIST_PAGE_MAX_BYTES : PAGE_MAX_BYTES);
	});

	test('is valid HTML', async () => {
		expect(await htmlProblemsOf(html, file)).toEqual([]);
	});
});

test('no two pages share a title or a description', () => {
	for (const read of [
		(document: Document) => textOf(document.querySelector('title')),
		(document: Document) => document.querySelector('meta[name="description"]')?.getAttribute('content'),
	]) {
		const seen = new Map<string | null | undefined, string>();
		for (const { path, document } of pages) {
			const value = read(document);
			expect(seen.get(value), `${path} has the same as`).toBeUndefined();
			seen.set(value, path);
		}
	}
});

test('the fonts cost at most 24 kB in all', () => {
	const bytes = filesOf(folder)
		.filter((file) => file.endsWith('.woff2'))
		.map((file) => readFileSync(join(folder, file)).length);
	expect(bytes.length).toBeGreaterThan(0);
	expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FONTS_MAX_BYTES);
});
