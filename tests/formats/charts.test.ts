import { describe, expect, test } from 'vitest';
import { barParts, labelsWithRoom, stackDots } from '../../src/formats/charts.ts';

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

test('labels that would touch an earlier one, or leave the line, are left out', () => {
	const span = (from: number) => ({ from, to: from + 10 });
	const placed = labelsWithRoom([20, 25, 31, 33, -1, 95, 90], span, { from: 0, to: 100 }, 2);
	expect(placed.map(({ item }) => item)).toEqual([20, 33, 90]);
});
