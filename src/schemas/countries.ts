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
 * The box around the land of each country, without its parts (see land.ts). ISO 3166-1 codes; NUTS differs for Greece
 * (EL) and the United Kingdom (UK).
 */
const mainBoxes = {
	AL: [19.2, 39.6, 21.1, 42.7],
	AT: [9.5, 46.3, 17.2, 49.1],
	BA: [15.7, 42.5, 19.7, 45.3],
	BE: [2.5, 49.4, 6.4, 51.5],
	BG: [22.3, 41.2, 28.7, 44.3],
	CH: [5.9, 45.8, 10.5, 47.9],
	CY: [32.2, 34.5, 34.6, 35.7],
	CZ: [12, 48.5, 18.9, 51.1],
	DE: [5.8, 47.2, 15.1, 55.1],
	DK: [8, 54.5, 15.3, 57.8],
	EE: [21.8, 57.5, 28.2, 59.7],
	ES: [-9.3, 35.1, 4.4, 43.8],
	FI: [20.6, 59.7, 31.6, 70.1],
	FR: [-5.2, 41.3, 9.6, 51.1],
	GB: [-8.7, 49.9, 1.8, 60.9],
	GR: [19.6, 34.8, 29.7, 41.8],
	HR: [13.5, 42.4, 19.5, 46.6],
	HU: [16, 45.7, 22.9, 48.6],
	IE: [-10.5, 51.4, -5.9, 55.4],
	IS: [-24.6, 63.3, -13.5, 66.6],
	IT: [6.6, 35.4, 18.6, 47.1],
	LI: [9.4, 47, 9.7, 47.3],
	LT: [20.9, 53.8, 26.9, 56.5],
	LU: [5.7, 49.4, 6.6, 50.2],
	LV: [20.9, 55.6, 28.3, 58.1],
	MD: [26.6, 45.4, 30.2, 48.5],
	ME: [18.4, 41.8, 20.4, 43.6],
	MK: [20.4, 40.8, 23.1, 42.4],
	MT: [14.1, 35.8, 14.6, 36.1],
	NL: [3.3, 50.7, 7.2, 53.6],
	NO: [4.6, 57.9, 31.1, 71.2],
	PL: [14.1, 48.9, 24.2, 54.9],
	PT: [-9.5, 36.9, -6.2, 42.2],
	RO: [20.2, 43.6, 29.7, 48.3],
	RS: [18.8, 42.2, 23, 46.2],
	SE: [11.1, 55.3, 24.2, 69.1],
	SI: [13.3, 45.4, 16.6, 46.9],
	SK: [16.8, 47.7, 22.6, 49.7],
	TR: [25.6, 35.8, 44.9, 42.1],
	UA: [22.1, 44.3, 40.2, 52.4],
} as const satisfies Record<string, Box>;

/** ISO 3166-1 alpha-2 code of a country that a profile can lie in. */
export type CountryCode = keyof typeof mainBoxes;

/** The box around the main territory of a country and the islands that are no part by themselves. */
export const mainBoxOf = (country: CountryCode): Box => mainBoxes[country];

const namesInEnglish = new Intl.DisplayNames('en-GB', { type: 'region' });
const nameOf = (code: CountryCode): string => namesInEnglish.of(code) ?? code;

/** The countries of Europe that profiles, terms and organisations refer to, in the order of their names, as forms list them. */
export const countries = recordOf(
	keysOf(mainBoxes).sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'en')),
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
export const euMembers: ReadonlySet<string> = new Set(keysOf(mainBoxes).filter((code) => !outsideTheEu.includes(code)));
