import { countries, type Box, type CountryCode } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';
import {
	isBetween,
	KILOMETRES_PER_DEGREE,
	kilometresBetween,
	partAt,
	parts,
	TEXT_BASE,
	TEXT_FIRST,
	UNITS_PER_DEGREE,
} from '../schemas/land.ts';
import { FIRST_UNDRAWN, lands, lineAt, type Point } from './lands.ts';

/** How far a border may be moved to be told with fewer points, in kilometres: more if the other side is not in the list. */
const BORDER_SLACK = 1.5;
const OUTER_BORDER_SLACK = 2;
/** How far a coast may be moved: inland, and out into the sea; less where another country of the list is near. */
const coastSlack = (kilometresToOthers: number): Slack => ({
	inland: Math.min(Math.max(kilometresToOthers / 4, 1.5), 12),
	seaward: Math.min(Math.max(kilometresToOthers / 4, 1.5), 50),
});
/** Points with much slack are put on a coarser grid, in units of the table. */
const COARSE_STEP = 5;
const COARSE_FROM = 6;

/** How far a line may be moved at a point, in kilometres. */
interface Slack {
	inland: number;
	seaward: number;
}

/** A line with the countries of the list on its sides, if any; a border if there is land on both, or around a place that is not drawn. */
interface Side {
	owners: CountryCode[];
	isBorder: boolean;
	/** Land lies to the right of a coast. */
	points: readonly Point[];
}

/** Where all other land of the countries lies; of what is elsewhere, nobody lives there. */
const AROUND_EUROPE: Box = [-32, 27, 46, 82];

/** Whether the box of a part does not already say enough of a piece of land, and somebody may live there. */
function needsOutline(country: CountryCode, ring: readonly number[]): boolean {
	const [part] = new Set(
		ring.flatMap((index) => lineAt(index)).map(([longitude, latitude]) => partAt(country, { latitude, longitude })),
	);
	if (part) return !parts[part].isAlone;
	const [[x, y] = [0, 0]] = ring.flatMap((index) => lineAt(index));
	const [west, south, east, north] = AROUND_EUROPE;
	return x > west && x < east && y > south && y < north;
}

function readSides(): Side[] {
	const sides = new Map<number, { beside: Set<string>; index: number }>();
	for (const { country, rings } of lands) {
		if (country && !needsOutline(country, rings[0] ?? [])) continue;
		for (const index of rings.flat()) {
			const line = index < 0 ? ~index : index;
			const { beside } = sides.get(line) ?? { beside: new Set<string>() };
			sides.set(line, { beside: beside.add(country ?? '-'), index });
		}
	}
	return [...sides.values()].flatMap(({ beside, index }) => {
		const owners = keysOf(countries)
			.filter((code) => beside.has(code))
			.sort();
		return [{ owners, isBorder: beside.size > 1 || index >= FIRST_UNDRAWN, points: lineAt(index) }];
	});
}

/** Other coasts that are farther away than this, in degrees of latitude, make no difference. */
const REACH = 2;
/** The coast of another country is known by a point in so many kilometres. */
const SPACING = 2;

/** Tells how far the nearest point of the coast of another country is, in kilometres. */
function distanceToOthers(sides: readonly Side[]) {
	const cells = new Map<number, { point: Point; owners: readonly CountryCode[] }[]>();
	const keyOf = (column: number, row: number) => column * 1000 + row;
	for (const { owners, points } of sides.filter(({ isBorder }) => !isBorder)) {
		let last: Point | undefined;
		for (const point of points) {
			if (last && kilometresBetween(last, point) < SPACING) continue;
			last = point;
			const key = keyOf(Math.floor(point[0]), Math.floor(point[1]));
			cells.set(key, [...(cells.get(key) ?? []), { point, owners }]);
		}
	}
	return ([x, y]: Point, owner: CountryCode) => {
		const shrink = Math.cos((y * Math.PI) / 180);
		const wide = Math.ceil(REACH / shrink);
		let least = Infinity;
		for (let column = Math.floor(x) - wide; column <= Math.floor(x) + wide; column++)
			for (let row = Math.floor(y) - REACH; row <= Math.floor(y) + REACH; row++)
				for (const { point, owners } of cells.get(keyOf(column, row)) ?? []) {
					const away = ((point[0] - x) * shrink) ** 2 + (point[1] - y) ** 2;
					if (away < least && !owners.includes(owner)) least = away;
				}
		return Math.sqrt(least) * KILOMETRES_PER_DEGREE;
	};
}

interface LoosePoint extends Slack {
	point: Point;
}

/** Whether a point lies to the right of the way from one to another. */
const isRightOf = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point) => (bx - ax) * (y - ay) < (by - ay) * (x - ax);

/** The points that a line cannot do without (Douglas and Peucker, with a slack of its own for each point). */
function simplified(points: readonly LoosePoint[]): readonly LoosePoint[] {
	const [first] = points;
	const last = points.at(-1);
	if (!first || !last || points.length < 3) return points;
	let worst = 0;
	let at = 0;
	for (const [index, { point, inland, seaward }] of points.entries()) {
		const slack = isRightOf(point, first.point, last.point) ? seaward : inland;
		const excess = kilometresBetween(point, first.point, last.point) / slack;
		if (excess > worst) [worst, at] = [excess, index];
	}
	if (worst <= 1) return [first, last];
	return [...simplified(points.slice(0, at + 1)).slice(0, -1), ...simplified(points.slice(at))];
}

const snap = (degrees: number, step: number) => Math.round((degrees * UNITS_PER_DEGREE) / step) * step;

function toText(number: number): string {
	let rest = number < 0 ? -2 * number - 1 : 2 * number;
	let text = '';
	for (;;) {
		const digit = rest % TEXT_BASE;
		rest = (rest - digit) / TEXT_BASE;
		text += String.fromCharCode(TEXT_FIRST + digit + (rest > 0 ? TEXT_BASE : 0));
		if (rest === 0) return text;
	}
}

/** Lines as text: of each the number of points, then the way from point to point. */
function encode(list: readonly (readonly Point[])[]): string {
	let [lastX, lastY] = [0, 0];
	return list
		.map((line) => [
			toText(line.length),
			...line.map(([x, y]) => {
				const text = toText(x - lastX) + toText(y - lastY);
				[lastX, lastY] = [x, y];
				return text;
			}),
		])
		.flat()
		.join('');
}

/** Lines in the order of a walk that goes to the nearest beginning next, so that the text is short. */
function inWalkingOrder(list: readonly (readonly Point[])[]): (readonly Point[])[] {
	const rest = [...list];
	const walk: (readonly Point[])[] = [];
	let [x, y]: Point = [0, 0];
	while (rest.length > 0) {
		const away = (line: readonly Point[]) => Math.abs((line[0]?.[0] ?? 0) - x) + Math.abs((line[0]?.[1] ?? 0) - y);
		const next = rest.reduce((best, line) => (away(line) < away(best) ? line : best));
		rest.splice(rest.indexOf(next), 1);
		walk.push(next);
		[x, y] = next.at(-1) ?? [x, y];
	}
	return walk;
}

const isNear = (point: Point, list: readonly (readonly Point[])[], kilometres: number) =>
	list.some((line) => line.some((from, index) => kilometresBetween(point, from, line[index + 1] ?? from) < kilometres));

const isClosed = (points: readonly Point[]) =>
	points[0]?.[0] === points.at(-1)?.[0] && points[0]?.[1] === points.at(-1)?.[1];

const size = (points: readonly Point[]) => {
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys);
};

const toDegrees = ([x, y]: Point): Point => [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];

/** The outlines of all countries in few points, by the countries on both sides; see `land.ts`, which reads them. */
export function outlineTable(): Record<string, string> {
	const sides = readSides();
	const toOthers = distanceToOthers(sides);
	const kept: { key: string; owners: readonly CountryCode[]; line: readonly Point[] }[] = [];
	// Islands last and small ones after large ones: those beside other land can be left out.
	const inOrder = sides
		.filter(({ owners }) => owners.length > 0)
		.map((side) => ({ ...side, isIsland: isClosed(side.points), size: size(side.points) }))
		.sort((a, b) => Number(a.isIsland) - Number(b.isIsland) || b.size - a.size);
	for (const { owners, isBorder, isIsland, points } of inOrder) {
		const [owner] = owners;
		if (!owner) continue;
		const loose = points.map((point): LoosePoint => {
			const border = owners.length > 1 ? BORDER_SLACK : OUTER_BORDER_SLACK;
			return { point, ...(isBorder ? { inland: border, seaward: border } : coastSlack(toOthers(point, owner))) };
		});
		if (!isBorder && isIsland) {
			const own = kept.filter((other) => other.owners.includes(owner)).map(({ line }) => line.map(toDegrees));
			if (loose.every(({ point, inland }) => isBetween(point, own) || isNear(point, own, inland))) continue;
		}
		const line = simplified(loose)
			.map(({ point: [x, y], inland }, index, { length }): Point => {
				// Where a coast ends a border begins, at the same point.
				const isJoint = !isIsland && (index === 0 || index === length - 1);
				const step = inland > COARSE_FROM && !isJoint ? COARSE_STEP : 1;
				return [snap(x, step), snap(y, step)];
			})
			.filter(([x, y], index, all) => index === 0 || x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]);
		kept.push({ key: isBorder && owners.length === 1 ? `${owner} -` : owners.join(' '), owners, line });
	}
	return Object.fromEntries(
		[...Map.groupBy(kept, ({ key }) => key)]
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, list]) => [key, encode(inWalkingOrder(list.map(({ line }) => line)))]),
	);
}
