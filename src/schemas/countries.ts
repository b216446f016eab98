import { keysOf, recordOf } from './keys-of.ts';
import type { Concept } from './vocabularies.ts';

/** West, south, east and north edge in degrees, WGS 84. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A point on the map in degrees, WGS 84. */
export interface Position {
	latitude: number;
	longitude: number;
}

/**
 * The land of each country as boxes around its outlines (Natural Earth 1:50m), main territory first,
 * then islands and overseas regions. ISO 3166-1 codes; NUTS differs for Greece (EL) and the United Kingdom (UK).
 */
const boxes = {
	AL: [[19.2, 39.6, 21.1, 42.7]],
	AT: [[9.5, 46.4, 17.2, 49.1]],
	BA: [[15.7, 42.5, 19.6, 45.3]],
	BE: [[2.5, 49.5, 6.4, 51.5]],
	BG: [[22.3, 41.2, 28.6, 44.3]],
	CH: [[5.9, 45.8, 10.5, 47.8]],
	CY: [[32.3, 34.5, 34.7, 35.8]],
	CZ: [[12, 48.5, 18.9, 51.1]],
	DE: [[5.8, 47.2, 15.1, 55.1]],
	DK: [[8.1, 54.6, 15.2, 57.8]],
	EE: [[21.8, 57.5, 28.2, 59.7]],
	ES: [
		[-9.3, 36, 4.4, 43.8],
		[-18.2, 27.6, -13.4, 29.3],
	],
	FI: [[20.6, 59.8, 31.6, 70.1]],
	FR: [
		[-4.8, 41.3, 9.6, 51.1],
		[-54.7, 2.1, -51.6, 5.8],
		[-61.8, 14.4, -60.8, 16.6],
		[55.2, -21.4, 55.9, -20.8],
		[45, -13, 45.3, -12.6],
	],
	GB: [[-8.2, 50, 1.8, 60.9]],
	GR: [[19.6, 34.9, 28.3, 41.8]],
	HR: [[13.5, 42.4, 19.5, 46.6]],
	HU: [[16, 45.7, 22.9, 48.6]],
	IE: [[-10.4, 51.4, -6, 55.4]],
	IS: [[-24.5, 63.4, -13.5, 66.6]],
	IT: [[6.6, 36.6, 18.5, 47.1]],
	LI: [[9.4, 47, 9.7, 47.3]],
	LT: [[20.9, 53.8, 26.8, 56.5]],
	LU: [[5.7, 49.4, 6.5, 50.2]],
	LV: [[21, 55.6, 28.3, 58.1]],
	MD: [[26.6, 45.4, 30.2, 48.5]],
	ME: [[18.4, 41.8, 20.4, 43.6]],
	MK: [[20.4, 40.8, 23.1, 42.4]],
	MT: [[14.1, 35.8, 14.6, 36.1]],
	NL: [
		[3.3, 50.7, 7.2, 53.7],
		[-63.3, 17.4, -62.9, 17.7],
		[-68.4, 12, -68.2, 12.4],
	],
	NO: [
		[4.8, 58, 33.7, 80.5],
		[-9.1, 70.8, -7.9, 71.2],
	],
	PL: [[14.1, 49, 24.2, 54.9]],
	PT: [
		[-9.5, 37, -6.2, 42.2],
		[-31.3, 36.9, -25, 39.6],
		[-17.3, 32.6, -16.6, 32.9],
	],
	RO: [[20.2, 43.6, 29.8, 48.3]],
	RS: [[18.8, 42.2, 23, 46.2]],
	SE: [[11.1, 55.3, 24.2, 69.1]],
	SI: [[13.3, 45.4, 16.6, 46.9]],
	SK: [[16.8, 47.7, 22.6, 49.6]],
	TR: [[25.6, 35.8, 44.9, 42.1]],
	UA: [[22.1, 45.2, 40.2, 52.4]],
} as const satisfies Record<string, readonly Box[]>;

/** ISO 3166-1 alpha-2 code of a country that a profile can lie in. */
export type CountryCode = keyof typeof boxes;

const namesInEnglish = new Intl.DisplayNames('en-GB', { type: 'region' });
const nameOf = (code: CountryCode): string => namesInEnglish.of(code) ?? code;

/** The countries of Europe that profiles, terms and organisations refer to, in the order of their names, as forms list them. */
export const countries = recordOf(
	keysOf(boxes).sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'en')),
	(code): Concept => ({
		label: nameOf(code),
		definition: `${nameOf(code)}, ISO 3166-1 code ${code}.`,
		source: 'https://www.iso.org/iso-3166-country-codes.html',
	}),
);

/** The name of a country inside a sentence: “the United Kingdom”, “France”. */
export const countryInText = (label: string): string => label.replace(/^(Netherlands|United Kingdom)$/, 'the $1');

const outsideTheEu = ['AL', 'BA', 'CH', 'GB', 'IS', 'LI', 'MD', 'ME', 'MK', 'NO', 'RS', 'TR', 'UA'];

/**
 * The member states of the European Union, by ISO code
 * (https://european-union.europa.eu/principles-countries-history/eu-countries_en).
 */
export const euMembers: ReadonlySet<string> = new Set(keysOf(boxes).filter((code) => !outsideTheEu.includes(code)));

/** Outlines are drawn coarsely, so a harbour may lie a little outside its box. */
const TOLERANCE_IN_DEGREES = 0.1;

/** Whether a position lies in one of the boxes around a country. */
export function isInside(country: CountryCode, { latitude, longitude }: Position): boolean {
	return boxes[country].some(
		([west, south, east, north]) =>
			longitude >= west - TOLERANCE_IN_DEGREES &&
			longitude <= east + TOLERANCE_IN_DEGREES &&
			latitude >= south - TOLERANCE_IN_DEGREES &&
			latitude <= north + TOLERANCE_IN_DEGREES,
	);
}

/** The box around the main territory of a country. */
export const mainBoxOf = (country: CountryCode): Box => boxes[country][0];
