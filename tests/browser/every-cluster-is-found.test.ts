import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { fold } from '../../src/formats/fold.ts';
import { findIn, type OpenedIndex } from '../../src/search/ask-index.client.ts';

const address = inject('siteAddress');
const { clusters } = readContent('content').entries;
const read = async <T>(path: string) => (await (await fetch(new URL(path, address))).json()) as T;

let opened: OpenedIndex;
let slugsById: Map<string, string>;
beforeAll(async () => {
	// Pagefind's module runs here as it does in the browser, and asks the served site for its index.
	const module = pathToFileURL(join(inject('siteFolder'), 'pagefind/pagefind.js')).href;
	const pagefind = (await import(module)) as { createInstance: (options: object) => OpenedIndex['index'] };
	const index = pagefind.createInstance({ basePath: new URL('pagefind/', address).href, noWorker: true });
	opened = { index, synonyms: await read('search/words.json') };
	const list = await (await fetch(new URL('clusters/', address))).text();
	const version = /data-list="([0-9a-f]+)"/.exec(list)?.[1] ?? '';
	const ids = await read<string[]>(`data/${version}/index-ids.json`);
	const slugs = await read<[slug: string, name: string][]>(`data/${version}/names.json`);
	slugsById = new Map(ids.map((id, row) => [id, slugs[row]?.[0] ?? '']));
});

/** The profiles that are found, best first. */
const slugsFor = async (words: string) => (await findIn(opened, words)).flatMap(({ id }) => slugsById.get(id) ?? []);

const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{Mark}/gu, '');
const spellingsOf = (text: string) => [...new Set([text, withoutMarks(text), fold(text)])];

describe.each(clusters)('$data.name', ({ id, data }) => {
	const names = [data.name, ...(data.localNames ?? []).map(({ name }) => name)];

	test.each(names.flatMap(spellingsOf))('is among the first five for its name “%s”', async (name) => {
		expect((await slugsFor(name)).slice(0, 5)).toContain(id);
	});

	test.runIf(data.acronym).each(spellingsOf(data.acronym ?? ''))('is found by its acronym “%s”', async (acronym) => {
		expect(await slugsFor(acronym)).toContain(id);
	});

	test.runIf(data.place).each(spellingsOf(data.place ?? ''))('is found by its town “%s”', async (place) => {
		expect(await slugsFor(place)).toContain(id);
	});
});

test('“PTCE” finds every profile of that kind, also those that only say “pôle”', async () => {
	const found = await slugsFor('PTCE');
	expect(found).toEqual(
		expect.arrayContaining(clusters.filter(({ data }) => data.kind === 'ptce').map(({ id }) => id)),
	);
});

test('“social cooperative” finds what is called by its local name', async () => {
	const found = await slugsFor('social cooperative');
	expect(await slugsFor('"cooperativa sociale"')).not.toEqual([]);
	expect(found).toEqual(expect.arrayContaining(await slugsFor('"cooperativa sociale"')));
});
