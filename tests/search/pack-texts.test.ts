import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packTexts } from '../../src/search/pack-texts.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { writeIndex } from '../../src/search/write-index.ts';

const FILES_MAX = 5;
const BASE = 'https://site.example/pagefind/';

const work = mkdtempSync(join(tmpdir(), 'index-'));
const records = Array.from({ length: 40 }, (_, index): SearchRecord => {
	const title = `Cluster ${index} “Łódź”`;
	return {
		url: `/clusters/c${index}/`,
		title,
		where: 'Profile',
		text: `Word${index} and bread`,
		plain: title,
		door: 'Clusters',
	};
});
let ids: Map<string, string>;
const textFiles = (folder: string) => readdirSync(join(folder, 'fragment'));

beforeAll(async () => {
	ids = await writeIndex(records, work, FILES_MAX);
	// Pagefind’s module asks for files by address.
	vi.stubGlobal('fetch', (address: string) => Promise.resolve(new Response(readFileSync(fileAt(address)))));
});
afterAll(() => {
	vi.unstubAllGlobals();
	rmSync(work, { recursive: true });
});
const fileAt = (address: string) => join(work, new URL(address).pathname.replace('/pagefind/', ''));

test('the texts of many results lie in few files', () => {
	expect(textFiles(work).length).toBeLessThanOrEqual(FILES_MAX);
	expect(new Set(ids.values()).size).toBe(records.length);
});

test('Pagefind’s own module reads each of them, with the words that were searched for', async () => {
	const module = pathToFileURL(join(work, 'pagefind.js')).href;
	const { createInstance } = (await import(module)) as {
		createInstance: (options: object) => {
			search: (words: string) => Promise<{
				results: { id: string; data: () => Promise<{ url: string; meta: object; excerpt: string }> }[];
			}>;
		};
	};
	const index = createInstance({ basePath: BASE, noWorker: true });
	const { results } = await index.search('bread');
	const found = await Promise.all(results.map(async ({ id, data }) => ({ id, ...(await data()) })));
	expect(new Set(found.map(({ id }) => id))).toEqual(new Set(ids.values()));
	for (const { id, url, meta, excerpt } of found) {
		const record = records.find((one) => new URL(url).pathname === one.url);
		expect(id).toBe(ids.get(record?.url ?? ''));
		expect(meta).toMatchObject({ title: record?.title });
		expect(excerpt).toContain('<mark>bread</mark>');
	}
});

test('a Pagefind that reads texts in another way stops the build', () => {
	const other = mkdtempSync(join(tmpdir(), 'index-'));
	writeFileSync(join(other, 'pagefind.js'), 'export const nothing = 1;');
	const texts = new Map(Array.from({ length: 9 }, (_, index) => [`en_${index}`, '{}']));
	expect(() => {
		packTexts(other, texts, FILES_MAX);
	}).toThrow('Pagefind’s module reads texts in another way than is known');
	rmSync(other, { recursive: true });
});
