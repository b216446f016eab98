import { countries, countryInText, type Box, type CountryCode, type Position } from './countries.ts';
import { keysOf } from './keys-of.ts';
import { outlines } from './outlines.ts';

/** The grid of the outlines: fiftieths of a degree, about two kilometres. */
export const UNITS_PER_DEGREE = 50;
/** Numbers stand in the outlines with this base, lowest digit first, a digit being a letter from `TEXT_FIRST` on. */
export const TEXT_BASE = 43;
/** The letter for nought; digits that another follows stand `TEXT_BASE` letters later. */
export const TEXT_FIRST = 40;

/** A degree of latitude. */
export const KILOMETRES_PER_DEGREE = 111.2;

type Point = readonly [longitude: number, latitude: number];

/** Kilometres from a point to another, or to the nearest point of the line between two; right for short ways. */
export function kilometresBetween([x, y]: Point, from: Point, to: Point = from): number {
	const shrink = Math.cos((y * Math.PI) / 180);
	const [ax, ay] = [(from[0] - x) * shrink, from[1] - y];
	const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]];
	const along = Math.min(Math.max(-(ax * dx + ay * dy) / (dx * dx + dy * dy || 1), 0), 1);
	return Math.hypot(ax + along * dx, ay + along * dy) * KILOMETRES_PER_DEGREE;
}

/** Whether a point lies inside of lines that enclose land: the way east crosses them an odd number of times. */
export const isBetween = ([x, y]: Point, list: readonly (readonly Point[])[]): boolean =>
	list.reduce((isInside, line) => {
		const crossings = line.filter(([bx, by], index) => {
			const [ax, ay] = line[index - 1] ?? [bx, by];
			return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
		});
		return isInside !== (crossings.length % 2 === 1);
	}, false);

/** A part of a country that lies apart and has a map of its own. */
export interface Part {
	name: string;
	/** What holds all of its land: what its map shows, then what lies apart from that. */
	boxes: readonly [Box, ...Box[]];
	/** The coasts of other countries of the list are far: whatever lies in its boxes counts with it. */
	isAlone: boolean;
}

const alone = (name: string, ...boxes: Part['boxes']): Part => ({ name, boxes, isAlone: true });
const beside = (name: string, ...boxes: Part['boxes']): Part => ({ name, boxes, isAlone: false });

/**
 * Islands and regions overseas, with some fifth of a degree of sea around them: the country of the list that they
 * belong to, then their own code of ISO 3166-1, or else that of ISO 3166-2.
 */
export const parts = {
	'DK-FO': alone('Faroe Islands', [-8, 61.2, -6, 62.6]),
	'DK-GL': alone('Greenland', [-73.6, 59.5, -25.4, 83.9], [-25.4, 67.5, -11, 83.9]),
	'ES-CE': beside('Ceuta', [-5.42, 35.83, -5.25, 35.95]),
	'ES-CN': alone('Canary Islands', [-18.4, 27.4, -13.2, 29.6]),
	'ES-ML': beside('Melilla', [-3.02, 35.24, -2.87, 35.35]),
	'FI-AX': beside('Åland', [19.2, 59.85, 21.1, 60.7]),
	'FR-BL': alone('Saint-Barthélemy', [-62.95, 17.83, -62.73, 17.99]),
	'FR-GF': beside('French Guiana', [-54.7, 2, -51.5, 5.9]),
	'FR-GP': alone('Guadeloupe', [-62, 15.7, -60.8, 16.7]),
	'FR-MF': beside('Saint-Martin', [-63.2, 17.98, -62.95, 18.15]),
	'FR-MQ': alone('Martinique', [-61.4, 14.2, -60.6, 15.05]),
	'FR-NC': alone('New Caledonia', [163, -23, 168.5, -19.3]),
	'FR-PF': alone('French Polynesia', [-155, -28, -134, -7.5]),
	'FR-PM': alone('Saint-Pierre-et-Miquelon', [-56.6, 46.6, -56, 47.3]),
	'FR-RE': alone('Réunion', [55, -21.6, 56, -20.7]),
	'FR-WF': alone('Wallis and Futuna', [-178.4, -14.6, -175.9, -13]),
	'FR-YT': alone('Mayotte', [44.8, -13.2, 45.5, -12.4]),
	'GB-GG': beside('Guernsey', [-2.75, 49.38, -2.1, 49.8]),
	'GB-GI': beside('Gibraltar', [-5.38, 36.1, -5.32, 36.16]),
	'GB-IM': beside('Isle of Man', [-4.9, 54, -4.2, 54.5]),
	'GB-JE': beside('Jersey', [-2.3, 49.1, -1.95, 49.3]),
	'NL-AW': alone('Aruba', [-70.2, 12.3, -69.8, 12.75]),
	'NL-BQ1': alone('Bonaire', [-68.5, 11.9, -68.1, 12.4]),
	'NL-BQ2': alone('Saba', [-63.4, 17.5, -63.1, 17.75]),
	'NL-BQ3': alone('Sint Eustatius', [-63.1, 17.4, -62.85, 17.6]),
	'NL-CW': alone('Curaçao', [-69.3, 11.9, -68.6, 12.5]),
	'NL-SX': beside('Sint Maarten', [-63.2, 17.98, -62.95, 18.15]),
	'NO-21': alone('Svalbard', [9, 76.2, 34.5, 81.1], [17.5, 74, 20.5, 75]),
	'NO-22': alone('Jan Mayen', [-9.5, 70.6, -7.5, 71.4]),
	'PT-20': alone('Azores', [-31.7, 36.7, -24.7, 40]),
	'PT-30': alone('Madeira', [-17.6, 32.2, -15.9, 33.4], [-16.3, 29.8, -15.6, 30.4]),
} as const satisfies Record<`${CountryCode}-${string}`, Part>;
/** The code of a part, which names its country first. */
export type PartCode = keyof typeof parts;

const partCodes = keysOf(parts).sort((one, other) => parts[one].name.localeCompare(parts[other].name, 'en'));

/** The parts of a country beside its main territory, in the order of their names. */
export const partsOf = (country: CountryCode): PartCode[] => partCodes.filter((code) => code.startsWith(`${country}-`));

const isInBox = ([x, y]: Point, [west, south, east, north]: Box) => x >= west && x <= east && y >= south && y <= north;
const isInPart = (code: PartCode, point: Point) => parts[code].boxes.some((box) => isInBox(point, box));

/** The part of a country that a position lies in, if it is not the main territory. */
export const partAt = (country: CountryCode, { latitude, longitude }: Position): PartCode | undefined =>
	partsOf(country).find((code) => isInPart(code, [longitude, latitude]));

function numbersIn(text: string): number[] {
	const numbers: number[] = [];
	let [sum, weight] = [0, 1];
	for (let at = 0; at < text.length; at++) {
		const letter = text.charCodeAt(at) - TEXT_FIRST;
		sum += (letter % TEXT_BASE) * weight;
		weight *= TEXT_BASE;
		if (letter >= TEXT_BASE) continue;
		numbers.push(sum % 2 === 0 ? sum / 2 : -(sum + 1) / 2);
		[sum, weight] = [0, 1];
	}
	return numbers;
}

function linesIn(text: string): Point[][] {
	const numbers = numbersIn(text);
	const lines: Point[][] = [];
	let [x, y] = [0, 0];
	for (let at = 0; at < numbers.length;) {
		const points = numbers[at++] ?? 0;
		lines.push(
			Array.from({ length: points }, () => {
				x += numbers[at++] ?? 0;
				y += numbers[at++] ?? 0;
				return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE];
			}),
		);
	}
	return lines;
}

/** The outline of a country: lines where its land ends at the sea, and lines where it ends at other land. */
interface Outline {
	coasts: Point[][];
	borders: Point[][];
	all: Point[][];
	/** Holds all that could be taken for the country’s. */
	box: Box;
}

function readOutline(country: CountryCode): Outline {
	const own = Object.entries(outlines).filter(([beside]) => beside.split(' ').includes(country));
	const linesOf = (areBorders: boolean) =>
		own.flatMap(([beside, text]) => (beside.includes(' ') === areBorders ? linesIn(text) : []));
	const [coasts, borders] = [linesOf(false), linesOf(true)];
	const all = [...coasts, ...borders];
	const [xs, ys] = [all.flat().map(([x]) => x), all.flat().map(([, y]) => y)];
	// 20 kilometres are a degree at most in the north of Norway, and less than a fifth of one from south to north.
	const box: Box = [Math.min(...xs) - 1, Math.min(...ys) - 0.2, Math.max(...xs) + 1, Math.max(...ys) + 0.2];
	return { coasts, borders, all, box };
}

const known: Partial<Record<CountryCode, Outline>> = {};
const outlineOf = (country: CountryCode): Outline => (known[country] ??= readOutline(country));

const kilometresTo = (point: Point, lines: readonly (readonly Point[])[]) =>
	Math.min(
		...lines.flatMap((line) => line.map((from, index) => kilometresBetween(point, from, line[index + 1] ?? from))),
	);

/** How far over a border a position may lie, in kilometres: outlines are not finer. */
const BORDER_TOLERANCE = 3;
/** How far off the coast a position may lie where no land of another country of the list is nearer: small islands are not drawn. */
const COAST_TOLERANCE = 20;

const kilometresToLand = (point: Point, country: CountryCode) => {
	const { coasts, all, box } = outlineOf(country);
	if (!isInBox(point, box)) return Infinity;
	return isBetween(point, all) ? 0 : kilometresTo(point, coasts);
};

/** Whether a position lies in a country, with its islands and regions overseas. */
export function isInside(country: CountryCode, { latitude, longitude }: Position): boolean {
	const point: Point = [longitude, latitude];
	if (partsOf(country).some((code) => parts[code].isAlone && isInPart(code, point))) return true;
	const { coasts, borders, all, box } = outlineOf(country);
	if (!isInBox(point, box)) return false;
	if (isBetween(point, all)) return true;
	const toCoast = kilometresTo(point, coasts);
	const toBorder = kilometresTo(point, borders);
	if (Math.min(toCoast, toBorder) <= BORDER_TOLERANCE) return true;
	return (
		toCoast <= Math.min(COAST_TOLERANCE, toBorder) &&
		keysOf(countries).every((other) => other === country || kilometresToLand(point, other) > toCoast)
	);
}

/** What to do about a position that lies outside a country. */
export function mendPosition(country: CountryCode, { latitude, longitude }: Position): string {
	if (isInside(country, { latitude: longitude, longitude: latitude })) {
		return 'Latitude and longitude are swapped: exchange them.';
	}
	const turned = [
		{ name: 'latitude', latitude: -latitude, longitude },
		{ name: 'longitude', latitude, longitude: -longitude },
		{ name: 'latitude and of longitude', latitude: -latitude, longitude: -longitude },
	].find((position) => isInside(country, position));
	if (turned) {
		return `The sign of ${turned.name} is turned: write (${turned.latitude}, ${turned.longitude}).`;
	}
	const other = keysOf(countries).find((code) => isInside(code, { latitude, longitude }));
	const lies = other ? `It lies in ${countryInText(countries[other].label)}. ` : '';
	return `${lies}Correct the position or the country.`;
}
