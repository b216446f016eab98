import { expect, test } from 'vitest';
import { keysOf, recordOf } from '../../src/schemas/keys-of.ts';

test('the keys of a record come in its order', () => {
	expect(keysOf({ rye: 1, bread: 2 })).toEqual(['rye', 'bread']);
});

test('a record has the keys it was made from, in their order, each with its value', () => {
	expect(Object.entries(recordOf(['rye', 'bread'], (word) => word.length))).toEqual([
		['rye', 3],
		['bread', 5],
	]);
});
