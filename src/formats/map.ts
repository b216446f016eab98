import { geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Polygon } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };
import { mainBoxOf, type Box, type CountryCode, type Position } from '../schemas/countries.ts';

/** Land fades out towards the edge of the frame. */
const FADE =
	'<radialGradient id="g" r=".56"><stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#000"/></radialGradient><mask id="fade" maskUnits="userSpaceOnUse"><rect width="100%" height="100%" fill="url(#g)"/></mask>';

/** A map of one frame: its size in user units, its drawing, and where positions fall on it. */
export interface MapFrame {
	width: number;
	height: number;
	/** Where a position falls, in user units; undefined outside the frame. */
	project: (position: Position) => { x: number; y: number } | undefined;
	/** The outlines as an SVG document. Natural Earth 1:50m, public domain. */
	toSvg: () => string;
}

/** Europe from Iceland to Cyprus, without the far north of Norway. */
const EUROPE: Box = [-12, 34.5, 36, 65.5];
const FRAME_WIDTH = 800;
/** Share of the frame that stays free around a country. */
const MARGIN = 0.22;

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A piece of land of one country, with the box around it, so that a frame draws only what lies in it. */
interface Land {
	country: string;
	box: Box;
	polygon: Polygon;
}

const lands: Land[] = feature(topology, topology.objects.countries).features.flatMap(({ geometry, properties }) => {
	if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return polygons.map((coordinates): Land => {
		const edge = coordinates[0] ?? [];
		const longitudes = edge.map(([longitude = 0]) => longitude);
		const latitudes = edge.map(([, latitude = 0]) => latitude);
		const box: Box = [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
		return { country: properties.name, box, polygon: { type: 'Polygon', coordinates } };
	});
});

const namesInEnglish = new Intl.DisplayNames('en-GB', { type: 'region' });
/** Names that Natural Earth writes in another way than Intl. */
const atlasNames: Partial<Record<CountryCode, string>> = { BA: 'Bosnia and Herz.', MK: 'Macedonia', TR: 'Turkey' };
const atlasNameOf = (country: CountryCode) => atlasNames[country] ?? namesInEnglish.of(country);

const overlap = (a: Box, b: Box) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

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

function frameFor(box: Box, margin: number, highlighted?: CountryCode): MapFrame {
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
		project: ({ latitude, longitude }) => {
			const [x, y] = projection([longitude, latitude]) ?? [-1, -1];
			return x >= 0 && x <= FRAME_WIDTH && y >= 0 && y <= height ? { x: Math.round(x), y: Math.round(y) } : undefined;
		},
		toSvg: () => {
			const path = geoPath(projection).digits(0);
			const special = highlighted && atlasNameOf(highlighted);
			const around: Box = [
				west - (east - west),
				south - (north - south),
				east + (east - west),
				north + (north - south),
			];
			const near = lands.filter((land) => overlap(land.box, around));
			const draw = (isSpecial: boolean) =>
				near
					.flatMap(({ country, polygon }) => ((country === special) === isSpecial ? (path(polygon) ?? []) : []))
					.join('');
			// Both tones are mixed with whatever lies behind, so one file serves light and dark.
			return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FRAME_WIDTH} ${height}" width="${FRAME_WIDTH}" height="${height}">${FADE}<path fill="#7f9a8e" fill-opacity=".3" stroke="#7f9a8e" stroke-opacity=".55" stroke-width="1" mask="url(#fade)" d="${draw(false)}"/>${
				special
					? `<path fill="#2f8f76" fill-opacity=".42" stroke="#2f8f76" stroke-opacity=".8" stroke-width="1.5" d="${draw(true)}"/>`
					: ''
			}</svg>`;
		},
	};
}

/** Makes each frame once. */
const frames = new Map<CountryCode | 'europe', MapFrame>();

/** The map of Europe, or of one country with what lies around it. */
export function mapOf(area: CountryCode | 'europe'): MapFrame {
	const known = frames.get(area);
	if (known) return known;
	const frame = area === 'europe' ? frameFor(EUROPE, 0) : frameFor(mainBoxOf(area), MARGIN, area);
	frames.set(area, frame);
	return frame;
}

/** Address of the map’s outlines. */
export const mapAddress = (area: CountryCode | 'europe'): string => `/maps/${area.toLowerCase()}.svg`;
