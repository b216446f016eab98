/** A point on a map, in its units, and the row of the profile that it stands for. */
export interface MapPoint {
	x: number;
	y: number;
	row: number;
}

/** A mark on a map: one point, or several that would lie over each other. */
export interface MapMark {
	x: number;
	y: number;
	/** In the order of rows. */
	rows: number[];
	/** Radius in the map’s units. */
	radius: number;
}

/** The least distance of two marks in CSS pixels, so that each is a target by itself (WCAG 2.5.8). */
export const TARGET_PIXELS = 24;
/** That distance in the units of a map 800 wide where it is shown as narrow as it gets, on a phone. */
export const WIDEST_DISTANCE = 67;

/** The least distance of two marks on a map so wide that is drawn before it is known how wide a screen shows it. */
export const distanceOn = (width: number): number => width / 12;

/** A number rounded as finely as marks so far apart need. */
function inSteps(value: number, distance: number): number {
	const steps = distance < TARGET_PIXELS ? 10 : 1;
	return Math.round(value * steps) / steps;
}

/** Radius of a mark of so many points: larger for more, and never so large that two overlap. */
function radiusOf(count: number, distance: number): number {
	const share = count === 1 ? 0.2 : Math.min(0.36 + 0.02 * Math.log2(count), 0.46);
	return inSteps(share * distance, distance);
}

interface Bin {
	x: number;
	y: number;
	rows: number[];
}

/** Points in cells of half the distance, each cell at the middle of its points, fullest first. */
function toBins(points: readonly MapPoint[], distance: number): Bin[] {
	const bins = new Map<string, Bin>();
	// In the order of rows, whatever order they are given in: the same points give the same marks.
	for (const { x, y, row } of points.toSorted((a, b) => a.row - b.row)) {
		const key = `${Math.floor((2 * x) / distance)} ${Math.floor((2 * y) / distance)}`;
		const bin = bins.get(key) ?? { x: 0, y: 0, rows: [] };
		bin.x += x;
		bin.y += y;
		bin.rows.push(row);
		bins.set(key, bin);
	}
	return [...bins.values()]
		.map(({ x, y, rows }) => ({
			x: inSteps(x / rows.length, distance),
			y: inSteps(y / rows.length, distance),
			rows,
		}))
		.sort((a, b) => b.rows.length - a.rows.length || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

/**
 * The marks that stand for points, no two nearer than `distance`: each lies where most of its points are. Time grows
 * with the number of points; the same points give the same marks.
 */
export function toMarks(points: readonly MapPoint[], distance = WIDEST_DISTANCE): MapMark[] {
	const marks: Bin[] = [];
	for (const bin of toBins(points, distance)) {
		const near = marks
			.map((mark) => ({ mark, away: Math.hypot(mark.x - bin.x, mark.y - bin.y) }))
			.filter(({ away }) => away < distance)
			.sort((a, b) => a.away - b.away)[0]?.mark;
		if (near) near.rows.push(...bin.rows);
		else marks.push({ ...bin, rows: [...bin.rows] });
	}
	return marks
		.map(({ x, y, rows }) => ({
			x,
			y,
			rows: rows.sort((a, b) => a - b),
			radius: radiusOf(rows.length, distance),
		}))
		.sort((a, b) => a.y - b.y || a.x - b.x);
}
