import { describe, expect, test } from 'vitest';
import { describeCount, narrowingsOf, waysOut, withoutFilters } from '../../src/search/narrowings.ts';
import type { Groups } from '../../src/search/value-groups.ts';
import type { View } from '../../src/search/view-address.ts';

const whole: View = { choices: {}, words: '', sort: 'newest', page: 1, chosen: ['act-group'] };
const narrow: View = { ...whole, choices: { country: ['PT', 'ES'], theme: ['food'] }, words: 'bread', page: 3 };
const labelOf = (facet: string, id: string) => `${facet} ${id}`;

describe('what narrows a view', () => {
	test('is each chosen value by its label, then the words', () => {
		const labels = narrowingsOf(narrow, labelOf).map(({ label }) => label);
		expect(labels).toEqual(['country PT', 'country ES', 'theme food', '“bread”']);
	});

	test('is nothing where all is shown', () => {
		expect(narrowingsOf(whole, labelOf)).toEqual([]);
	});

	test('can be taken off, which leads to the first page and leaves all else', () => {
		const [portugal] = narrowingsOf(narrow, labelOf);
		expect(portugal?.without).toEqual({ ...narrow, choices: { country: ['ES'], theme: ['food'] }, page: 1 });
		expect(narrowingsOf(narrow, labelOf).at(-1)?.without).toEqual({ ...narrow, words: '', page: 1 });
	});

	test('can stand alone, in the same order and with the same profiles chosen', () => {
		const [portugal] = narrowingsOf(narrow, labelOf);
		expect(portugal?.alone).toEqual({ ...whole, choices: { country: ['PT'] } });
		expect(narrowingsOf(narrow, labelOf).at(-1)?.alone).toEqual({ ...whole, words: 'bread' });
	});

	test('can be taken off all at once', () => {
		expect(withoutFilters(narrow)).toEqual(whole);
	});
});

test.each<[count: number, isNarrowed: boolean, page: number, pages: number, words: string]>([
	[1086, false, 1, 46, 'All 1,086'],
	[1086, false, 2, 46, 'All 1,086; page 2 of 46'],
	[7, true, 1, 1, '7 results'],
	[1, true, 1, 1, '1 result'],
	[30, true, 2, 2, '30 results; page 2 of 2'],
	[0, true, 1, 1, '0 results'],
])(
	'a list of %i, narrowed: %s, on page %i of %i, is counted without its filters',
	(count, isNarrowed, page, pages, words) => {
		expect(describeCount(count, isNarrowed, page, pages)).toBe(words);
	},
);

describe('a group of values that is chosen as a whole', () => {
	const groups: Groups = new Map([
		[
			'country',
			new Map([
				['iberia', ['PT', 'ES']],
				['benelux', ['BE', 'LU']],
			]),
		],
	]);

	test('is one thing that narrows, and goes as one', () => {
		const [iberia, ...others] = narrowingsOf(narrow, labelOf, groups);
		expect(iberia).toMatchObject({ label: 'country iberia', facet: 'country', ids: ['PT', 'ES'] });
		expect(iberia?.without.choices).toEqual({ country: [], theme: ['food'] });
		expect(others.map(({ label }) => label)).toEqual(['theme food', '“bread”']);
	});

	test('is told by its values where one of them is not chosen', () => {
		const part = { ...narrow, choices: { country: ['BE', 'PT'] } };
		expect(narrowingsOf(part, labelOf, groups).map(({ label }) => label)).toEqual([
			'country BE',
			'country PT',
			'“bread”',
		]);
	});
});

describe('where nothing is left', () => {
	const ways = async (countOf: (view: View) => number) =>
		(await waysOut(narrowingsOf(narrow, labelOf), (view) => Promise.resolve(countOf(view)))).map(
			({ label, total }) => `${label}: ${total}`,
		);

	test('the ways out go without one thing that narrows', async () => {
		expect(await ways(({ words }) => (words ? 0 : 4))).toEqual(['Without “bread”: 4']);
	});

	test('they keep one thing alone if going without one does not help', async () => {
		const isOne = ({ choices, words }: View) => Object.values(choices).flat().length + (words ? 1 : 0) === 1;
		expect(await ways((view) => (isOne(view) && !view.words ? 2 : 0))).toEqual([
			'Only country PT: 2',
			'Only country ES: 2',
			'Only theme food: 2',
		]);
	});

	test('there are none if nothing helps', async () => {
		expect(await ways(() => 0)).toEqual([]);
	});
});
