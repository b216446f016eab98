import { geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import { mainBoxOf, type Box, type CountryCode, type Position } from '../schemas/countries.ts';

/** A map of one frame: its size in user units, and where positions fall on it. Its drawing is in map-outlines.ts. */
export interface MapFrame {
	width: number;
	height: number;
	/** Where a position falls, in user units; undefined outside the frame. */
	project: (position: Position) => { x: number; y: number } | undefined;
	/** What the frame shows in full, in degrees. */
	box: Box;
	projection: GeoProjection;
}

/** Europe from Ireland to Cyprus; Iceland and the far north of Norway lie outside. */
const EUROPE: Box = [-12, 34.5, 36, 65.5];
const FRAME_WIDTH = 800;
/** Share of the frame that stays free around a country. */
const MARGIN = 0.22;

/** The edge of a box as points, so that a curved projection fits all of it. */
const edgeOf = ([west, south, east, north]: Box) => ({
	type: 'MultiPoint' as const,
	coordinates: [0, 0.25, 0.5, 0.75, 1].flatMap((t) => {
		const longitude = west + t * (east - west);
		const latitude = south + t * (north - south);
		return [
			[longitude, south],
			[longitude, north],
			[west, latitude],
			[east, latitude],
		];
	}),
});

function frameFor(box: Box, margin: number): MapFrame {
	const [west, south, east, north] = box;
	const projection: GeoProjection = geoConicConformal()
		// The outlines are finer than a pixel; sampling them anew would triple the time.
		.precision(0)
		.parallels([south + (north - south) / 6, north - (north - south) / 6])
		.rotate([-(west + east) / 2, 0]);
	const edge = edgeOf(box);
	projection.fitWidth(FRAME_WIDTH * (1 - 2 * margin), edge);
	const [[left, top], [right, bottom]] = geoPath(projection).bounds(edge);
	const pad = FRAME_WIDTH * margin;
	const [shiftX, shiftY] = projection.translate();
	// A very tall country gets a frame no taller than one and a half times its width.
	const height = Math.round(Math.min(bottom - top + 2 * pad, FRAME_WIDTH * 1.5));
	projection.translate([
		shiftX - left + (FRAME_WIDTH - (right - left)) / 2,
		shiftY - top + (height - (bottom - top)) / 2,
	]);
	projection.clipExtent([
		[-2, -2],
		[FRAME_WIDTH + 2, height + 2],
	]);
	return {
		width: FRAME_WIDTH,
		height,
		box,
		projection,
		project: ({ latitude, longitude }) => {
			const [x, y] = projection([longitude, latitude]) ?? [-1, -1];
			return x >= 0 && x <= FRAME_WIDTH && y >= 0 && y <= height ? { x: Math.round(x), y: Math.round(y) } : undefined;
		},
	};
}

/** Makes each frame once. */
const frames = new Map<CountryCode | 'europe', MapFrame>();

/** The map of Europe, or of one country with what lies around it. */
export function mapOf(area: CountryCode | 'europe'): MapFrame {
	const known = frames.get(area);
	if (known) return known;
	const frame = area === 'europe' ? frameFor(EUROPE, 0) : frameFor(mainBoxOf(area), MARGIN);
	frames.set(area, frame);
	return frame;
}

/** Address of the map’s outlines. */
export const mapAddress = (area: CountryCode | 'europe'): string => `/maps/${area.toLowerCase()}.svg`;

/** Points that many positions share are drawn as one, so that a map of thousands stays small. */
const DOTS_MAX = 300;

/** Where positions fall on a map: at most some hundred points, and how many of the positions lie in the frame. */
export function dotsOn(
	map: MapFrame,
	positions: readonly Position[],
): { dots: { x: number; y: number }[]; count: number } {
	const points = positions.flatMap((position) => map.project(position) ?? []);
	for (let cell = 1; ; cell *= 1.5) {
		const snap = (value: number) => Math.round(Math.round(value / cell) * cell);
		const dots = new Map(points.map(({ x, y }) => [`${snap(x)} ${snap(y)}`, { x: snap(x), y: snap(y) }]));
		if (dots.size <= DOTS_MAX) return { dots: [...dots.values()], count: points.length };
	}
}
