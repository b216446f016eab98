import { expect, test } from 'vitest';
import { placeNames, type NamedMark } from '../../src/formats/map-names.ts';

const view = { x: 0, y: 0, width: 400, height: 300 };
const SIZE = 10;
const mark = (x: number, y: number, name = 'Torino'): NamedMark => ({ x, y, radius: 5, name });

test.each([
	['right of its mark', [mark(200, 150)], 'start', true],
	['left of it at the right edge', [mark(390, 150)], 'end', true],
	['left of it where another mark lies on the right', [mark(200, 150), mark(225, 150)], 'end', true],
	['nowhere where it is longer than the map', [mark(200, 150, 'x'.repeat(200))], 'end', false],
])('a name stands %s', (_, marks, anchor, isFree) => {
	expect(placeNames(marks, SIZE, view)[0]).toMatchObject({ place: { anchor }, isFree });
});

test('names do not lie over each other', () => {
	const names = placeNames([mark(200, 150), mark(200, 163), mark(200, 176)], SIZE, view);
	const spots = names.map(({ place: { x, y, anchor } }) => `${anchor} ${Math.round(x)} ${Math.round(y)}`);
	expect(new Set(spots).size).toBe(3);
	expect(names.every(({ isFree }) => isFree)).toBe(true);
});

test('a name without a free place goes where the map has more room', () => {
	const long = 'x'.repeat(80);
	const [west, east] = placeNames([mark(100, 50, long), mark(300, 250, long)], SIZE, view);
	expect([west?.place.anchor, east?.place.anchor]).toEqual(['start', 'end']);
});
