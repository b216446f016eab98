import { csvParseRows, dsvFormat } from 'd3-dsv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeEntryFile } from '../../src/files/entry-file.ts';
import { parseFile } from '../../src/files/front-matter.ts';
import { formatProblem } from '../../src/files/problem.ts';
import { readContent } from '../../src/files/read-content.ts';
import { entryFiles, openCollections, type OpenCollection } from '../../src/formats/entry-files.ts';
import { wordsForField } from '../../src/model/changes.ts';
import { collections, extensionOf, type Entry } from '../../src/schemas/collections.ts';
import { readTable, TABLE_MAX_BYTES, type ImportInto } from '../../src/submissions/imported-table.ts';
import { entryOf, fieldsOf, type Fields } from '../entries.ts';
import { fixed, validEntry, withoutBody } from '../files/entries-from-schema.ts';

const SITE = 'https://clusters.example.org';
const exported = (collection: OpenCollection, entries: readonly Entry<OpenCollection>[]) =>
	entryFiles.csv.toText(collection, entries, SITE);

/** A table read into content that has these files of profiles, by slug. */
const importInto = (files: Record<string, string>, collection: OpenCollection = 'clusters'): ImportInto => ({
	collection,
	originalOf: (slug) => files[slug],
	exists: () => true,
	// Made-up profiles were founded in any year.
	today: '2101-01-01',
});
const read = (table: string | Uint8Array, files: Record<string, string> = {}, collection?: OpenCollection) =>
	readTable(typeof table === 'string' ? Buffer.from(table) : table, 'table.csv', importInto(files, collection));

const body = 'A text that no table has.\n';
const fileWith = (changes: Fields) => writeEntryFile('clusters', { ...fieldsOf('clusters', changes), body });
const files = { one: fileWith({ founded: 2015 }), two: fileWith({ name: 'Two' }) };
const entries = [entryOf('clusters', { founded: 2015 }, 'one'), entryOf('clusters', { name: 'Two' }, 'two')];
const table = exported('clusters', entries);

/** The entry that a file of an import is. */
function entryIn(collection: OpenCollection, slug: string, text: string): Entry<OpenCollection> {
	const parsed = parseFile(`${collection}/${slug}.${extensionOf(collection)}`, text);
	if ('rule' in parsed) throw new Error(parsed.rule);
	return { id: slug, data: collections[collection].schema.parse(parsed.fields) };
}

/** The table of what an import of a table into nothing makes. */
function again(collection: OpenCollection, text: string): string {
	const { entries: made, problems } = read(text, {}, collection);
	expect(problems.map(formatProblem)).toEqual([]);
	return exported(
		collection,
		made.map(({ slug, text: file }) => entryIn(collection, slug, file)),
	);
}

test('an exported table changes nothing', () => {
	expect(read(table, files)).toEqual({ entries: [], problems: [], notes: [] });
});

test('a changed cell changes its field alone, and no text', () => {
	const { entries: made, problems } = read(table.replace(',2015,', ',2016,'), files);
	expect(problems).toEqual([]);
	expect(made.map(({ slug, isNew, fields }) => [slug, isNew, fields.map(wordsForField)])).toEqual([
		['one', false, ['Founded: 2015 → 2016']],
	]);
	expect(made[0]?.text).toBe(files.one.replace('founded: 2015', 'founded: 2016'));
});

test('an emptied cell takes its field away', () => {
	expect(read(table.replace(',2015,', ',,'), files).entries[0]?.fields.map(wordsForField)).toEqual([
		'Founded: 2015 → nothing',
	]);
});

test('columns that a table does not have change nothing', () => {
	expect(read('slug,founded\none,2016\n', files).entries.map(({ fields }) => fields.length)).toEqual([1]);
});

test('a row with an unknown slug is a new entry', () => {
	const { entries: made } = read(table, { one: files.one });
	expect(made.map(({ slug, isNew }) => [slug, isNew])).toEqual([['two', true]]);
});

describe('a table as spreadsheets save it is read as it is meant', () => {
	const changed = table.replace(',2015,', ',2016,');
	const dividedBy = (sign: string) => dsvFormat(sign).formatRows(csvParseRows(changed.replace('\ufeff', '')));
	test.each([
		['without a byte order mark', changed.replace('\ufeff', '')],
		['with line ends of Windows', changed.replaceAll('\n', '\r\n')],
		['with semicolons', dividedBy(';')],
		['with tabs', dividedBy('\t')],
		['with empty rows below', `${changed}${','.repeat((changed.split('\n')[0] ?? '').split(',').length - 1)}\n`],
	])('%s', (_description, text) => {
		const { entries: made, problems } = read(text, files);
		expect(problems.map(formatProblem)).toEqual([]);
		expect(made.map(({ fields }) => fields.map(wordsForField))).toEqual([['Founded: 2015 → 2016']]);
	});
});

test.each<[description: string, table: string | Uint8Array, message: string]>([
	['no table', 'Hello', 'The first line has no column “slug”'],
	['nothing', '', 'The first line has no column “slug”'],
	['a workbook', Buffer.from('PK\u0003\u0004\0\0slug'), 'The file is no text'],
	['another encoding', Buffer.from('slug,name\none,Caf\xe9\n', 'latin1'), 'The file is not in UTF-8'],
	['a text that never ends', 'slug,name\none,"x\n', 'A quotation mark is opened and never closed'],
	['an unknown column', 'slug,nmae\none,x\n', 'Nobody knows the column “nmae”'],
	['a column twice', 'slug,name,name\none,x,y\n', 'There are two columns “name”'],
	['too few cells', 'slug,name,founded\none,x\n', 'The row has 2 cells, and the first line names 3 columns'],
	['a slug twice', 'slug,name\none,x\none,y\n', 'The slug “one” stands in row 2 as well'],
	['no slug', 'slug,name\nOne Two,x\n', '“One Two” is no slug'],
	['the slug of another page', 'slug,name\ncompare,x\n', 'The slug “compare” is the address of another page'],
	['a formula', 'slug,name\none,=1+1\n', 'Name (name) "=1+1" begins as a formula'],
	[
		'an error of a spreadsheet',
		'slug,founded\none,#REF!\n',
		'Founded (founded) "#REF!" is an error of the spreadsheet',
	],
	[
		'words without their code',
		'slug,country.words\none,Spain\n',
		'Country (country.words) "Spain" is made from another column',
	],
	['an unknown code', 'slug,country\none,XX\n', 'Country (country) "XX" is not one of the choices'],
	['text for a number', 'slug,founded\none,about 2015\n', 'Founded (founded) "about 2015" is not a number'],
	['a day as Excel writes it', 'slug,check.on\none,24.11.2026\n', 'the spreadsheet has written it in its own way'],
	[
		'a month as Excel writes it',
		'slug,members.total,members.asOf\none,5,Oct-23\n',
		'the spreadsheet has written it in its own way',
	],
	['a day as a number', 'slug,check.on\none,46350\n', 'the spreadsheet has written it in its own way'],
	['a new entry that lacks fields', 'slug,name\nthree,Three\n', 'Summary (summary) is missing'],
	['a rule across fields', 'slug,ended\none,2010\n', '2010 lies before the founding year 2015'],
])('%s is refused in plain words, and changes nothing', (_description, given, message) => {
	const { entries: made, problems } = read(given, files);
	expect(problems.map(formatProblem).join('\n')).toContain(message);
	expect(made).toEqual([]);
});

test('a problem says in which row it stands', () => {
	expect(
		read('slug,founded\ntwo,2000\none,x\n', files).problems.map(({ file, lineNumber }) => [file, lineNumber]),
	).toEqual([['table.csv', 3]]);
});

test('a file that is too large is not looked at', () => {
	const { problems } = read(Buffer.alloc(TABLE_MAX_BYTES + 1, 'x'));
	expect(problems.map(({ rule }) => rule)).toEqual(['The file has 50 MB, more than the 50 MB that are read']);
});

test('a cell that no spreadsheet holds is refused, and shown in part', () => {
	const { problems } = read(`slug,name\none,${'x'.repeat(1_000_000)}\n`, files);
	expect(problems.map(formatProblem).join('\n')).toContain('has more than 32,767 characters');
	expect(problems.map(formatProblem).join('\n').length).toBeLessThan(500);
});

/** How many made-up profiles go through a table and back; `TABLE_ENTRIES=1000` takes half a minute. */
const MADE_UP = Number(process.env['TABLE_ENTRIES'] ?? 100);

describe.each(openCollections)('exported, imported and exported again is the same to the byte: %s', (collection) => {
	test('the real content', () => {
		const real: Entry<OpenCollection>[] = readContent('content').entries[collection];
		const text = exported(collection, real);
		expect(again(collection, text)).toBe(text);
	});
});

test('exported, imported and exported again is the same to the byte: odd profiles', { timeout: 120_000 }, () => {
	const odd: Fields[] = fc.sample(validEntry('clusters'), { seed: fixed.seed, numRuns: MADE_UP });
	const made = odd.map((fields, at) => entryOf('clusters', withoutBody(fields), `odd-${at}`));
	const text = exported('clusters', made);
	expect(again('clusters', text)).toBe(text);
});
