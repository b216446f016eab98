import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { normalizeEntryFile, readEntryFile, writeEntryFile } from '../../src/files/entry-file.ts';
import { parseFile } from '../../src/files/front-matter.ts';
import { pruned, type Fields } from '../../src/files/values.ts';
import { collectionNames, type CollectionName } from '../../src/schemas/collections.ts';
import { withValue } from './entries-from-schema.ts';
import { changedLines, realFiles } from './real-files.ts';

function read(collection: CollectionName, text: string): Fields {
	const { data, problem } = readEntryFile(collection, text);
	if (!data) throw new Error(problem.rule);
	return data;
}

/** A file after a change in the form. */
const edited = (collection: CollectionName, text: string, change: (data: Fields) => Fields): string =>
	writeEntryFile(collection, change(read(collection, text)), text);

/** The lines that a change of fields leads to in a Markdown file whose fields are `yaml`. */
function linesChanged(yaml: string, change: (data: Fields) => Fields): string[] {
	const before = `---\n${yaml}---\n\nThe text.\n`;
	return changedLines(before, edited('clusters', before, change));
}

const withFields =
	(changes: Fields) =>
	(data: Fields): Fields => ({ ...data, ...changes });

/** The files of a collection of which something is not true. */
const filesWhere = (collection: CollectionName, isWrong: (text: string, file: string) => boolean): string[] =>
	realFiles
		.filter((entry) => entry.collection === collection && isWrong(entry.text, entry.file))
		.map(({ file }) => file);

describe.each(collectionNames)('every file of %s', (collection) => {
	test('is read as the build reads it', () => {
		const wrong = filesWhere(collection, (text, file) => {
			const parsed = parseFile(file, text);
			if ('rule' in parsed) return true;
			const { body = '', ...fields } = read(collection, text);
			return !isDeepStrictEqual(fields, parsed.fields) || body !== parsed.body.trim();
		});
		expect(wrong).toEqual([]);
	});

	test('stays as it is to the byte if nothing changed', () => {
		const wrong = filesWhere(collection, (text) => writeEntryFile(collection, read(collection, text), text) !== text);
		expect(wrong).toEqual([]);
	});

	test('says the same when it is written anew', () => {
		const wrong = filesWhere(collection, (text) => {
			const data = read(collection, text);
			return !isDeepStrictEqual(read(collection, writeEntryFile(collection, data)), data);
		});
		expect(wrong).toEqual([]);
	});

	test('is as a save would print it; npm run format makes it so', () => {
		const wrong = filesWhere(collection, (text) => normalizeEntryFile(collection, text) !== text);
		expect(wrong).toEqual([]);
	});
});

describe('in a file written by hand', () => {
	const yaml = [
		'# Reviewed in spring.',
		'',
		'name: "A cluster" # as it writes itself',
		"summary: 'It''s here.'",
		'kind: csei',
		'founded: 1998',
		'themes: [food, housing]',
		'sectors:',
		'  # most important first',
		'  - food',
		'  - housing # rented',
		'carrier:',
		'  name: A body',
		'  legalForm: association',
		'sources:',
		'  - title: One',
		'    url: https://example.org/1',
		'    # read in print',
		'  - url: https://example.org/2',
		'    title: |-',
		'      A long title that',
		'      runs over two lines',
		'unknown: kept',
		'',
	].join('\n');

	test.each<[what: string, change: (data: Fields) => Fields, lines: string[]]>([
		[
			'nothing else changes with a text in double quotes',
			withFields({ name: 'B' }),
			['-name: "A cluster" # as it writes itself', '+name: "B" # as it writes itself'],
		],
		[
			'single quotes stay',
			withFields({ summary: "It's there." }),
			["-summary: 'It''s here.'", "+summary: 'It''s there.'"],
		],
		['a choice changes alone', withFields({ kind: 'ptce' }), ['-kind: csei', '+kind: ptce']],
		['a number changes alone', withFields({ founded: 1999 }), ['-founded: 1998', '+founded: 1999']],
		[
			'an id joins a list on one line',
			withFields({ themes: ['food', 'care', 'housing'] }),
			['-themes: [food, housing]', '+themes: [food, care, housing]'],
		],
		[
			'an id leaves a list on one line',
			withFields({ themes: ['housing'] }),
			['-themes: [food, housing]', '+themes: [housing]'],
		],
		['an item joins a list at its end', withFields({ sectors: ['food', 'housing', 'care'] }), ['+  - care']],
		['an item joins a list at its start', withFields({ sectors: ['care', 'food', 'housing'] }), ['+  - care']],
		['an item leaves a list', withFields({ sectors: ['food'] }), ['-  - housing # rented']],
		[
			'an item changes and keeps its comment',
			withFields({ sectors: ['food', 'homes'] }),
			['-  - housing # rented', '+  - homes # rented'],
		],
		['items change places', withFields({ sectors: ['housing', 'food'] }), ['-  - food', '+  - food']],
		[
			'an item takes its comment along to another place',
			withFields({ sectors: ['housing', 'care', 'food'] }),
			['-  - food', '+  - care', '+  - food'],
		],
		[
			'a list is cleared',
			withFields({ sectors: [] }),
			['-sectors:', '-  # most important first', '-  - food', '-  - housing # rented'],
		],
		['a text is cleared', withFields({ summary: '' }), ["-summary: 'It''s here.'"]],
		[
			'a group is cleared',
			withFields({ carrier: { name: '', legalForm: '' } }),
			['-carrier:', '-  name: A body', '-  legalForm: association'],
		],
		[
			'a field is cleared in a group',
			withFields({ carrier: { name: '', legalForm: 'association' } }),
			['-  name: A body'],
		],
		[
			'a field joins a group at its place',
			withFields({ carrier: { name: 'A body', legalForm: 'association', localForm: 'asbl' } }),
			['+  localForm: asbl'],
		],
		['a new field stands where the form has it', withFields({ country: 'NO' }), ['+country: "NO"']],
		[
			'a new field stands first if the form has it first',
			(data) => ({ ...data, name: undefined, acronym: 'AC' }),
			['-name: "A cluster" # as it writes itself', '+acronym: AC'],
		],
		[
			'a new group stands where the form has it',
			withFields({ nuts: { code: 'FR10', version: '2024' } }),
			['+nuts:', '+  code: FR10', '+  version: "2024"'],
		],
		[
			'a field deep inside changes alone',
			(data) => withValue(data, ['sources', 0, 'url'], 'https://example.org/3'),
			['-    url: https://example.org/1', '+    url: https://example.org/3'],
		],
		[
			'a word changes in a text that runs over lines',
			(data) => withValue(data, ['sources', 1, 'title'], 'A long title that\nruns over three lines'),
			['-      runs over two lines', '+      runs over three lines'],
		],
		[
			'a field joins an item of a list',
			(data) => withValue(data, ['sources', 0, 'accessed'], '2026-11-24'),
			['+    accessed: "2026-11-24"'],
		],
		[
			'an item with fields joins a list',
			(data) => ({
				...data,
				sources: [...(data['sources'] as unknown[]), { title: 'Three', url: 'https://example.org/3' }],
			}),
			['+  - title: Three', '+    url: https://example.org/3'],
		],
		[
			'an item with fields leaves a list, and what was noted in it',
			(data) => withValue(data, ['sources', 0], undefined),
			['-  - title: One', '-    url: https://example.org/1', '-    # read in print'],
		],
		['a field that no schema knows stays', withFields({ unknown: 'changed' }), ['-unknown: kept', '+unknown: changed']],
		['the text below changes alone', withFields({ body: 'Another text.' }), ['-The text.', '+Another text.']],
		['nothing changes that is blank already', withFields({ acronym: '', aliases: [], practice: { worked: null } }), []],
	])('%s', (_what, change, lines) => {
		expect(linesChanged(yaml, change)).toEqual(lines);
	});

	test.each<[what: string, yaml: string, change: Fields, lines: string[]]>([
		['a blank field is filled in', 'name: A\nregion:\n', { region: 'B' }, ['-region:', '+region: B']],
		[
			'an empty list is filled in',
			'name: A\nsectors: []\n',
			{ sectors: ['b'] },
			['-sectors: []', '+sectors:', '+  - b'],
		],
		[
			'a line changes in a block of lines',
			'name: A\nsummary: |-\n  One.\n\n  Two.\nkind: csei\n',
			{ summary: 'One.\n\nThree.' },
			['-  Two.', '+  Three.'],
		],
		[
			'a line becomes a block',
			'name: A\nsummary: One.\nkind: csei\n',
			{ summary: 'One.\n\nTwo.' },
			['-summary: One.', '+summary: |-', '+  One.', '+', '+  Two.'],
		],
		[
			'a block becomes a line, and stays a block',
			'name: A\nsummary: |\n  One.\n  Two.\n',
			{ summary: 'One.\n' },
			['-  Two.'],
		],
		[
			'a comment stays beside two lines',
			'name: A # c\n',
			{ name: 'A\nB' },
			['-name: A # c', '+name: |- # c', '+  A', '+  B'],
		],
		[
			'a comment goes with the field right below it',
			'# as it writes itself\nname: A\n# asked in spring\nacronym: B\n',
			{ name: '' },
			['-# as it writes itself', '-name: A'],
		],
		[
			'a blank line in a list stays one',
			'sectors:\n  - food\n\n  - care\n',
			{ sectors: ['care', 'food'] },
			['-  - food', '+  - food'],
		],
		[
			'an alias becomes a value of its own, and so does its anchor',
			'name: &a One\nacronym: *a\n',
			{ acronym: 'Two' },
			['-name: &a One', '-acronym: *a', '+name: One', '+acronym: Two'],
		],
		[
			'a field goes that is called like a function',
			'name: A\nconstructor: b\n',
			{ constructor: '' },
			['-constructor: b'],
		],
		[
			'words that need quotation marks come into a text over lines',
			'check:\n  by: One\n    two.\n  how: record\n',
			{ check: { by: 'One: two.', how: 'record' } },
			['-  by: One', '-    two.', '+  by: "One: two."'],
		],
		[
			'a text over lines loses the line break at its end',
			'summary: >\n  One\n  two.\n\nkind: csei\n',
			{ summary: 'One two.' },
			['-summary: >', '-  One', '-  two.', '+summary: >-', '+  One two.'],
		],
		[
			'what an alias repeats stays where it changes in one place',
			'acronym: &a One\nplace: *a\n',
			{ acronym: 'Two' },
			['-acronym: &a One', '-place: *a', '+acronym: Two', '+place: One'],
		],
		[
			'a group in braces changes inside',
			'nuts: {code: FR10, version: "2021"}\n',
			{ nuts: { code: 'FR10', version: '2024' } },
			['-nuts: {code: FR10, version: "2021"}', '+nuts: {code: FR10, version: "2024"}'],
		],
		[
			'a list in brackets gets an item with a comma',
			'sectors: [food]\n',
			{ sectors: ['food', 'a, b'] },
			['-sectors: [food]', '+sectors: [food, "a, b"]'],
		],
		['an anchor stays with its value', 'name: &a One\n', { name: 'Two' }, ['-name: &a One', '+name: &a Two']],
		[
			'the fields below a comment stay below it',
			'carrier:\n  name: A\n  # a note\nscope: local\n',
			{ nuts: { code: 'FR1', version: '2024' } },
			['+nuts:', '+  code: FR1', '+  version: "2024"'],
		],
	])('%s', (_what, given, change, lines) => {
		expect(linesChanged(given, withFields(change))).toEqual(lines);
	});
});

test('a file in a style of its own is in that of the content after its first save, and stays in it', () => {
	const before = [
		'name:   A   # as it writes itself',
		'founded: +1998',
		'',
		'',
		'themes: [ food,',
		'  care ]',
		'sources:',
		'- title: >-',
		'    A title',
		'    over two lines',
		'  accessed: 2026-11-24',
	].join('\n');
	const after = [
		'name: A # as it writes itself',
		'founded: 1998',
		'scope: local',
		'',
		'themes: [food, care]',
		'sources:',
		'  - title: >-',
		'      A title over two lines',
		'    accessed: 2026-11-24',
		'',
	].join('\n');
	expect(edited('clusters', `---\n${before}\n---\n`, withFields({ scope: 'local' }))).toBe(`---\n${after}---\n`);
	expect(normalizeEntryFile('clusters', `---\n${after}---\n`)).toBe(`---\n${after}---\n`);
	expect(normalizeEntryFile('terms', before)).toBe(after.replace('scope: local\n', ''));
});

describe('the frame of a file', () => {
	test.each([
		[
			'line ends of Windows',
			'---\r\nname: A\r\nkind: csei\r\n---\r\n\r\nA text.\r\n',
			'---\r\nname: B\r\nkind: csei\r\n---\r\n\r\nA text.\r\n',
		],
		['a byte order mark', '\ufeff---\nname: A\n---\nA text.', '\ufeff---\nname: B\n---\nA text.'],
		['blanks behind its hyphens', '--- \nname: A\n---  \nA text.\n', '--- \nname: B\n---  \nA text.\n'],
		['no line end at the end', '---\nname: A\n---', '---\nname: B\n---'],
		[
			'many blank lines around its text',
			'---\nname: A\n---\n\n\n\nA text.\n\n\n',
			'---\nname: B\n---\n\n\n\nA text.\n\n\n',
		],
	])('keeps %s', (_what, before, after) => {
		expect(edited('clusters', before, withFields({ name: 'B' }))).toBe(after);
	});

	test('gives new lines the line ends of Windows where it has them', () => {
		const after = edited(
			'clusters',
			'---\r\nname: A\r\n---\r\n',
			withFields({ practice: { hard: 'B' }, body: 'C\nD' }),
		);
		expect(after).toBe('---\r\nname: A\r\npractice:\r\n  hard: B\r\n---\r\n\r\nC\r\nD\r\n');
	});

	test('stays to the byte even if all its fields stand in braces', () => {
		const text = '---\n{ name: A,   kind: csei }\n---\nA text.\n';
		expect(edited('clusters', text, (data) => data)).toBe(text);
		expect(edited('clusters', text, withFields({ body: 'Another.' }))).toBe(text.replace('A text.', 'Another.'));
	});

	test('keeps a comment inside a group with the group when a field comes after it', () => {
		const before = 'name: A\ncarrier:\n  name: B\n  # about B\nscope: local\n';
		const after = edited('clusters', `---\n${before}---\n`, withFields({ country: 'FR' }));
		expect(after).toBe(`---\n${before.replace('scope', 'country: FR\nscope')}---\n`);
	});

	test('lets fields of a file without line end at its end grow, and ends it', () => {
		expect(edited('terms', 'term: A', withFields({ language: 'en' }))).toBe('term: A\nlanguage: en\n');
	});

	test.each([
		['begins with hyphens', '---\n\nA text.'],
		['looks like fields', '---\ntitle: no field\n---\nA text.'],
		['begins with a blank line', '\n\nA text.'],
		['is empty', ''],
	])('holds a text that %s', (_what, body) => {
		const files = [
			writeEntryFile('clusters', { name: 'A', body }),
			writeEntryFile('clusters', { name: 'A', body }, '---\nname: A\n---\nAnother.\n'),
			writeEntryFile('clusters', { name: 'A', body }, '---\nname: A\n---'),
		];
		expect(files.map((file) => read('clusters', file))).toEqual(files.map(() => ({ name: 'A', body })));
	});

	test('ends a text with one line end', () => {
		expect(writeEntryFile('clusters', { name: 'A', body: 'A text.\n\n\n' })).toBe('---\nname: A\n---\n\nA text.\n');
	});

	test('needs no text', () => {
		expect(writeEntryFile('clusters', { name: 'A' })).toBe('---\nname: A\n---\n');
	});
});

describe('a new file', () => {
	test('is written in the style of the content', () => {
		const data = {
			body: 'A text.',
			sources: [{ url: 'https://example.org/', title: 'Liège : demain' }],
			themes: ['food', 'care'],
			sectors: ['local food'],
			position: { longitude: 4.5, latitude: 50, precision: 'town' },
			name: 'A cluster',
			founded: 2013,
			acronym: '',
			summary: 'A line that is long. '.repeat(10).trim(),
			members: { kinds: [] },
			practice: { worked: 'One.\n\nTwo.' },
		};
		expect(writeEntryFile('clusters', data)).toBe(
			[
				'---',
				'name: A cluster',
				`summary: ${data.summary}`,
				'founded: 2013',
				'position:',
				'  latitude: 50',
				'  longitude: 4.5',
				'  precision: town',
				'themes: [food, care]',
				'sectors:',
				'  - local food',
				'practice:',
				'  worked: |-',
				'    One.',
				'',
				'    Two.',
				'sources:',
				'  - title: "Liège : demain"',
				'    url: https://example.org/',
				'---',
				'',
				'A text.',
				'',
			].join('\n'),
		);
	});

	test.each([
		'2020-02-03',
		'2020-02',
		'2020',
		'2001-12-14t21:59:43.10-05:00',
		'0042',
		'1e3',
		'0x1f',
		'0o17',
		'0b11',
		'1_000',
		'12:30',
		'190:20:30',
		'3.14',
		'.5',
		'+1',
		'-1',
		'.inf',
		'-.INF',
		'.NaN',
		'yes',
		'No',
		'on',
		'OFF',
		'y',
		'N',
		'true',
		'False',
		'null',
		'NULL',
		'~',
		'=',
		'<<',
		'-',
		'- a',
		'? a',
		': a',
		'a: b',
		'a:',
		'# a',
		'a # b',
		'[a]',
		'{a}',
		'&a',
		'*a',
		'!a',
		'|',
		'>',
		'%a',
		'@a',
		'`a`',
		"'a'",
		',a',
		' a',
		'a ',
		'a\tb',
		'a\rb',
		'\u0000',
		'\ud83d',
		'\ufffe',
	])('puts quotation marks around %j, which some reader takes for something else', (text) => {
		const file = writeEntryFile('terms', { term: text });
		expect(file).toMatch(/^term: ".*"\n$/);
		expect(read('terms', file)).toEqual({ term: text });
	});

	test.each(['\v', '\f', '\u0085', '\u2028', '\u2029'])(
		'has a blank for %j, which other programs leave between two lines',
		(sign) => {
			expect(writeEntryFile('terms', { term: `social${sign}economy`, sources: [{ title: `A${sign}page` }] })).toBe(
				'term: social economy\nsources:\n  - title: A page\n',
			);
			expect(read('updates', writeEntryFile('updates', { title: 'A', body: `One${sign}two.` }))).toEqual({
				title: 'A',
				body: 'One two.',
			});
		},
	);

	test('takes such a sign out of a file that has it, and leaves the rest alone', () => {
		const before = 'term: social economy # ours\ndefinition: "Trade\\u2028with a purpose."\nnote: "x\\vy"\n';
		const after = 'term: social economy # ours\ndefinition: "Trade with a purpose."\nnote: "x y"\n';
		expect(writeEntryFile('terms', read('terms', before), before)).toBe(after);
		const list = 'term: a\nsources:\n  - title: One # ours\n  - title: "Two\\fpages"\n  - title: Three\n';
		expect(writeEntryFile('terms', read('terms', list), list)).toBe(list.replace('\\f', ' '));
	});

	test.each([
		'11th meeting',
		'a:b',
		'a#b',
		'https://example.org/?a=b&c=d',
		'2018–2024',
		"it's",
		'a, b',
		'Écopôle',
		'日本',
		'👩🏽‍🌾',
		'a "b" c',
		'---',
		'...',
		'nothing',
		'e3',
	])('writes %j as it is', (text) => {
		const file = writeEntryFile('terms', { term: text });
		expect(file).toBe(`term: ${text}\n`);
		expect(read('terms', file)).toEqual({ term: text });
	});

	test.each([
		'a\nb',
		'a\n\nb',
		'a\n',
		'a\n\n',
		'\na',
		' a\nb',
		'a\n  b',
		'a\n \nb',
		'a  \nb',
		'a\n\tb',
		'a\r\nb',
		'\n',
		' ',
		'- a\n- b',
		'# a\n# b',
		'a: b\nc: d',
		'---\na\n---',
	])('reads %j back, lines and all', (text) => {
		expect(read('terms', writeEntryFile('terms', { term: text, sources: [text] }))).toEqual({
			term: text,
			sources: [text],
		});
	});

	test.each([0, -1, 1.5, 1e21, 1e-7, 1.2345678901234568e20, 5e-324, true, false])('reads %j back', (value) => {
		expect(read('terms', writeEntryFile('terms', { term: value }))).toEqual({ term: value });
	});

	test('keeps fields whose names are odd', () => {
		const data = { 'a: b': '1', true: '2', '': '3', ä: '4', '2020-02-03': '5' };
		expect(read('terms', writeEntryFile('terms', data))).toEqual(data);
	});
});

test('blanks are left out, but no and nought are not', () => {
	const data = {
		a: '',
		b: null,
		c: undefined,
		d: [],
		e: {},
		f: [{ g: '' }, '', 'x'],
		h: { i: { j: [] }, k: 0 },
		l: false,
	};
	expect(pruned(data)).toEqual({ f: ['x'], h: { k: 0 }, l: false });
});

describe('a file that cannot be read', () => {
	const wall = 'The file does not start with its fields between two lines of ---';

	test.each<[what: string, collection: CollectionName, text: string, rule: string | RegExp]>([
		['without fields', 'clusters', 'A text.\n', wall],
		['empty', 'clusters', '', wall],
		['with fields in JavaScript', 'clusters', '---js\n{ name: globalThis.ran = true }\n---\n', wall],
		['with fields in CoffeeScript', 'clusters', '---coffee\nname: 1\n---\n', wall],
		['with broken YAML', 'clusters', '---\nname: "A\n---\n', /^The fields cannot be read as YAML/],
		['with a function', 'terms', 'term: !!js/function "function () {}"\n', /^The fields cannot be read as YAML/],
		['over a megabyte', 'terms', `term: ${'x'.repeat(1_000_001)}\n`, 'The file has more than 1000000 characters'],
		['with aliases without end', 'terms', 'a: &a [*a]\n', /^The fields hold more than 20000 values/],
		['with a list at the top', 'terms', '- a\n', 'The file holds no fields with names'],
		['with a text at the top', 'clusters', '---\na\n---\n', 'The file holds no fields with names'],
		['with nothing but a comment', 'terms', '# a\n', /^The fields cannot be read as YAML/],
		[
			'with a field called __proto__',
			'terms',
			'__proto__: { polluted: true }\n',
			'The file has a field called __proto__',
		],
	])('%s comes back as a problem', (_what, collection, text, rule) => {
		const { problem } = readEntryFile(collection, text, 'x/one.' + (collection === 'terms' ? 'yaml' : 'md'));
		expect(problem?.rule).toMatch(rule);
		expect(Object.hasOwn(globalThis, 'ran')).toBe(false);
	});

	test('or that is a megabyte of line ends and comments is edited at once', () => {
		const breaks = '\n'.repeat(300_000);
		const comments = '  # c\n'.repeat(20_000);
		const yaml = `summary: |\n  A\n${breaks}  B\nname: x\ncarrier:\n  name: b\n${comments}`;
		const text = `---\n${yaml}---\nA text.${breaks}Its end.${breaks.slice(0, 100_000)}`;
		const file = edited('clusters', text, withFields({ name: 'y', scope: 'local' }));
		expect(read('clusters', file)).toEqual({ ...read('clusters', text), name: 'y', scope: 'local' });
	});

	test.each<[what: string, text: string]>([
		['aliases', 'term: &a One\nconcept: *a\nlist: [*a, *a]\n'],
		['many aliases', `term: &a One\nlist: [${'*a, '.repeat(5000)}*a]\n`],
		['aliases of aliases', 'a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n'],
		['a key that merges', 'base: &a { x: 1 }\nterm: { <<: 1, y: 2 }\n'],
		['tabs', 'term:\tOne\t# a\nlist:\n  -\tb\n'],
		['tags', 'term: !!str 12\nconcept: !!int "7"\n'],
		['a directive', '%YAML 1.1\n---\nterm: yes\nconcept: 0o17\n'],
		['signs of a start and an end', '---\nterm: One\n...\n'],
		['keys that are no words', '1: a\n0x10: b\nnull: c\ntrue: d\n? e\n: f\n2020-01-01: g\n'],
		['groups without names', 'list:\n- - - a\n  - - b\n-\n- {}\n'],
		['nothing in its fields', 'term:\nconcept: ~\nlist:\n  -\n  - a\n'],
		['half of its fields in braces', '{ term: One, list: [\n  a, # b\n  c\n] }\n'],
		['numbers of all kinds', 'a: 1e3\nb: 0x1f\nc: .5\nd: -.inf\ne: 1.50\nf: 007\n'],
		['many fields', Array.from({ length: 5000 }, (_, index) => `field${index}: ${index}\n`).join('')],
		['lists in lists', `term: ${'['.repeat(90)}1${']'.repeat(90)}\n`],
	])('or that has %s is edited as it is meant, and stays as it is after that', (_what, text) => {
		for (const original of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`]) {
			const fields = { ...read('terms', original), language: 'en' };
			const file = writeEntryFile('terms', fields, original);
			expect(pruned(read('terms', file))).toEqual(pruned(fields));
			expect(normalizeEntryFile('terms', file)).toBe(file);
		}
	});

	test.each<[what: string, text: string]>([
		['twice the same field', 'term: One\nterm: Two\n'],
		[
			'aliases that stand for billions',
			`a0: &a0 [1, 1]\n${Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`).join('')}`,
		],
		['five million characters', `term: ${'x '.repeat(2_500_000)}\n`],
		['lists in lists without end', `term: ${'['.repeat(100_000)}\n`],
		['a field called __proto__', '__proto__: { polluted: true }\n'],
	])('or that has %s is left alone, and replaced by what is saved', (_what, text) => {
		expect(readEntryFile('terms', text).problem).toBeDefined();
		expect(normalizeEntryFile('terms', text)).toBe(text);
		expect(writeEntryFile('terms', { term: 'A' }, text)).toBe('term: A\n');
		expect('polluted' in {}).toBe(false);
	});

	test('names its file', () => {
		expect(readEntryFile('terms', '- a\n', 'terms/one.yaml').problem?.file).toBe('terms/one.yaml');
	});

	test('is replaced when an entry is saved in its place', () => {
		expect(writeEntryFile('terms', { term: 'A' }, '- a\n')).toBe('term: A\n');
	});

	test('and data that no file can hold is not written', () => {
		const data = JSON.parse('{ "term": "A", "__proto__": 1 }') as Fields;
		expect(() => writeEntryFile('terms', data)).toThrow('cannot be written');
	});
});
