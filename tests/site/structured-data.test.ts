import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';
import { realPages } from './pages.ts';

const folder = inject('siteFolder');
const pages = realPages();
const isHidden = (document: Document) => document.querySelector('meta[name=robots]') !== null;

/** What a page says of itself for programs. */
const dataOf = (document: Document) =>
	[...document.querySelectorAll('script[type="application/ld+json"]')].map(
		(script) => JSON.parse(script.textContent) as Record<string, unknown>,
	);

/** The addresses in the sitemap with the days of their last change. */
const mapped = new Map(
	[...parseHTML(readFileSync(join(folder, 'sitemap.xml'), 'utf8')).document.querySelectorAll('url')].map((url) => [
		new URL(url.querySelector('loc')?.textContent ?? '').pathname,
		url.querySelector('lastmod')?.textContent,
	]),
);

test('the sitemap has every page that search engines may show, each once, further pages of lists apart', () => {
	const shown = pages.filter(({ path, document }) => !isHidden(document) && !/\/page\/\d+\/$/.test(path));
	expect([...mapped.keys()].sort()).toEqual(shown.map(({ path }) => path).sort());
});

test('days in the sitemap are those that pages say', () => {
	for (const { path, document } of pages) {
		const on = mapped.get(path);
		const [article] = dataOf(document).filter((data) => data['@type'] === 'NewsArticle');
		if (article && on) expect(article['dateModified'], path).toBe(on);
	}
});

test('robots.txt leads to the sitemap', () => {
	const [, address = ''] = /^Sitemap: (.+)$/m.exec(readFileSync(join(folder, 'robots.txt'), 'utf8')) ?? [];
	expect(existsSync(join(folder, new URL(address).pathname))).toBe(true);
});

test('browsers learn how to search the site', () => {
	const text = readFileSync(join(folder, 'opensearch.xml'), 'utf8');
	const [, name = ''] = /<ShortName>(.*)<\/ShortName>/.exec(text) ?? [];
	expect(name.length).toBeLessThanOrEqual(16);
	expect(text).toMatch(/template="https:\/\/[^"]+\/search\/\?q=\{searchTerms\}"/);
});

test.each([
	['clusters/', 'Organization'],
	['updates/', 'NewsArticle'],
	['geces/meetings/', 'Event'],
])('each entry under /%s says that it is about one %s', (start, type) => {
	const own = pages.filter(({ path, document }) => {
		const [, rest = ''] = path.split(`/${start}`);
		return path.startsWith(`/${start}`) && /^[^/]+\/$/.test(rest) && document.querySelector('[data-profile], article');
	});
	expect(own.length).toBeGreaterThan(0);
	for (const { path, document } of own)
		expect(dataOf(document).filter((data) => data['@type'] === type).length, path).toBeLessThanOrEqual(1);
	const told = own.filter(({ document }) => dataOf(document).some((data) => data['@type'] === type));
	expect(told.length).toBeGreaterThan(own.length / 2);
});

test('data and words are described as what they are', () => {
	const typesOn = (path: string) =>
		pages.filter((page) => page.path === path).flatMap(({ document }) => dataOf(document).map((data) => data['@type']));
	expect(typesOn('/data/')).toContain('Dataset');
	expect(typesOn('/guide/words/')).toEqual(['DefinedTermSet', 'BreadcrumbList']);
});

test('trails lead along pages that are there', () => {
	for (const { path, document } of pages) {
		for (const data of dataOf(document).filter((one) => one['@type'] === 'BreadcrumbList')) {
			const items = data['itemListElement'] as { item: string }[];
			for (const { item } of items)
				expect(existsSync(join(folder, new URL(item).pathname, 'index.html')), `${path}: ${item}`).toBe(true);
		}
	}
});
