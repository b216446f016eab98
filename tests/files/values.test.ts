import { describe, expect, test } from 'vitest';
import { asItStands, isBlank, itemsOf, pruned, prunedValue } from '../../src/files/values.ts';

describe('of a draft', () => {
	test.each<[description: string, value: unknown, kept: unknown]>([
		['a cleared text is left out', '', undefined],
		['nothing is left out', null, undefined],
		['an empty list is left out', [], undefined],
		['a list of blanks is left out', ['', null, {}], undefined],
		['an empty group is left out', { a: '', b: [{ c: '' }] }, undefined],
		['blanks in a list are left out', ['a', '', 'b'], ['a', 'b']],
		['a no stays', false, false],
		['a zero stays', 0, 0],
		['a text stays', ' a ', ' a '],
		['signs of other programs become blanks', 'a\vb\fc\u0085d\u2028e\u2029f', 'a b c d e f'],
		['they do so all the way down', { a: [{ b: 'x\u2028y' }], c: ['x\vy'] }, { a: [{ b: 'x y' }], c: ['x y'] }],
	])('%s', (_description, value, kept) => {
		expect(prunedValue(value)).toEqual(kept);
	});

	test('fields without anything in them are left out', () => {
		expect(pruned({ a: 'x\fy', b: '', c: { d: null } })).toEqual({ a: 'x y' });
	});
});

test('of a file texts are taken as they stand', () => {
	expect(pruned({ a: 'x\u2028y', b: [{ c: 'x\vy', d: '' }] }, asItStands)).toEqual({
		a: 'x\u2028y',
		b: [{ c: 'x\vy' }],
	});
});

test('a value is blank if nothing in it is filled in', () => {
	expect([undefined, '', [], {}, [''], { a: [{ b: '' }] }].every(isBlank)).toBe(true);
	expect([false, 0, 'a', { a: [{ b: 'c' }] }].some(isBlank)).toBe(false);
});

test('what is no list has no items', () => {
	expect(itemsOf(['a', 7])).toEqual(['a', 7]);
	expect([undefined, 'a', { 0: 'a' }].map(itemsOf)).toEqual([[], [], []]);
});
