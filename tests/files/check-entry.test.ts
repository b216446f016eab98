import { describe, expect, test } from 'vitest';
import { checkEntry, formatPath, problemAt } from '../../src/files/check-entry.ts';
import { parseFile } from '../../src/files/front-matter.ts';
import { formatProblem } from '../../src/files/problem.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';
import { fileOf, mends, messageOf, messagesOf, problemsOf, type Fields } from '../entries.ts';

test.each<[path: PropertyKey[], text: string]>([
	[[], ''],
	[['name'], 'name'],
	[['check', 'on'], 'check.on'],
	[['sources', 0, 'url'], 'sources[0].url'],
	[['questions', 2, 'options', 1], 'questions[2].options[1]'],
])('a path as text: %j → %s', (path, text) => {
	expect(formatPath(path)).toBe(text);
});

describe('a problem with a field', () => {
	const explanation = { rule: 'is wrong', mend: 'Mend it.' };
	const problemWith = (path: PropertyKey[], showsValue?: boolean) => {
		const parsed = parseFile('terms/one.yaml', fileOf('terms'));
		if ('rule' in parsed) throw new Error(parsed.rule);
		return problemAt('terms', 'terms/one.yaml', parsed, path, explanation, showsValue);
	};

	test('tells its line, its value and the labels of its path as forms show them', () => {
		expect(problemWith(['sources', 0, 'url'])).toEqual({
			file: 'terms/one.yaml',
			lineNumber: 5,
			field: 'sources[0].url',
			label: 'Sources › Address',
			value: 'https://example.org/page',
			rule: 'is wrong',
			mend: 'Mend it.',
		});
	});

	test('has no label, line or value if nobody knows the field and it is not there', () => {
		expect(problemWith(['sumary'])).toEqual({ file: 'terms/one.yaml', field: 'sumary', ...explanation });
	});

	test('leaves out a value that says nothing', () => {
		expect(problemWith(['term'], false)).toEqual({
			file: 'terms/one.yaml',
			lineNumber: 1,
			field: 'term',
			label: 'Term',
			...explanation,
		});
	});
});

test('a valid entry comes back with its fields', () => {
	const parsed = parseFile('terms/one.yaml', fileOf('terms', { abbreviation: 'CL' }));
	if ('rule' in parsed) throw new Error(parsed.rule);
	expect(checkEntry('terms', 'terms/one.yaml', parsed).data?.abbreviation).toBe('CL');
});

test('a broken entry comes back without fields', () => {
	const parsed = parseFile('terms/one.yaml', fileOf('terms', { term: undefined }));
	if ('rule' in parsed) throw new Error(parsed.rule);
	expect(checkEntry('terms', 'terms/one.yaml', parsed).data).toBeUndefined();
});

test('every broken field of an entry is reported, not only the first', () => {
	const problems = problemsOf('clusters', { name: undefined, kind: 'network', founded: 1066, sumary: 'x' });
	expect(problems.map(({ field }) => field)).toEqual(['name', 'kind', 'founded', 'sumary']);
});

test('a field that breaks two rules across fields is reported for each', () => {
	const problems = problemsOf('clusters', { founded: 2016, ended: 2015, members: { total: 8 } });
	expect(problems.map(({ field }) => field)).toEqual(['ended', 'stage', 'members.asOf']);
});

test('an unknown field and a rule across fields are reported in one go', () => {
	expect(messagesOf('clusters', { founded: 2016, ended: 2015, stage: 'closed', sumary: 'x' })).toEqual([
		messageOf('clusters', 'sumary is a field that nobody knows', mends.spelling),
		messageOf('clusters', 'Ended (ended) 2015 lies before the founding year 2016', 'Correct one of the two years.'),
	]);
});

test.each<[description: string, changes: Fields, fields: string[]]>([
	['is missing', { name: undefined }, ['name']],
	['is of another type', { name: 2017 }, ['name']],
	['is out of no list', { kind: 'network' }, ['kind']],
])('rules across fields wait while a field %s', (_description, changes, fields) => {
	const problems = problemsOf('clusters', { founded: 2016, ended: 2015, stage: 'closed', ...changes });
	expect(problems.map(({ field }) => field)).toEqual(fields);
});

test('two unknown fields are two problems, each with its line', () => {
	expect(problemsOf('terms', { sumary: 'x', lang: 'en' }).map(formatProblem)).toEqual([
		'terms/an-entry.yaml:6\n  sumary is a field that nobody knows.\n  → Correct its spelling, or remove it.',
		'terms/an-entry.yaml:7\n  lang is a field that nobody knows.\n  → Correct its spelling, or remove it.',
	]);
});

const text = (id: string) => ({ type: 'text', id, label: 'What do you think?', required: true });
const source = { title: 'A page', url: 'https://example.org/', supports: ['name'] };

test.each<[collection: CollectionName, changes: Fields, field: string]>([
	['clusters', { members: { number: 8 } }, 'members.number'],
	['meetings', { before: { ourline: 'What we say.' } }, 'before.ourline'],
	['updates', { sources: [source] }, 'sources[0].supports'],
	[
		'calls',
		{ questions: [text('one'), text('two'), { ...text('three'), options: ['A', 'B'] }] },
		'questions[2].options',
	],
])('an unknown field inside a group of %s is told by its path', (collection, changes, field) => {
	const problems = problemsOf(collection, changes);
	expect(problems.map((problem) => [problem.field, problem.rule])).toEqual([[field, 'is a field that nobody knows']]);
});
