import { expect, test } from 'vitest';
import type { Columns } from '../../src/search/row-columns.ts';
import { rowsNear } from '../../src/search/rows-near.ts';

const columns: Columns = {
	count: 6,
	// Rows 1, 4 and 5; rows 2, 4 and 5.
	facets: { country: { PT: [2, 3, 1] }, theme: { food: [3, 2, 1] } },
	founded: [],
	checkedOn: [],
	x: [],
	y: [],
	lands: {},
};

test('rows that fit both come before rows that fit one', () => {
	expect(
		rowsNear(
			columns,
			[
				['country', 'PT'],
				['theme', 'food'],
			],
			3,
		),
	).toEqual([4, 5, 1]);
});

test('without wishes the first rows come', () => {
	expect(
		rowsNear(
			columns,
			[
				['country', ''],
				['theme', ''],
			],
			3,
		),
	).toEqual([0, 1, 2]);
});

test('where fewer fit than are asked for, the first of the list fill up', () => {
	expect(rowsNear(columns, [['theme', 'food']], 5)).toEqual([2, 4, 5, 0, 1]);
});

test('a value that no row has fits none', () => {
	expect(rowsNear(columns, [['country', 'ZZ']], 2)).toEqual([0, 1]);
});
