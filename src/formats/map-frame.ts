import { geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import { mainBoxOf, type Box, type CountryCode } from '../schemas/countries.ts';

/** What a map shows, how large it is in user units, and how positions fall on it. Knows no outlines, so it is light. */
export interface Frame {
	box: Box;
	width: number;
	height: number;
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

/** The frame of the map of Europe, or of one country with what lies around it. */
export function frameOf(area: CountryCode | 'europe'): Frame {
	const box = area === 'europe' ? EUROPE : mainBoxOf(area);
	const margin = area === 'europe' ? 0 : MARGIN;
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
	return { box, width: FRAME_WIDTH, height, projection };
}

/** Address of the map’s outlines. */
export const mapAddress = (area: CountryCode | 'europe'): string => `/maps/${area.toLowerCase()}.svg`;
