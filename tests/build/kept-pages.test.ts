import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeptPages } from '../../src/build/kept-pages.ts';
import type { PageFacts } from '../../src/build/page-checks.ts';

const facts: PageFacts = { isFinished: true, links: ['/about/'], pictures: [], shareCards: [], styles: [] };
const HTML = '<html><h1>One</h1></html>';

let folder = '';
let cache = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'kept-'));
	cache = join(folder, 'cache');
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

const siteOf = (build: string) => join(folder, build);

/** A build that makes these pages, by their keys, unless it takes them from the last one. Answers with those that it made. */
function build(name: string, pages: Record<string, string>, maker = 'code', known = facts): string[] {
	const kept = new KeptPages(cache, maker, siteOf(name));
	const made = Object.entries(pages).flatMap(([key, html]) => {
		const page = `${key}/index.html`;
		if (kept.take(page, key, () => true)) return [];
		mkdirSync(dirname(join(siteOf(name), page)), { recursive: true });
		writeFileSync(join(siteOf(name), page), html);
		kept.add(page, key, Buffer.from(html), known);
		return [key];
	});
	kept.keep();
	return made;
}

test('a page of the same key is not made again, and is the same', () => {
	expect(build('first', { one: HTML })).toEqual(['one']);
	expect(build('second', { one: 'another' })).toEqual([]);
	expect(readFileSync(join(siteOf('second'), 'one/index.html'), 'utf8')).toBe(HTML);
});

test('what is known of a page is known of it in the next build', () => {
	build('first', { one: HTML });
	const kept = new KeptPages(cache, 'code', siteOf('second'));
	expect(kept.take('one/index.html', 'one', () => true)).toEqual(facts);
	expect(kept.taken).toBe(1);
});

test('a page of another key is made', () => {
	build('first', { one: HTML });
	expect(build('second', { two: HTML })).toEqual(['two']);
});

test('other code makes all pages', () => {
	build('first', { one: HTML });
	expect(build('second', { one: HTML }, 'other code')).toEqual(['one']);
});

test('a page that does not serve any more is made', () => {
	build('first', { one: HTML });
	const kept = new KeptPages(cache, 'code', siteOf('second'));
	expect(kept.take('one/index.html', 'one', () => false)).toBeUndefined();
});

test('a page that broke off is not kept', () => {
	build('first', { one: HTML }, 'code', { ...facts, isFinished: false });
	expect(build('second', { one: HTML })).toEqual(['one']);
});

test('what a build did not use is gone', () => {
	build('first', { one: HTML, two: `${HTML}two` });
	build('second', { two: `${HTML}two` });
	expect(readdirSync(cache)).toHaveLength(2);
});

describe('of a spoiled cache nothing is taken that is spoiled', () => {
	const inEach = (change: (file: string) => void) => {
		for (const name of readdirSync(cache)) change(join(cache, name));
	};
	test.each<[string, () => void]>([
		[
			'files are cut',
			() => {
				inEach((file) => {
					writeFileSync(file, readFileSync(file).subarray(0, 20));
				});
			},
		],
		[
			'files have other bytes',
			() => {
				inEach((file) => {
					writeFileSync(file, readFileSync(file, 'utf8').replaceAll('n', 'm'));
				});
			},
		],
		[
			'files are gone',
			() => {
				rmSync(cache, { recursive: true });
			},
		],
		[
			'pages are gone',
			() => {
				inEach((file) => {
					if (!file.endsWith('list')) rmSync(file);
				});
			},
		],
		[
			'the list is of another kind',
			() => {
				writeFileSync(join(cache, 'list'), '[]');
			},
		],
	])('%s', (_what, spoil) => {
		build('first', { one: HTML });
		// Its own, for a site that stands is the same file.
		rmSync(siteOf('first'), { recursive: true });
		spoil();
		expect(build('second', { one: HTML })).toEqual(['one']);
		expect(build('third', { one: HTML })).toEqual([]);
		expect(readFileSync(join(siteOf('third'), 'one/index.html'), 'utf8')).toBe(HTML);
	});
});
