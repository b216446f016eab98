import { describe, expect, test } from 'vitest';
import { isNear, viewAround, viewOf } from '../../src/formats/map-view.ts';

const map = { width: 800, height: 900 };

describe('the view of a map', () => {
	test('is all of it where nothing has to be seen', () => {
		expect(viewOf([], map)).toEqual({ x: 0, y: 0, width: 800, height: 900 });
	});

	test.each([
		['one spot', [{ x: 400, y: 400 }]],
		[
			'two spots beside each other',
			[
				{ x: 300, y: 500 },
				{ x: 500, y: 510 },
			],
		],
		[
			'two spots above each other',
			[
				{ x: 300, y: 200 },
				{ x: 310, y: 600 },
			],
		],
		['a country', [{ x: 100, y: 700, width: 150, height: 120 }]],
		[
			'a country and a spot far from it',
			[
				{ x: 100, y: 700, width: 150, height: 120 },
				{ x: 400, y: 500 },
			],
		],
		[
			'spots in the corners',
			[
				{ x: 0, y: 0 },
				{ x: 800, y: 900 },
			],
		],
		['a spot in a corner', [{ x: 800, y: 900 }]],
	])('holds %s, and nothing outside the map', (_, seen) => {
		const { x, y, width, height } = viewOf(seen, map);
		for (const spot of seen) {
			expect(spot.x).toBeGreaterThanOrEqual(x);
			expect(spot.y).toBeGreaterThanOrEqual(y);
			expect(spot.x + ('width' in spot ? spot.width : 0)).toBeLessThanOrEqual(x + width);
			expect(spot.y + ('height' in spot ? spot.height : 0)).toBeLessThanOrEqual(y + height);
		}
		expect([x, y].every((edge) => edge >= 0)).toBe(true);
		expect(x + width).toBeLessThanOrEqual(map.width);
		expect(y + height).toBeLessThanOrEqual(map.height);
	});

	test('is never so near that outlines are rough', () => {
		expect(viewOf([{ x: 400, y: 400 }], map).width).toBe(120);
	});

	test('keeps its shape when it comes nearer', () => {
		const flat = viewOf(
			[
				{ x: 300, y: 500 },
				{ x: 600, y: 510 },
			],
			map,
		);
		const nearer = viewAround({ x: 400, y: 500 }, flat.width / 2, flat, map);
		expect(nearer.height / nearer.width).toBeCloseTo(flat.height / flat.width);
	});

	test('is near where the outlines of the whole map are too rough', () => {
		expect([isNear({ x: 0, y: 0, width: 300, height: 300 }, map), isNear({ x: 0, y: 0, ...map }, map)]).toEqual([
			true,
			false,
		]);
	});
});
