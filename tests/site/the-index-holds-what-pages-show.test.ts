import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { toPlainText } from '../../src/formats/text.ts';
import { openBuiltIndex } from '../../src/local/search-queries.ts';
import { addressOf } from '../../src/schemas/collections.ts';
import { folderOf, type WordFile } from '../../src/search/index-format.ts';
import { entryOfPosting } from '../../src/search/index-format.ts';
import { wordsOf } from '../../src/search/words.ts';
import { realPages } from './pages.ts';

const index = await openBuiltIndex(inject('siteFolder'));
const { version } = index.manifest;
const words = new Map<string, Set<string>>();
for (const file of index.manifest.texts.keys()) {
	const name = join(inject('siteFolder'), folderOf(version), `texts-${file}.json`);
	const content = JSON.parse(readFileSync(name, 'utf8')) as WordFile;
	for (const [at, word] of content.words.split(' ').entries()) {
		let last = 0;
		for (const distance of content.postings[at] ?? []) {
			last += distance;
			const [address] = await index.shown(entryOfPosting(last));
			words.set(address, (words.get(address) ?? new Set()).add(word));
		}
	}
}
const { entries } = readContent('content');
const pages = new Map(realPages().map((page) => [page.path, page.document]));

/** What stands on a page and not in its record. Buttons and signposts of the page are not its content. */
function missingWords(path: string, selectors: string): string[] {
	const known = words.get(path) ?? new Set();
	return [...(pages.get(path)?.querySelectorAll(selectors) ?? [])].flatMap((element) => {
		const copy = element.cloneNode(true) as Element;
		for (const part of copy.querySelectorAll('.marks, .correct, .hint, .visually-hidden')) part.remove();
		// Neighbouring elements are words of their own.
		const text = toPlainText(copy.innerHTML.replaceAll('<', ' <'));
		return wordsOf(text).filter((word) => !known.has(word));
	});
}

describe.each(entries.clusters)('the index of $data.name', ({ id }) => {
	test('holds names, summary, text, facts, what members share, activities and practice', () => {
		const shown =
			'h1, .local > span[lang], .lead, [data-row] li:not(.tie), [data-row] dd, article .prose:not(.small), [data-facts] dd';
		expect(missingWords(addressOf('clusters', id), shown)).toEqual([]);
	});
});

test.each(['updates', 'meetings', 'calls', 'guide'] as const)(
	'every record of %s holds its title, lead and text',
	(name) => {
		expect(entries[name].length).toBeGreaterThan(0);
		for (const { id } of entries[name]) {
			const path = addressOf(name, id);
			expect(words.has(path), path).toBe(true);
			// A guide page that developers wrote has lists made from the content, which have pages of their own.
			expect(missingWords(path, 'h1, .lead, .prose > p:not(.small)'), path).toEqual([]);
		}
	},
);

test('every term, organisation and milestone has a record that leads to its place on a page', () => {
	for (const name of ['terms', 'organisations', 'milestones'] as const) {
		expect(entries[name].length).toBeGreaterThan(0);
		for (const { id } of entries[name]) {
			const url = addressOf(name, id);
			expect(words.has(url), url).toBe(true);
			const [path = '', anchor = ''] = url.split('#');
			expect(pages.get(path)?.getElementById(anchor), url).toBeTruthy();
		}
	}
});
