import { expect, test } from 'vitest';
import { groupByEach } from '../../src/formats/group-by.ts';

test('an item stands in each of its groups, in the order given', () => {
	const groups = groupByEach(['bread', 'beer', 'rye'], (word) => new Set(word));
	expect(groups.get('r')).toEqual(['bread', 'beer', 'rye']);
	expect(groups.get('b')).toEqual(['bread', 'beer']);
	expect(groups.get('y')).toEqual(['rye']);
});

test('groups come as they are met', () => {
	expect([...groupByEach([2, 3], (number) => [number + 1, number]).keys()]).toEqual([3, 2, 4]);
});

test('an item without a group stands in none', () => {
	expect(groupByEach(['bread'], () => []).size).toBe(0);
});
