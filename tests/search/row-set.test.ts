import { describe, expect, test } from 'vitest';
import { RowSet } from '../../src/search/row-set.ts';
import { randomFrom } from '../random.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, row) => row);
/** A random half of the rows, in order. */
function half(count: number, seed: number): number[] {
	const { share } = randomFrom(seed);
	return upTo(count).filter(() => share() < 0.5);
}

describe.each([0, 1, 31, 32, 33, 10_000])('of %i rows', (count) => {
	const a = half(count, 21);
	const b = half(count, 22);
	const both = a.filter((row) => b.includes(row));
	const either = upTo(count).filter((row) => a.includes(row) || b.includes(row));

	test('an empty set has none', () => {
		const none = new RowSet(count);
		expect([none.size, none.toRows()]).toEqual([0, []]);
	});

	test('the set of all has each', () => {
		const all = RowSet.all(count);
		expect([all.size, all.toRows()]).toEqual([count, upTo(count)]);
	});

	test('a set has the rows it is made of', () => {
		const set = RowSet.of(count, a);
		expect([set.size, set.toRows()]).toEqual([a.length, a]);
	});

	test('a set has its rows in order, however they come', () => {
		expect(RowSet.of(count, a.toReversed()).toRows()).toEqual(a);
	});

	test('a set has each row once', () => {
		expect(RowSet.of(count, [...a, ...a]).size).toBe(a.length);
	});

	test('a set has no row that cannot be', () => {
		expect(RowSet.of(count, [-1, ...a, count, count + 1, count + 64, 2 ** 31, NaN]).toRows()).toEqual(a);
	});

	test('the last row can be in a set', () => {
		expect(RowSet.of(count, [count - 1]).toRows()).toEqual(count > 0 ? [count - 1] : []);
	});

	test('two sets meet in the rows of both', () => {
		expect(RowSet.of(count, a).and(RowSet.of(count, b)).toRows()).toEqual(both);
	});

	test('two sets make up the rows of either', () => {
		expect(RowSet.of(count, a).or(RowSet.of(count, b)).toRows()).toEqual(either);
	});

	test('how many rows two sets share is counted', () => {
		expect(RowSet.of(count, a).countWith(RowSet.of(count, b))).toBe(both.length);
	});

	test('all rows leave a set as it is', () => {
		expect(RowSet.of(count, a).and(RowSet.all(count)).toRows()).toEqual(a);
	});

	test('no rows leave none', () => {
		expect(RowSet.all(count).and(new RowSet(count)).toRows()).toEqual([]);
	});

	test('sets stay as they are when they meet others', () => {
		const set = RowSet.of(count, a);
		set.and(RowSet.of(count, b));
		set.or(RowSet.all(count));
		expect(set.toRows()).toEqual(a);
	});
});

test('every single row of 70 is found alone', () => {
	expect(upTo(70).map((row) => RowSet.of(70, [row]).toRows())).toEqual(upTo(70).map((row) => [row]));
});
