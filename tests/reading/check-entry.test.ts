import { expect, test } from 'vitest';
import { checkEntry, formatPath, labelOf } from '../../src/reading/check-entry.ts';
import { parseFile } from '../../src/reading/front-matter.ts';
import { fileOf, problemsOf } from '../entries.ts';

test.each<[path: PropertyKey[], text: string]>([
	[[], ''],
	[['name'], 'name'],
	[['check', 'on'], 'check.on'],
	[['sources', 0, 'url'], 'sources[0].url'],
	[['questions', 2, 'options', 1], 'questions[2].options[1]'],
])('a path as text: %j → %s', (path, text) => {
	expect(formatPath(path)).toBe(text);
});

test('the labels of a path are joined as forms show them', () => {
	expect(labelOf('clusters', ['sources', 0, 'url'])).toBe('Sources › Address');
});

test('a path that no form knows has no label', () => {
	expect(labelOf('clusters', ['sumary'])).toBeUndefined();
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
