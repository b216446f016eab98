import { describe, expect, test } from 'vitest';
import type { Columns } from '../../src/search/row-columns.ts';
import { openColumns, sorts, toRows } from '../../src/search/filter-rows.ts';
import { RowSet } from '../../src/search/row-set.ts';

// Row 0: France, food; 1: Austria, food and culture; 2: France, culture; 3: Austria, nothing; 4: Malta, food.
const columns: Columns = {
	count: 5,
	facets: {
		country: { FR: [1, 2], AT: [2, 2], MT: [5] },
		theme: { food: [1, 1, 3], culture: [2, 1] },
	},
	founded: [2001, 0, 2015, 2001, 1950],
	checkedOn: [20_781, 20_790, 20_781, 20_600, 20_790],
	x: [1, 2, 3, 4, 5],
	y: [1, 2, 3, 4, 5],
	lands: {},
};
const { count, filter, sort } = openColumns(columns);
const rowsOf = (...given: Parameters<typeof filter>) => filter(...given).rows.toRows();

test.each([
	[[], []],
	[[1], [0]],
	[[5], [4]],
	[
		[1, 1, 1],
		[0, 1, 2],
	],
	[
		[2, 2, 96],
		[1, 3, 99],
	],
])('the distances %j stand for the rows %j', (distances, rows) => {
	expect(toRows(distances)).toEqual(rows);
});

test('the number of rows is known', () => {
	expect(count).toBe(5);
});

describe('a choice leaves', () => {
	test.each<[description: string, choices: Record<string, string[]>, rows: number[]]>([
		['everything where nothing is chosen', {}, [0, 1, 2, 3, 4]],
		['everything where a facet has no value chosen', { theme: [] }, [0, 1, 2, 3, 4]],
		['the rows of a value', { theme: ['food'] }, [0, 1, 4]],
		['the rows of any of two values of a facet', { country: ['FR', 'MT'] }, [0, 2, 4]],
		['only rows that meet every facet', { country: ['FR'], theme: ['food'] }, [0]],
		['any of two values that also meets another facet', { country: ['FR', 'AT'], theme: ['culture'] }, [1, 2]],
		['nothing where no row has both', { country: ['MT'], theme: ['culture'] }, []],
		['nothing where no row has the value', { country: ['DE'] }, []],
		['the other value where no row has one of them', { country: ['DE', 'MT'] }, [4]],
		['everything where nobody knows the facet', { colour: ['red'] }, [0, 1, 2, 3, 4]],
		['nothing where a value is what every object has', { theme: ['constructor'] }, []],
	])('%s', (_description, choices, rows) => {
		expect(rowsOf(choices)).toEqual(rows);
	});

	test('only rows that have certain words too', () => {
		expect(rowsOf({ theme: ['food'] }, RowSet.of(5, [1, 2, 3]))).toEqual([1]);
	});

	test('nothing where no row has the words', () => {
		expect(rowsOf({}, new RowSet(5))).toEqual([]);
	});
});

describe('the counts say how many rows a value would leave', () => {
	test('where nothing is chosen', () => {
		expect(filter({}).counts).toEqual({ country: { FR: 2, AT: 2, MT: 1 }, theme: { food: 3, culture: 2 } });
	});

	test('with the choice of the other facets, and alone in its own', () => {
		expect(filter({ theme: ['culture'] }).counts).toEqual({
			country: { FR: 1, AT: 1, MT: 0 },
			theme: { food: 3, culture: 2 },
		});
	});

	test('with choices in several facets', () => {
		expect(filter({ country: ['FR', 'MT'], theme: ['food'] }).counts).toEqual({
			country: { FR: 1, AT: 1, MT: 1 },
			theme: { food: 2, culture: 1 },
		});
	});

	test('with the words', () => {
		expect(filter({ country: ['AT'] }, RowSet.of(5, [1, 2])).counts).toEqual({
			country: { FR: 1, AT: 1, MT: 0 },
			theme: { food: 1, culture: 1 },
		});
	});

	test('even where nothing is left', () => {
		expect(filter({ country: ['MT'], theme: ['culture'] }).counts).toEqual({
			country: { FR: 1, AT: 1, MT: 0 },
			theme: { food: 1, culture: 0 },
		});
	});
});

test('readers can sort by name, founding year and last check', () => {
	expect(Object.values(sorts)).toEqual(['Name', 'Newest founded', 'Last checked']);
});

describe('the rows are sorted', () => {
	test.each([
		['by name', 'name', [0, 1, 2, 3, 4]],
		['by founding year, newest first, those without one at the end', 'newest', [2, 0, 3, 4, 1]],
		['by last check, newest first', 'checked', [1, 4, 0, 2, 3]],
	] as const)('%s', (_description, by, rows) => {
		expect(sort(RowSet.all(5), by)).toEqual(rows);
	});

	test('without those that are not there', () => {
		expect(sort(RowSet.of(5, [3, 4, 1]), 'newest')).toEqual([3, 4, 1]);
	});
});

test('no profiles can be filtered too', () => {
	const empty = openColumns({ count: 0, facets: { theme: {} }, founded: [], checkedOn: [], x: [], y: [], lands: {} });
	const { rows, counts } = empty.filter({ theme: ['food'] });
	expect([rows.toRows(), counts]).toEqual([[], { theme: {} }]);
});
