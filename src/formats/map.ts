import { geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import type { Polygon as GeoPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };
import { mainBoxOf, type Box, type CountryCode, type Position } from '../schemas/countries.ts';

/** Land fades out towards the edge of the frame. */
const FADE =
	'<radialGradient id="g" r=".6"><stop offset=".58" stop-color="#fff"/><stop offset="1" stop-color="#000"/></radialGradient><mask id="fade" maskUnits="userSpaceOnUse"><rect width="100%" height="100%" fill="url(#g)"/></mask>';

/** A map of one frame: its size in user units, its drawing, and where positions fall on it. */
export interface MapFrame {
	width: number;
	height: number;
	/** Where a position falls, in user units; undefined outside the frame. */
	project: (position: Position) => { x: number; y: number } | undefined;
	/** The outlines as an SVG document. Natural Earth 1:50m, public domain. */
	toSvg: () => string;
}

/** Europe from Ireland to Cyprus; Iceland and the far north of Norway lie outside. */
const EUROPE: Box = [-12, 34.5, 36, 65.5];
const FRAME_WIDTH = 800;
/** Share of the frame that stays free around a country. */
const MARGIN = 0.22;

type Outline = Polygon<{ name: string }> | MultiPolygon<{ name: string }>;
const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;

/**
 * Land that Natural Earth draws apart or elsewhere, and the country whose territory it is in EU law and for the
 * United Nations: the north of Cyprus, and Crimea (the piece of the Russian outline around 34° east, 45° north).
 */
const belongsTo: Record<string, string> = { 'N. Cyprus': 'Cyprus' };
const CRIMEA: Box = [32, 44, 37, 46.5];

const boxAround = (edge: readonly (readonly number[])[]): Box => {
	const longitudes = edge.map(([longitude = 0]) => longitude);
	const latitudes = edge.map(([, latitude = 0]) => latitude);
	return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
};

/** A piece of land of one country, with the box around it, so that a frame draws only what lies in it. */
interface Land {
	country: string;
	box: Box;
	polygon: GeoPolygon;
}

function readLands(): Land[] {
	const pieces = new Map<string, Polygon[]>();
	for (const outline of topology.objects.countries.geometries as Outline[]) {
		const name = outline.properties?.name ?? '';
		const all = outline.type === 'Polygon' ? [outline.arcs] : outline.arcs;
		for (const arcs of all) {
			const piece: Polygon = { type: 'Polygon', arcs };
			const [west, south, east, north] = boxAround(feature(topology, piece).geometry.coordinates[0] ?? []);
			const isCrimea =
				name === 'Russia' && west > CRIMEA[0] && south > CRIMEA[1] && east < CRIMEA[2] && north < CRIMEA[3];
			const country = isCrimea ? 'Ukraine' : (belongsTo[name] ?? name);
			pieces.set(country, [...(pieces.get(country) ?? []), piece]);
		}
	}
	// Merging does away with the lines between pieces of one country.
	return [...pieces].flatMap(([country, polygons]) =>
		merge(topology, polygons).coordinates.map((coordinates) => ({
			country,
			box: boxAround(coordinates[0] ?? []),
			polygon: { type: 'Polygon' as const, coordinates },
		})),
	);
}

const lands = readLands();

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
