import { geoPath } from 'd3-geo';
import type { Polygon as GeoPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { Polygon } from 'topojson-specification';
import topology from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { Box, CountryCode } from '../schemas/countries.ts';
import { mapOf } from './map.ts';

/** Land fades out towards the edge of the frame. */
const FADE =
	'<radialGradient id="g" r=".6"><stop offset=".58" stop-color="#fff"/><stop offset="1" stop-color="#000"/></radialGradient><mask id="fade" maskUnits="userSpaceOnUse"><rect width="100%" height="100%" fill="url(#g)"/></mask>';

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
	for (const outline of topology.objects.countries.geometries) {
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

/** The outlines of a map as an SVG document. Natural Earth 1:50m, public domain. */
export function outlinesOf(area: CountryCode | 'europe'): string {
	const { width, height, box, projection } = mapOf(area);
	const [west, south, east, north] = box;
	const path = geoPath(projection).digits(0);
	const special = area === 'europe' ? undefined : atlasNameOf(area);
	const around: Box = [west - (east - west), south - (north - south), east + (east - west), north + (north - south)];
	const near = lands.filter((land) => overlap(land.box, around));
	const draw = (isSpecial: boolean) =>
		near.flatMap(({ country, polygon }) => ((country === special) === isSpecial ? (path(polygon) ?? []) : [])).join('');
	// Both tones are mixed with whatever lies behind, so one file serves light and dark.
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${FADE}<path fill="#7f9a8e" fill-opacity=".3" stroke="#7f9a8e" stroke-opacity=".55" stroke-width="1" mask="url(#fade)" d="${draw(false)}"/>${
		special
			? `<path fill="#2f8f76" fill-opacity=".42" stroke="#2f8f76" stroke-opacity=".8" stroke-width="1.5" d="${draw(true)}"/>`
			: ''
	}</svg>`;
}
