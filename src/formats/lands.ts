import { createRequire } from 'node:module';
import { feature, mergeArcs } from 'topojson-client';
import type { Polygon } from 'topojson-specification';
import type atlas from 'world-atlas/countries-10m.json';
import { countries, type Box, type CountryCode } from '../schemas/countries.ts';
import { keysOf } from '../schemas/keys-of.ts';

// Not bundled: three megabytes of numbers as code take a second to make and to load. The type is that of the file.
const topology = createRequire(import.meta.url)('world-atlas/countries-10m.json') as typeof atlas;

/** Longitude and latitude in degrees, WGS 84. */
export type Point = readonly [longitude: number, latitude: number];

/** A piece of land: its rings as numbers of lines, `~n` for a line that runs backwards, as TopoJSON has them. */
export interface Land {
	/** The country of the list that it counts with, if any. */
	country: CountryCode | undefined;
	box: Box;
	rings: readonly (readonly number[])[];
}

const namesInEnglish = new Intl.DisplayNames('en-GB', { type: 'region' });
const nameOf = (country: CountryCode) => namesInEnglish.of(country) ?? country;

/**
 * The country that land counts with where Natural Earth has another name for it: what EU law and the United Nations
 * see as its territory, and territories with a code of their own that belong to a country of the list, lie in Europe
 * or are associated with the European Union. See docs/decisions/2026-11-26-places-by-outlines.md.
 */
const belongsTo: Record<string, CountryCode> = {
	...Object.fromEntries(keysOf(countries).map((country) => [nameOf(country), country])),
	'Bosnia and Herz.': 'BA',
	Macedonia: 'MK',
	Turkey: 'TR',
	Akrotiri: 'CY',
	'Cyprus U.N. Buffer Zone': 'CY',
	Dhekelia: 'CY',
	'N. Cyprus': 'CY',
	'Faeroe Is.': 'DK',
	Greenland: 'DK',
	Åland: 'FI',
	'Fr. Polynesia': 'FR',
	'New Caledonia': 'FR',
	'St-Barthélemy': 'FR',
	'St-Martin': 'FR',
	'St. Pierre and Miquelon': 'FR',
	'Wallis and Futuna Is.': 'FR',
	Gibraltar: 'GB',
	Guernsey: 'GB',
	'Isle of Man': 'GB',
	Jersey: 'GB',
	Aruba: 'NL',
	Curaçao: 'NL',
	'Sint Maarten': 'NL',
};
/** Crimea is the piece of the Russian outline around 34° east, 45° north. */
const CRIMEA: Box = [32, 44, 37, 46.5];

/** Where people live though Natural Earth draws nothing or other land: exclaves, islands and banks of rivers. */
export const undrawn: readonly [country: CountryCode, name: string, latitude: number, longitude: number][] = [
	['BA', 'Međurečje (Sastavci)', 43.56, 19.42],
	['BE', 'Baarle-Hertog', 51.44, 4.93],
	['DE', 'Büsingen', 47.697, 8.69],
	['DK', 'Christiansø', 55.32, 15.19],
	['FI', 'Utö', 59.78, 21.37],
	['FR', 'Cap-d’Ail', 43.721, 7.406],
	['GR', 'Agathonisi', 37.458, 26.97],
	['GR', 'Kastellorizo', 36.15, 29.59],
	['IT', 'Campione', 45.97, 8.97],
	['IT', 'Ponza', 40.9, 12.96],
	['NO', 'Røst', 67.52, 12.11],
	['NO', 'Træna', 66.5, 12.09],
	['NO', 'Utsira', 59.31, 4.88],
	['RO', 'Liubcova', 44.659, 21.896],
	['UA', 'Snake Island', 45.255, 30.204],
];
/** Half the side of the square that stands for such a place, in degrees of latitude: about a kilometre. */
const UNDRAWN_SIZE = 0.009;

function boxAround(points: readonly Point[]): Box {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		[west, south] = [Math.min(west, x), Math.min(south, y)];
		[east, north] = [Math.max(east, x), Math.max(north, y)];
	}
	return [west, south, east, north];
}

const isWithin = (inner: Box, outer: Box) =>
	inner[0] > outer[0] && inner[1] > outer[1] && inner[2] < outer[2] && inner[3] < outer[3];

/** The outlines as TopoJSON has them, one line after the other. */
const drawnLines: Point[][] = feature(topology, {
	type: 'GeometryCollection',
	geometries: topology.arcs.map((_, index) => ({ type: 'LineString' as const, arcs: [index] })),
}).features.map(({ geometry }) =>
	geometry.type === 'LineString' ? geometry.coordinates.map(([x = 0, y = 0]): Point => [x, y]) : [],
);

/** The first of the lines around places that are not drawn. */
export const FIRST_UNDRAWN = drawnLines.length;

/** All lines that lands are made of. */
export const lines: readonly (readonly Point[])[] = [
	...drawnLines,
	...undrawn.map(([, , y, x]): Point[] => {
		const [high, wide] = [UNDRAWN_SIZE, UNDRAWN_SIZE / Math.cos((y * Math.PI) / 180)];
		return [
			[x - wide, y - high],
			[x - wide, y + high],
			[x + wide, y + high],
			[x + wide, y - high],
			[x - wide, y - high],
		];
	}),
];

/** The points of a line, `~n` for one that runs backwards. */
export const lineAt = (index: number): readonly Point[] =>
	index < 0 ? (lines[~index] ?? []).toReversed() : (lines[index] ?? []);

const boxes = lines.map(boxAround);

/** The box around lines. */
export const boxOf = (indices: readonly number[]): Box => {
	const edges = indices.flatMap((index) => {
		const [west, south, east, north] = boxes[index < 0 ? ~index : index] ?? [0, 0, 0, 0];
		return [
			[west, south],
			[east, north],
		] as const;
	});
	return boxAround(edges);
};

function readLands(): Land[] {
	const pieces = new Map<string, Polygon[]>();
	for (const outline of topology.objects.countries.geometries) {
		const name = outline.properties?.name ?? '';
		for (const arcs of outline.type === 'Polygon' ? [outline.arcs] : outline.arcs) {
			const isCrimea = name === 'Russia' && isWithin(boxOf(arcs[0] ?? []), CRIMEA);
			const owner = isCrimea ? 'UA' : (belongsTo[name] ?? name);
			pieces.set(owner, [...(pieces.get(owner) ?? []), { type: 'Polygon', arcs }]);
		}
	}
	// Merging does away with the lines between pieces of one country.
	return [...pieces].flatMap(([owner, polygons]) =>
		mergeArcs(topology, polygons).arcs.map((rings) => {
			const box = boxOf(rings[0] ?? []);
			const country = keysOf(countries).find((code) => code === owner);
			return { country, box, rings };
		}),
	);
}

/** All land of the world, by the country that it counts with. */
export const lands: readonly Land[] = [
	...readLands(),
	...undrawn.map(([country], place): Land => {
		const line = FIRST_UNDRAWN + place;
		return { country, box: boxOf([line]), rings: [[line]] };
	}),
];
