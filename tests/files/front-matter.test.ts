import { describe, expect, test } from 'vitest';
import { bodyOf, lineOfField, parseFile, type ParsedFile } from '../../src/files/front-matter.ts';

function parsed(file: string, text: string): ParsedFile {
	const result = parseFile(file, text);
	if ('rule' in result) throw new Error(result.rule);
	return result;
}

describe('the fields of a file', () => {
	test('stand between two lines of three hyphens', () => {
		expect(parsed('one.md', '---\nname: A cluster\n---\nA text.\n').fields).toEqual({ name: 'A cluster' });
	});

	test('are the whole file where there is no text', () => {
		expect(parsed('one.yaml', 'term: cluster\nlanguage: en\n').fields).toEqual({ term: 'cluster', language: 'en' });
	});

	test('are read from a file written on Windows', () => {
		expect(parsed('one.md', '---\r\nname: A cluster\r\nkind: csei\r\n---\r\nA text.').fields).toEqual({
			name: 'A cluster',
			kind: 'csei',
		});
	});

	test('keep a day as text', () => {
		expect(parsed('one.yaml', 'date: 2027-03-31\n').fields).toEqual({ date: '2027-03-31' });
	});

	test('keep yes and no as text, as Norway needs it', () => {
		expect(parsed('one.yaml', 'country: NO\nlanguage: no\n').fields).toEqual({ country: 'NO', language: 'no' });
	});

	test('are nothing where a value is left empty', () => {
		expect(parsed('one.yaml', 'date:\n').fields).toEqual({ date: null });
	});

	test('do not end at hyphens inside a line', () => {
		expect(parsed('one.md', '---\nname: Before --- after\nkind: csei\n---\n').fields).toEqual({
			name: 'Before --- after',
			kind: 'csei',
		});
	});

	test('do not end at hyphens at the end of a line', () => {
		expect(parsed('one.md', '---\nname: Before ---\nkind: csei\n---\n').fields).toEqual({
			name: 'Before ---',
			kind: 'csei',
		});
	});
});

describe('the text of a file', () => {
	test.each([
		['follows its fields', '---\na: 1\n---\nA text.\n', 'A text.\n'],
		['follows them on Windows', '---\r\na: 1\r\n---\r\nA text.\r\n', 'A text.\r\n'],
		['keeps a rule of three hyphens', '---\na: 1\n---\nOne.\n\n---\n\nTwo.\n', 'One.\n\n---\n\nTwo.\n'],
		['may be empty', '---\na: 1\n---', ''],
	])('%s', (_description, text, body) => {
		expect([parsed('one.md', text).body, bodyOf(text)]).toEqual([body, body]);
	});

	test('starts on the line after its fields', () => {
		expect(parsed('one.md', '---\na: 1\nb: 2\n---\nA text.\n').bodyLine).toBe(5);
	});
});

describe('the line of a field', () => {
	const markdown = parsed('one.md', '---\nname: A cluster\nmembers:\n  total: 8\n"kind": csei\n---\n');
	const yaml = parsed('one.yaml', 'term: cluster\nlanguage: en\n');

	test.each<[description: string, file: ParsedFile, path: PropertyKey[], line: number | undefined]>([
		['counts from the top of the file', markdown, ['name'], 2],
		['counts the lines of groups before it', markdown, ['kind'], 5],
		['counts from one where there is no text', yaml, ['term'], 1],
		['is the second for the second field', yaml, ['language'], 2],
		['is its own inside a group', markdown, ['members', 'total'], 4],
		['is that of the group for what is missing there', markdown, ['members', 'asOf'], 3],
		['is unknown for a field that is not there', markdown, ['summary'], undefined],
		['is unknown for the start of the name of another field', yaml, ['lang'], undefined],
		['is unknown where no field is meant', markdown, [], undefined],
	])('%s', (_description, file, path, line) => {
		expect(lineOfField(file, path)).toBe(line);
	});
});

test.each([
	['JavaScript', '---js\n({})\n---\n'],
	['JSON', '---json\n{}\n---\n'],
	['TOML', '+++\na = 1\n+++\n'],
])('fields written in %s are refused', (_language, text) => {
	expect(parseFile('one.md', text)).toMatchObject({
		lineNumber: 1,
		rule: 'The file does not start with its fields between two lines of ---',
	});
});

test.each([
	['a regular expression', 'a: !!js/regexp /x/\n'],
	['a function', 'a: !!js/function "function () {}"\n'],
	['a tag of its own', 'a: !thing x\n'],
])('a value that is %s is refused', (_description, text) => {
	expect(parseFile('one.yaml', text)).toMatchObject({ file: 'one.yaml', lineNumber: 1 });
});

describe('a file that would keep the build busy without end is refused', () => {
	const repeats = Array.from({ length: 8 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`);
	const laughs = ['a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]', ...repeats];
	const chain = Array.from({ length: 101 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]\n`).join('');
	const tooMuch = 'The fields hold more than 20000 values, or lists in lists without end';

	test.each([
		['aliases that stand for millions of values', `${laughs.join('\n')}\n`, tooMuch],
		['aliases to aliases, a hundred deep', `a0: &a0 [1]\n${chain}`, tooMuch],
		['a list that contains itself', 'a: &a [*a]\n', tooMuch],
		['a list of 20,000 values', `a: [${Array(20_000).fill(1).join(', ')}]\n`, tooMuch],
		[
			'lists in lists, a thousand deep',
			`a: ${'['.repeat(1000)}${']'.repeat(1000)}\n`,
			'The fields cannot be read as YAML: nesting exceeded maxDepth (100)',
		],
		['more than a million characters', `a: ${'x'.repeat(1_000_000)}\n`, 'The file has more than 1000000 characters'],
	])('%s', (_description, text, rule) => {
		expect(parseFile('one.yaml', text)).toMatchObject({ file: 'one.yaml', rule });
	});

	test('but an alias as such is fine', () => {
		expect(parsed('one.yaml', 'a: &a [1, 2]\nb: *a\n').fields).toEqual({ a: [1, 2], b: [1, 2] });
	});
});
