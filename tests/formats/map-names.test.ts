import { expect, test } from 'vitest';
import { placeNames, type NamedMark } from '../../src/formats/map-names.ts';

const view = { x: 0, y: 0, width: 400, height: 300 };
const SIZE = 10;
const mark = (x: number, y: number, name = 'Torino'): NamedMark => ({ x, y, radius: 5, name });

test.each([
	['right of its mark', [mark(200, 150)], 'start', true],
	['left of it at the right edge', [mark(390, 150)], 'end', true],
	['left of it where another mark lies on the right', [mark(200, 150), mark(225, 150)], 'end', true],
	['above it where no side has the room', [mark(200, 150, 'x'.repeat(45))], 'middle', true],
	['nowhere where it is longer than the map', [mark(200, 150, 'x'.repeat(200))], 'middle', false],
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
	const around = [-30, -10, 10, 30].flatMap((away) => [135, 150, 165].map((y) => mark(100 + away, y)));
	const [west] = placeNames([mark(100, 150, 'x'.repeat(40)), ...around], SIZE, view);
	expect(west).toMatchObject({ place: { anchor: 'start' }, isFree: false });
});

test('a name that neither side has room for is pushed into the map', () => {
	const long = 'x'.repeat(60);
	const [, under] = placeNames([mark(120, 150, long), mark(150, 150, long), mark(180, 150, long)], SIZE, view);
	expect(under).toMatchObject({ place: { anchor: 'middle', x: 168 }, isFree: false });
});
