import { describe, expect, test } from 'vitest';
import { describeList, narrowingsOf, waysOut, withoutFilters } from '../../src/search/narrowings.ts';
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

test.each<[labels: string[], count: number, page: number, pages: number, words: string]>([
	[[], 1086, 1, 46, '1,086 profiles'],
	[[], 1086, 2, 46, '1,086 profiles; page 2 of 46'],
	[['Portugal'], 7, 1, 1, '7 of 1,086 profiles: Portugal'],
	[['Portugal', '“bread”'], 30, 2, 2, '30 of 1,086 profiles: Portugal, “bread”; page 2 of 2'],
	[['Portugal'], 0, 1, 1, '0 of 1,086 profiles: Portugal'],
])('a list narrowed by %j to %i, on page %i of %i, is described', (labels, count, page, pages, words) => {
	expect(describeList(labels, count, 1086, page, pages)).toBe(words);
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
