import { expect, test } from 'vitest';
import { cardsAddress, placeInCards } from '../../src/search/cards.ts';

test.each([
	[0, '/clusters/cards/3f2a9c/0/', 0],
	[1, '/clusters/cards/3f2a9c/0/', 1],
	[11, '/clusters/cards/3f2a9c/0/', 11],
	[12, '/clusters/cards/3f2a9c/1/', 0],
	[25, '/clusters/cards/3f2a9c/2/', 1],
	[9999, '/clusters/cards/3f2a9c/833/', 3],
])('the card of row %i lies in %s at place %i', (row, address, place) => {
	expect([cardsAddress('3f2a9c', row), placeInCards(row)]).toEqual([address, place]);
});
