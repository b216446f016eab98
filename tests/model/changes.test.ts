import { expect, test } from 'vitest';
import type { ContentHistory, FileChange } from '../../src/files/content-history.ts';
import { changesOf, countChanges, fieldChanges, wordsForField } from '../../src/model/changes.ts';
import { changeAsEntry } from '../../src/model/feeds.ts';
import { entryOf, fieldsOf, type Fields } from '../entries.ts';

const TODAY = '2027-06-01';
const state = (changes: Fields = {}, body = 'A text.') => ({ fields: fieldsOf('clusters', changes), body });
const changed = (before: Fields, after: Fields) => fieldChanges('clusters', state(before), state(after));

test.each<[description: string, before: Fields, after: Fields, words: string[]]>([
	['a number', { founded: 2015 }, { founded: 2016 }, ['Founded: 2015 → 2016']],
	[
		'a code, in words',
		{},
		{ kind: 'ptce' },
		['Kind: Cluster of social and ecological innovation → Territorial pole of economic cooperation (PTCE)'],
	],
	['a field that is new', {}, { acronym: 'ABC' }, ['Acronym: nothing → ABC']],
	['a field that is gone', { place: 'Linz' }, {}, ['Place: Linz → nothing']],
	[
		'a field in a group',
		{ members: { total: 20, asOf: '2026' } },
		{ members: { total: 25, asOf: '2026' } },
		['Members, Number: 20 → 25'],
	],
	[
		'a list',
		{},
		{ themes: ['food', 'culture'] },
		['Themes: Food and farming → Food and farming, Culture and creative work'],
	],
	[
		'a list of groups, which is too long to be told',
		{},
		{ localNames: [{ name: 'Ein Name', language: 'de' }] },
		['Local names'],
	],
	['a long text, which neither is told', {}, { summary: 'x'.repeat(200) }, ['Summary']],
	['nothing', {}, {}, []],
])('it is told what changed: %s', (_description, before, after, words) => {
	expect(changed(before, after).map(wordsForField)).toEqual(words);
});

test('a text is told to have changed, unless only its line breaks did', () => {
	expect(fieldChanges('clusters', state({}, 'One text.'), state({}, 'Another text.'))).toEqual([
		{ field: 'body', label: 'Text', from: '', to: '' },
	]);
	expect(fieldChanges('clusters', state({}, 'One\ntext.'), state({}, 'One text.'))).toEqual([]);
});

const cluster = entryOf('clusters', {
	corrections: [
		{ on: '2027-01-10', field: 'founded', from: '2014', to: '2015' },
		{ on: '2027-03-10', field: 'place', from: 'Linz', to: 'Wels' },
	],
});
const historyOf = (since: string | undefined, changes: FileChange[]): ContentHistory => ({
	since,
	changes: new Map([['clusters/an-entry.md', changes]]),
});

test('where git knows nothing, corrections are told', () => {
	expect(changesOf(historyOf(undefined, []), 'clusters', cluster, TODAY)).toEqual([
		{ on: '2027-03-10', isNew: false, fields: [{ field: 'place', label: 'Place', from: 'Linz', to: 'Wels' }] },
		{ on: '2027-01-10', isNew: false, fields: [{ field: 'founded', label: 'Founded', from: '2014', to: '2015' }] },
	]);
});

test('corrections before git’s first day are told beside what git knows', () => {
	const history = historyOf('2027-02-01', [{ on: '2027-02-01', before: undefined, after: state() }]);
	expect(changesOf(history, 'clusters', cluster, TODAY).map(({ on, isNew }) => [on, isNew])).toEqual([
		['2027-02-01', true],
		['2027-01-10', false],
	]);
});

test('what changes nothing that a reader sees is no change, nor is what lies ahead', () => {
	const history = historyOf('2027-02-01', [
		{ on: '2027-07-01', before: state(), after: state({ founded: 2015 }) },
		{ on: '2027-05-01', before: state(), after: state() },
	]);
	expect(changesOf(history, 'clusters', entryOf('clusters'), TODAY)).toEqual([]);
});

test('a change is known by the first slug of its entry and its day, whatever is renamed', () => {
	const entry = entryOf('clusters', { aliases: ['first-slug', 'second-slug'] }, 'third-slug');
	const change = { collection: 'clusters', entry, on: '2027-05-01', isNew: true, fields: [] } as const;
	expect(changeAsEntry(change)).toMatchObject({
		id: 'changes/clusters/first-slug/2027-05-01',
		title: 'New profile: A cluster',
		address: '/clusters/third-slug/',
	});
});

test.each([
	[[true, false, false], '1 new, 2 changed'],
	[[true], '1 new'],
	[[], ''],
])('of new ones %j it is said: %s', (ofNew, words) => {
	expect(countChanges(ofNew.map((isNew) => ({ on: TODAY, isNew, fields: [] })))).toBe(words);
});
