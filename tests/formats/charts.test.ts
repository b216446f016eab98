import { describe, expect, test } from 'vitest';
import { barParts, flagsWithRoom, stackDots } from '../../src/formats/charts.ts';

describe('a bar', () => {
	test.each<[counts: number[], most: number, parts: [x: number, width: number][]]>([
		[
			[10, 0],
			10,
			[
				[0, 100],
				[100, 0],
			],
		],
		[
			[0, 10],
			10,
			[
				[0, 0],
				[0, 100],
			],
		],
		[
			[5, 5],
			10,
			[
				[0, 50],
				[50.4, 49.6],
			],
		],
		[
			[1, 0],
			10_000,
			[
				[0, 0.8],
				[0.8, 0],
			],
		],
		[
			[0, 0],
			0,
			[
				[0, 0],
				[0, 0],
			],
		],
	])('of %j with %i as the most has the parts %j', (counts, most, parts) => {
		expect(barParts(counts, most).map(({ x, width }) => [x, width])).toEqual(parts);
	});

	test('never leaves its line', () => {
		for (let first = 0; first <= 40; first++) {
			const [a, b] = barParts([first, 40 - first], 40);
			expect((a?.x ?? 0) + (a?.width ?? 0)).toBeLessThanOrEqual(100);
			expect((b?.x ?? 0) + (b?.width ?? 0)).toBeLessThanOrEqual(100.81);
		}
	});
});

test('dots stand on each other in their columns, in the order given', () => {
	expect(stackDots(['a1', 'b1', 'a2'], (item) => (item.startsWith('a') ? 0 : 3))).toEqual([
		{ item: 'a1', column: 0, height: 0 },
		{ item: 'b1', column: 3, height: 0 },
		{ item: 'a2', column: 0, height: 1 },
	]);
});

/** Of labels 10 wide on a line from 0 to 100: where each stands, in which row, and where it begins. */
const flagsAt = (ats: number[], rows: number) =>
	flagsWithRoom(ats, (at) => ({ at, width: 10 }), { from: 0, to: 100 }, { rows, gap: 2 }).map(({ at, row, from }) => [
		at,
		row,
		from,
	]);

test('a label that would touch another, or leave the line, stands on the other side of its pole, or is left out', () => {
	expect(flagsAt([20, 25, 40, 95], 1)).toEqual([
		[20, 0, 20],
		[40, 0, 40],
		[95, 0, 85],
	]);
});

test('a label stands a row higher where its pole goes through no other label', () => {
	expect(flagsAt([8, 5, 14], 2)).toEqual([
		[8, 0, 8],
		[5, 1, 5],
	]);
});
