import { expect, test } from 'vitest';
import { cardsAddress, placeInCards } from '../../src/search/cards.ts';

test.each([
	[0, '/clusters/cards/0/', 0],
	[1, '/clusters/cards/0/', 1],
	[11, '/clusters/cards/0/', 11],
	[12, '/clusters/cards/1/', 0],
	[25, '/clusters/cards/2/', 1],
	[9999, '/clusters/cards/833/', 3],
])('the card of row %i lies in %s at place %i', (row, address, place) => {
	expect([cardsAddress(row), placeInCards(row)]).toEqual([address, place]);
});
