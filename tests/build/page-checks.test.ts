import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PageChecks, type CheckedPages } from '../../src/build/page-checks.ts';

/** Writes the files of a site, checks its pages and removes them. */
function inspect(files: Record<string, string>): CheckedPages {
	const folder = mkdtempSync(join(tmpdir(), 'pages-'));
	const checks = new PageChecks();
	try {
		for (const [path, text] of Object.entries(files)) {
			if (path.endsWith('.html')) checks.add(path, Buffer.from(text));
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		return checks.end(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const page = (head = '', body = '') =>
	`<!DOCTYPE html><html><head>${head}</head><body><h1>A page</h1>${body}</body></html>\n`;
const link = (address: string) => `<a href="${address}">x</a>`;

describe('a page', () => {
	test('that ends as it should is not broken', () => {
		expect(inspect({ 'index.html': page() }).unfinished).toEqual([]);
	});

	test('that breaks off is broken', () => {
		expect(inspect({ 'index.html': '<html><body><h1>A page</h1><p>And then' }).unfinished).toEqual(['index.html']);
	});

	test('without a heading is broken', () => {
		expect(inspect({ 'index.html': '<html><body></body></html>' }).unfinished).toEqual(['index.html']);
	});

	test('that is empty is broken', () => {
		expect(inspect({ '404.html': '' }).unfinished).toEqual(['404.html']);
	});

	test('in a folder is named with it', () => {
		expect(inspect({ 'clusters/one/index.html': '' }).unfinished).toEqual(['clusters/one/index.html']);
	});
});

test('all broken pages are named, in order', () => {
	expect(inspect({ 'c.html': '', 'a.html': '', 'b.html': page() }).unfinished).toEqual(['a.html', 'c.html']);
});

test('a file that is no page is never broken', () => {
	expect(inspect({ 'data/clusters.csv': '', 'maps/fr.svg': '<svg>' })).toEqual({
		unfinished: [],
		brokenLinks: [],
		pictures: [],
		shareCards: [],
	});
});

test('the published pictures that pages show are named once each, in each width', () => {
	const address = (width: number) => `/_astro/pictures/0123456789abcdef-${width}.webp`;
	const image = `<img src="${address(960)}" srcset="${address(480)} 480w, ${address(960)} 960w" alt="a > b">`;
	const files = { 'a.html': page(image), 'b.html': page(image), 'c.html': page(`<p>${address(1600)}</p>`) };
	expect(inspect(files).pictures).toEqual([address(480), address(960)]);
});

/** The hashes of the style sheets in a page. */
const hashesIn = (html: string) => [...new PageChecks().add('index.html', Buffer.from(html))];

// printf 'a{color:red}' | openssl dgst -sha256 -binary | base64
const RED = '6hWWMOcF+mJesSJGYhmK2lkIIEw9Xc5XKGLPVzh8yxs=';

describe('the style sheets inside a page', () => {
	test.each([
		['are named by the hash of their text', '<style>a{color:red}</style>'],
		['may have attributes', '<style media="print">a{color:red}</style>'],
		['are named once, however often it has them', '<style>a{color:red}</style><style>a{color:red}</style>'],
	])('%s', (_what, head) => {
		expect(hashesIn(page(head))).toEqual([RED]);
	});

	test('count blanks, as browsers do', () => {
		expect(hashesIn(page('<style> a{color:red}</style>'))).not.toEqual([RED]);
	});
});

describe('a link', () => {
	const brokenLinksTo = (address: string, files: Record<string, string> = {}) =>
		inspect({ 'index.html': page('', `<p id="main">${link(address)}</p>`), ...files }).brokenLinks;

	test.each([
		['the first page', '/'],
		['the page that it stands on', '/#main'],
		['a page with an anchor', '/clusters/#list'],
		['a page with a query', '/clusters/?country=fr'],
		['an anchor behind a query with an escaped sign', '/clusters/?name=d&#39;or&amp;page=2#list'],
		['a file', '/maps/fr.svg'],
		['a file with an accent in its name', '/maps/li%C3%A8ge.svg'],
		['another site', 'https://example.org/nowhere/'],
		['another site without a protocol', '//example.org/nowhere/'],
		['a mailbox', 'mailto:info@example.org'],
		['an anchor of its own page', '#main'],
	])('is alive if it leads to %s', (_description, address) => {
		const files = {
			'clusters/index.html': page('', '<ul id="list"></ul>'),
			'maps/fr.svg': '<svg>',
			'maps/liège.svg': '<svg>',
		};
		expect(brokenLinksTo(address, files)).toEqual([]);
	});

	test.each([
		['a page that is not there', '/clusters/'],
		['a file that is not there', '/maps/fr.svg'],
		['an address that is none', '/a%zz/'],
		['an anchor that is not there', '/#nowhere'],
		['an anchor that is not there behind a query', '/?page=2#nowhere'],
		['a page that is not there with a query', '/clusters/?country=fr'],
		['a page without the slash at its end', '/maps'],
	])('is dead if it leads to %s', (_description, address) => {
		expect(brokenLinksTo(address)).toEqual([{ address, page: 'index.html' }]);
	});

	test('within a page is dead if that page has no such anchor, though another has', () => {
		const files = { 'guide/index.html': page('', link('#main')) };
		expect(brokenLinksTo('/', files)).toEqual([{ address: '/guide/#main', page: 'guide/index.html' }]);
	});

	test('to a folder without a page is dead', () => {
		expect(brokenLinksTo('/maps/', { 'maps/fr.svg': '<svg>' })).toEqual([{ address: '/maps/', page: 'index.html' }]);
	});

	test('that is dead is named once, however many pages have it', () => {
		const files = { 'a.html': page('', link('/nowhere/')), 'b.html': page('', link('/nowhere/')) };
		expect(inspect(files).brokenLinks.map(({ address }) => address)).toEqual(['/nowhere/']);
	});
});

describe('a style sheet', () => {
	test('counts only where it is one, not where its name stands in an attribute', () => {
		const head = '<meta name="description" content="Before <style> after"><style>p{color:red}</style>';
		// printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
		expect(hashesIn(page(head))).toEqual(['p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=']);
	});
});

test('a link to a former address is no dead one', () => {
	const files = { 'a.html': page('', link('/clusters/old/')), _redirects: '/clusters/old/ /clusters/new/ 301\n' };
	expect(inspect(files).brokenLinks).toEqual([]);
});
