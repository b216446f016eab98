import compat from '@mdn/browser-compat-data' with { type: 'json' };
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { oldestBrowsers, oldestForEditor } from '../../src/build/oldest-browsers.ts';
import { newerInScripts, newerInStyles } from './newer-names.ts';
import { filesOf } from './pages.ts';

const folder = inject('siteFolder');
const files = filesOf(folder);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const stylesIn = (file: string) => [...read(file).matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);

/** What no page but the editor loads. Previews are also shown where members propose. */
const isEditors = (file: string) => /^_astro\/EditorPage|^admin\/index\.html$/.test(file);
const scripts = files.filter((file) => file.endsWith('.js'));
const pages = files.filter((file) => file.endsWith('.html'));
const sheets = files.filter((file) => file.endsWith('.css'));

const nameIn = (complaint: string) => complaint.replace(/: not in .*/, '');

/** Styles that older browsers pass over, and what they show then. Nothing fails there. */
const looks: Record<string, string> = {
	'@page': 'Safari prints with margins of its own',
	'field-sizing': 'a text area does not grow; it can be pulled larger',
	'field-sizing: content': 'as above',
	hyphens: 'words break as they do anyway',
	'min-block-size: lh': 'a list moves by a line as its count comes',
	'print-color-adjust': 'a printed matrix loses the shade of its cells, not their signs',
	'print-color-adjust: exact': 'as above',
	resize: 'Firefox for Android has no handle',
	scripting: 'lists to browse by stand above the filters that replace them, and search results push them down',
	'text-wrap': 'lines break elsewhere',
	'text-wrap: balance': 'as above',
	'text-wrap: pretty': 'as above',
	'text-wrap: wrap': 'as above',
};

/** Names that only look like something new, or are asked for in a way that no tool sees. */
const inPages: Record<string, string> = {
	'.captureStackTrace': 'zod keeps what has it, if anything does',
	'.getName': 'of custom elements, which no page has',
	fence: 'how Markdown writes code, a variable',
};
const inEditor: Record<string, string> = {
	'.acceleration': 'of a component that scrolls, a property',
	'.addHandler': 'of what drags and drops, a method',
	'.permission': 'of the git host’s answers',
	'.listStyle': 'of what stands in the field for texts, a property of its style',
	viewport: 'a variable',
};

describe('every script and style works in the oldest browsers:', () => {
	test('those of the pages', () => {
		const own = scripts.filter((file) => !isEditors(file));
		expect(own.length).toBeGreaterThan(20);
		expect(newerInScripts(own.map(read), oldestBrowsers).map(nameIn)).toEqual(Object.keys(inPages).sort());
		const styles = [...pages.filter((file) => !isEditors(file)).flatMap(stylesIn), ...sheets.map(read)];
		expect(Object.keys(looks).sort()).toEqual(
			newerInStyles([...new Set(styles)], oldestBrowsers)
				.map(nameIn)
				.sort(),
		);
	});

	test('those of the editor', () => {
		expect(newerInScripts(scripts.filter(isEditors).map(read), oldestForEditor).map(nameIn)).toEqual(
			Object.keys(inEditor).sort(),
		);
		expect(newerInStyles(pages.filter(isEditors).flatMap(stylesIn), oldestForEditor)).toEqual([]);
	});
});

describe('the statement', () => {
	test.each(Object.entries(oldestBrowsers))('names a version of %s that is two years old: %s', (browser, version) => {
		const { releases } = compat.browsers[browser as keyof typeof oldestBrowsers];
		expect(releases[version]?.release_date?.localeCompare('2024-11-26')).toBe(-1);
	});

	test.each([
		['README.md', oldestBrowsers],
		['docs/editing.md', oldestForEditor],
	])('stands in %s', (file, { chrome, firefox, safari }) => {
		const text = readFileSync(file, 'utf8');
		expect(text.includes(`Chrome and Edge ${chrome}, Firefox ${firefox} and Safari ${safari}`)).toBe(true);
	});
});

describe('it is noticed if', () => {
	test.each([
		['Map.groupBy(list, keyOf)', 'Map.groupBy'],
		['Promise.withResolvers()', 'Promise.withResolvers'],
		['fetch("/", { signal: AbortSignal.timeout(3) })', 'AbortSignal.timeout'],
		['URL.canParse(text)', 'URL.canParse'],
		['new Set(a).union(new Set(b))', '.union'],
		['element.checkVisibility()', '.checkVisibility'],
		['map.values().filter(isRight)', 'iterator.filter'],
		['new Promise((done) => scheduler.postTask(done))', '.postTask'],
		['const { withResolvers } = Promise', '.withResolvers'],
	])('a script has %s', (code, name) => {
		expect(newerInScripts([code], oldestBrowsers).map(nameIn)).toContain(name);
	});

	test.each([
		':root { --ink: light-dark(black, white) }',
		'a { field-sizing: content }',
		'a:has(b) { color: red }',
		'@scope (a) { b { color: red } }',
		'a { &:hover { color: red } }',
		'a { b & { color: red } }',
		'@starting-style { a { color: red } }',
		'a { inline-size: 3lh }',
		'a { animation-timeline: scroll() }',
	])('a style has %s', (css) => {
		expect(newerInStyles([css], oldestBrowsers)).not.toEqual([]);
	});

	test('a script has syntax that they cannot read', () => {
		expect(() => newerInScripts(['/[a--b]/v'], oldestBrowsers)).toThrow();
	});

	test.each([
		'if (document.startViewTransition) document.startViewTransition(act)',
		'typeof Iterator === "undefined" || Iterator.from(list)',
		'[...list].filter(isRight); Object.values(list).map(toName)',
		'const union = { union() {} }; union.union()',
	])('but not in a script with %s', (code) => {
		expect(newerInScripts([code], oldestBrowsers)).toEqual([]);
	});

	test.each([
		'@supports selector(:has(*)) { a:has(b) { color: red } }',
		'a { color: black; color: light-dark(black, white) }',
		'a { inline-size: 3rem; color: color-mix(in srgb, red, blue) }',
	])('but not in a style with %s', (css) => {
		expect(newerInStyles([css], oldestBrowsers)).toEqual([]);
	});
});
