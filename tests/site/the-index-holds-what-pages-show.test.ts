import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { toPlainText } from '../../src/formats/text.ts';
import { addressOf } from '../../src/schemas/collections.ts';
import { realPages } from './pages.ts';

const folder = join(inject('siteFolder'), 'pagefind/fragment');
const records = new Map(
	readdirSync(folder).map((name) => {
		const text = gunzipSync(readFileSync(join(folder, name))).toString();
		const record = JSON.parse(text.slice('pagefind_dcd'.length)) as {
			url: string;
			content: string;
			meta: Record<string, string>;
		};
		return [record.url, [record.content, ...Object.values(record.meta)].join(' ')];
	}),
);
const { entries } = readContent('content');
const pages = new Map(realPages().map((page) => [page.path, page.document]));

/** The words of a text, without signs, so that punctuation between parts does not count. */
const wordsOf = (text: string) =>
	text
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

/** What stands on a page and not in its record. Buttons and signposts of the page are not its content. */
function missingWords(path: string, selectors: string): string[] {
	const known = new Set(wordsOf(records.get(path) ?? ''));
	return [...(pages.get(path)?.querySelectorAll(selectors) ?? [])].flatMap((element) => {
		const copy = element.cloneNode(true) as Element;
		for (const part of copy.querySelectorAll('.marks, .correct, .hint, .visually-hidden')) part.remove();
		// Neighbouring elements are words of their own.
		const text = toPlainText(copy.innerHTML.replaceAll('<', ' <'));
		return wordsOf(text).filter((word) => !known.has(word));
	});
}

describe.each(entries.clusters)('the record of $data.name', ({ id }) => {
	test('holds names, summary, text, facts, what members share, activities and practice', () => {
		const shown =
			'h1, .local > span:first-child, .lead, [data-row] li:not(.off, .tie), [data-row] dd, article .prose:not(.small), [data-facts] > div:not([data-asks]) dd';
		// Of a number without a date the page says that its source has none.
		const said = ['source', 'undated'];
		const missing = missingWords(addressOf('clusters', id), shown);
		expect(missing.filter((word) => !said.includes(word))).toEqual([]);
	});
});

test.each(['updates', 'meetings', 'calls', 'guide'] as const)(
	'every record of %s holds its title, lead and text',
	(name) => {
		expect(entries[name].length).toBeGreaterThan(0);
		for (const { id } of entries[name]) {
			const path = addressOf(name, id);
			expect(records.has(path), path).toBe(true);
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
			expect(records.has(url), url).toBe(true);
			const [path = '', anchor = ''] = url.split('#');
			expect(pages.get(path)?.getElementById(anchor), url).toBeTruthy();
		}
	}
});

test('the index holds nothing else', () => {
	const total = (
		['clusters', 'updates', 'meetings', 'calls', 'points', 'guide', 'terms', 'organisations', 'milestones'] as const
	).reduce((sum, name) => sum + entries[name].length, 0);
	expect(records.size).toBe(total);
});
