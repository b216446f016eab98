import { describe, expect, test } from 'vitest';
import { restedOn, unsettledFacts } from '../../src/model/corrected-sources.ts';

const TODAY = '2027-06-03';
const line = { on: TODAY, field: 'founded', from: '2017', to: '2016' };
const page = (name: string, supports: string[], accessed?: string) => ({
	title: name,
	url: `https://example.org/${name}`,
	...(accessed === undefined ? {} : { accessed }),
	supports,
});
const published = { founded: 2017, sources: [page('a', ['name', 'founded'])] };

const drafts: [what: string, draft: object, unsettled: string[]][] = [
	['rests on the old source', { founded: 2016, corrections: [line], sources: published.sources }, ['founded']],
	['rests on no source', { founded: 2016, corrections: [line], sources: [page('a', ['name'])] }, ['founded']],
	[
		'rests on a new source and still on the old one',
		{ founded: 2016, corrections: [line], sources: [...published.sources, page('b', ['founded'])] },
		['founded'],
	],
	[
		'rests on a new source',
		{ founded: 2016, corrections: [line], sources: [page('a', ['name']), page('b', ['founded'])] },
		[],
	],
	[
		'rests on the old source, read again today',
		{ founded: 2016, corrections: [line], sources: [page('a', ['name', 'founded'], TODAY)] },
		[],
	],
	['is left out now', { corrections: [line], sources: [page('a', ['name'])] }, []],
	['is changed without a correction', { founded: 2016, sources: published.sources }, []],
	['is corrected in its text', { corrections: [{ ...line, field: 'body' }], sources: published.sources }, ['body']],
];

test.each(drafts)('a fact that %s', (_what, draft, unsettled) => {
	expect(unsettledFacts(published, { ...draft }, TODAY).map(({ fact }) => fact)).toEqual(unsettled);
});

test('a correction that is published already is settled', () => {
	const before = { ...published, corrections: [line] };
	expect(unsettledFacts(before, { ...before, founded: 2016 }, TODAY)).toEqual([]);
});

test('what was corrected is told in words', () => {
	const draft = { ...published, founded: 2016, corrections: [line] };
	expect(unsettledFacts(published, draft, TODAY)).toEqual([
		{ fact: 'founded', label: 'Founded', words: '2017 → 2016' },
	]);
});

describe('sources that a fact rests on', () => {
	const sources = [page('a', ['name', 'founded']), page('b', ['founded']), page('c', ['name'])];

	test('are those that are named, and one that supported nothing else leaves', () => {
		expect(restedOn(sources, 'founded', ({ title }) => title === 'c')).toEqual([
			page('a', ['name']),
			page('c', ['name', 'founded']),
		]);
	});

	test('keep what else they support, with the day on which they were read again', () => {
		expect(restedOn(sources, 'founded', ({ title }) => title === 'a', TODAY)).toEqual([
			page('a', ['name', 'founded'], TODAY),
			page('c', ['name']),
		]);
	});

	test('that are just being added stay, though they support nothing yet', () => {
		expect(restedOn([page('new', [])], 'founded', () => false)).toEqual([page('new', [])]);
	});
});
