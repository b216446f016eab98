import { expect, test } from 'vitest';
import { placesOf, restoring, tellVersions } from '../../src/editor/entry-versions.ts';

const version = (id: string, text: string) => ({ id, at: '2026-11-26T10:00:00Z', by: 'An editor', text });
const term = (fields: string) => `term: Tiers-lieu\nlanguage: fr\nconcept: third-place\n${fields}`;

const changesOf = (...texts: string[]) =>
	tellVersions(
		'terms',
		texts.map((text, index) => version(String(index), text)),
	).versions.map(({ changes }) => changes);

test.each([
	['a field', [term('country: FR\n'), term('country: BE\n')], ['Country: Belgium → France']],
	['nothing but the way it is written, which is not told', [term('country: FR\n'), term('country: "FR"\n')], undefined],
	['that it was deleted', ['', term('')], ['It was deleted.']],
	['that its file cannot be read', ['term: [', term('')], ['Its file cannot be read.']],
	['that the one before cannot be read', [term(''), 'term: ['], ['What it changed cannot be told.']],
])('a version tells %s', (_what, texts, told) => {
	expect(changesOf(...texts).slice(0, -1)).toEqual(told ? [told] : []);
});

test('the last is the oldest that is known, if there is none before it', () => {
	expect(changesOf(term(''))).toEqual([['The oldest version that git knows.']]);
});

test('what a version held that forms do not have any more is left out', () => {
	expect(tellVersions('terms', [version('a', term('colour: red\n'))]).versions[0]?.fields).toEqual({
		term: 'Tiers-lieu',
		language: 'fr',
		concept: 'third-place',
	});
});

test.each([
	['a value that differs', { name: 'A', founded: 2017 }, { name: 'A', founded: 2016 }, [['founded', 2016]]],
	['nothing where the version had nothing', { name: 'A', founded: 2017 }, { name: 'A' }, [['founded', undefined]]],
	['what the version had and the form has not', { name: 'A' }, { name: 'A', themes: ['food'] }, [['themes', ['food']]]],
	['no former slugs', { aliases: ['a'] }, { aliases: ['b'] }, []],
	['nothing where both say the same', { name: 'A', themes: [] }, { name: 'A' }, []],
])('restoring gives %s', (_what, now, then, values) => {
	expect([...restoring(now, then)]).toEqual(values);
});

test('a file lay where its former slugs say', () => {
	expect(placesOf('clusters', 'content/clusters/new.md', 'old', { aliases: ['older', 'old'] })).toEqual([
		'content/clusters/new.md',
		'content/clusters/old.md',
		'content/clusters/older.md',
	]);
});
