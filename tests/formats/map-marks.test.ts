import { describe, expect, test } from 'vitest';
import { toMarks, type MapMark, type MapPoint } from '../../src/formats/map-marks.ts';
import { randomFrom } from '../random.ts';

/** Points anywhere on a map of 800 by 900. */
function scattered(count: number, seed: number): MapPoint[] {
	const { below } = randomFrom(seed);
	return Array.from({ length: count }, (_, row) => ({ x: below(801), y: below(901), row }));
}

/** Points around a few towns, as profiles lie. */
function crowded(count: number, seed: number): MapPoint[] {
	const { below, oneOf } = randomFrom(seed);
	const towns = Array.from({ length: 12 }, () => ({ x: below(801), y: below(901) }));
	return Array.from({ length: count }, (_, row) => {
		const { x, y } = oneOf(towns);
		return { x: x + below(40), y: y + below(40), row };
	});
}

const heap = (count: number): MapPoint[] => Array.from({ length: count }, (_, row) => ({ x: 400, y: 300, row }));

/** The distance between the two marks that are nearest to each other. */
function nearest(marks: readonly MapMark[]): number {
	let least = Infinity;
	for (const [index, a] of marks.entries())
		for (const b of marks.slice(0, index)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
	return least;
}

const places: [description: string, points: MapPoint[]][] = [
	['few points', scattered(8, 1)],
	['a hundred points', scattered(100, 2)],
	['a thousand points', scattered(1000, 3)],
	['10,000 points', scattered(10_000, 4)],
	['a hundred points around towns', crowded(100, 5)],
	['10,000 points around towns', crowded(10_000, 6)],
	['a thousand points in one place', heap(1000)],
	['points along a line', Array.from({ length: 800 }, (_, row) => ({ x: row, y: 100, row }))],
];

/** From a map as wide as a large screen allows to one on a phone. */
describe.each([24, 36, 67])('marks that stand %i apart', (distance) => {
	test.each(places)('do not lie over each other: %s', (_description, points) => {
		const marks = toMarks(points, distance);
		const overlapping = marks.flatMap((a, index) =>
			marks.slice(0, index).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius),
		);
		expect(overlapping).toEqual([]);
	});

	test.each(places)('are no nearer, but for the rounding of both: %s', (_description, points) => {
		expect(nearest(toMarks(points, distance))).toBeGreaterThan(distance - Math.SQRT2);
	});

	test.each(places)('have every profile behind exactly one of them: %s', (_description, points) => {
		const rows = toMarks(points, distance).flatMap((mark) => mark.rows);
		expect(rows.sort((a, b) => a - b)).toEqual(points.map(({ row }) => row));
	});

	test.each(places)('have their profiles in order: %s', (_description, points) => {
		const disordered = toMarks(points, distance).filter(({ rows }) =>
			rows.some((row, index) => row <= (rows[index - 1] ?? -1)),
		);
		expect(disordered).toEqual([]);
	});

	test.each(places)('lie each near one of its profiles: %s', (_description, points) => {
		const byRow = new Map(points.map((point) => [point.row, point]));
		const lost = toMarks(points, distance).filter(({ x, y, rows }) =>
			rows.every((row) => {
				const point = byRow.get(row);
				return !point || Math.hypot(point.x - x, point.y - y) > distance / 2;
			}),
		);
		expect(lost).toEqual([]);
	});

	test.each(places)('are the same for the same points: %s', (_description, points) => {
		expect(toMarks(structuredClone(points), distance)).toEqual(toMarks(points, distance));
	});

	test.each(places)('come from top to bottom: %s', (_description, points) => {
		const heights = toMarks(points, distance).map(({ y }) => y);
		expect(heights).toEqual(heights.toSorted((a, b) => a - b));
	});
});

test('marks stand as far apart as the narrowest map needs, unless told otherwise', () => {
	expect(toMarks(scattered(1000, 3))).toEqual(toMarks(scattered(1000, 3), 67));
});

test('where marks may stand nearer there are more of them', () => {
	expect(toMarks(scattered(1000, 3), 24).length).toBeGreaterThan(toMarks(scattered(1000, 3), 67).length);
});

test('the points are left as they were', () => {
	const points = scattered(50, 7);
	toMarks(points);
	expect(points).toEqual(scattered(50, 7));
});

describe('the marks', () => {
	test('of no point are none', () => {
		expect(toMarks([])).toEqual([]);
	});

	test('of one point are a small one where it lies', () => {
		expect(toMarks([{ x: 120, y: 340, row: 7 }])).toEqual([{ x: 120, y: 340, rows: [7], radius: 13 }]);
	});

	test('of two points in one place are one mark', () => {
		expect(
			toMarks([
				{ x: 120, y: 340, row: 7 },
				{ x: 120, y: 340, row: 3 },
			]),
		).toEqual([{ x: 120, y: 340, rows: [3, 7], radius: 25 }]);
	});

	test('of two points far from each other are two', () => {
		expect(
			toMarks([
				{ x: 600, y: 340, row: 0 },
				{ x: 120, y: 340, row: 1 },
			]),
		).toEqual([
			{ x: 120, y: 340, rows: [1], radius: 13 },
			{ x: 600, y: 340, rows: [0], radius: 13 },
		]);
	});

	test('lie where most of the points are', () => {
		const crowd = heap(20).map((point) => ({ ...point, row: point.row + 1 }));
		const [mark] = toMarks([{ x: 440, y: 300, row: 0 }, ...crowd]);
		expect(mark).toMatchObject({ x: 400, y: 300, rows: { length: 21 } });
	});
});

test.each([
	[1, 67, 13],
	[2, 67, 25],
	[50, 67, 31],
	[10_000, 67, 31],
	[1, 36, 7],
	[2, 36, 14],
	[1, 24, 5],
	[10_000, 24, 11],
])('the mark of %i profiles, %i from the next, has the radius %i', (count, distance, radius) => {
	expect(toMarks(heap(count), distance).map((mark) => mark.radius)).toEqual([radius]);
});
