import { describe, expect, test } from 'vitest';
import { outlineTable } from '../../src/formats/outline-table.ts';
import { lands, lineAt, type Point } from '../../src/formats/lands.ts';
import { countries, mainBoxOf, type Box, type CountryCode } from '../../src/schemas/countries.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import {
	isBetween,
	isInside,
	kilometresBetween,
	mendPosition,
	partAt,
	parts,
	partsOf,
} from '../../src/schemas/land.ts';
import { outlines } from '../../src/schemas/outlines.ts';
import { abroad, acrossTheStreet, atHome } from '../corpus/places.ts';
import { randomFrom } from '../random.ts';

test.each(atHome)('%s lies in %s', (_what, country, latitude, longitude) => {
	expect(isInside(country, { latitude, longitude })).toBe(true);
});

test.each(abroad)('%s does not lie in %s', (_what, country, latitude, longitude) => {
	expect(isInside(country, { latitude, longitude })).toBe(false);
});

test.each(acrossTheStreet)('%s is too near to %s to be refused', (_what, country, latitude, longitude) => {
	expect(isInside(country, { latitude, longitude })).toBe(true);
});

test('the table is the one that the outlines give; else run `node src/local/write-outlines.ts`', () => {
	expect(outlines).toEqual(outlineTable());
}, 120_000);

describe('beside the full outlines', () => {
	const { below, share } = randomFrom(7);
	const ringsOf = (country: CountryCode) =>
		lands
			.filter((land) => land.country === country)
			.map(({ box, rings }) => ({
				box,
				rings: rings.map((ring) => ring.flatMap((index, at) => lineAt(index).slice(at === 0 ? 0 : 1))),
			}));
	const isNearer = (point: Point, rings: readonly (readonly Point[])[], kilometres: number) =>
		rings.some((ring) =>
			ring.some((from, index) => kilometresBetween(point, from, ring[index + 1] ?? from) < kilometres),
		);
	const anywhereIn = ([west, south, east, north]: Box): Point => [
		west + share() * (east - west),
		south + share() * (north - south),
	];

	test.each(keysOf(countries))('all land of a country lies in it: %s', (country) => {
		const pieces = ringsOf(country).filter(
			({ box: [west, south, east, north] }) =>
				partAt(country, { latitude: south, longitude: west }) ?? (west > -32 && south > 27 && east < 46 && north < 82),
		);
		const onLand = Array.from({ length: 200 }, () => {
			const piece = pieces[below(pieces.length)];
			const point = piece && anywhereIn(piece.box);
			return piece && point && isBetween(point, piece.rings) ? point : undefined;
		}).filter((point) => point !== undefined);
		expect(onLand.length).toBeGreaterThan(20);
		expect(onLand.filter(([longitude, latitude]) => !isInside(country, { latitude, longitude }))).toEqual([]);
	});

	test.each(keysOf(countries))('land of others that is 6 km or more away does not: %s', (country) => {
		const own = ringsOf(country).flatMap(({ rings }) => rings);
		const others = lands.filter((land) => land.country && land.country !== country);
		const [west, south, east, north] = mainBoxOf(country);
		const around: Box = [west - 1, south - 1, east + 1, north + 1];
		const wrong = Array.from({ length: 150 }, () => anywhereIn(around)).filter((point) => {
			const isTheirs = others.some(
				({ box, rings }) =>
					point[0] > box[0] &&
					point[0] < box[2] &&
					point[1] > box[1] &&
					point[1] < box[3] &&
					isBetween(
						point,
						rings.map((ring) => ring.flatMap((index, at) => lineAt(index).slice(at === 0 ? 0 : 1))),
					),
			);
			return isTheirs && isInside(country, { latitude: point[1], longitude: point[0] }) && !isNearer(point, own, 6);
		});
		expect(wrong).toEqual([]);
	});

	test.each(keysOf(countries))('the box of the main territory holds its land: %s', (country) => {
		const [west, south, east, north] = mainBoxOf(country);
		const outside = ringsOf(country).filter(({ box, rings }) => {
			const [x, y] = rings[0]?.[0] ?? [0, 0];
			// What is farther away, such as Rockall and Bouvet Island, nobody lives on.
			const isNear = x > -13 && x < 46 && y > 27 && y < 82;
			const isPart = rings[0]?.some(([longitude, latitude]) => partAt(country, { latitude, longitude }));
			return isNear && !isPart && (box[0] < west || box[1] < south || box[2] > east || box[3] > north);
		});
		expect(outside.map(({ box }) => box)).toEqual([]);
	});

	test.each(keysOf(parts))('a part has land in its first box: %s', (code) => {
		const country = code.slice(0, 2);
		const [[west, south, east, north]] = parts[code].boxes;
		expect(
			lands.filter(
				({ country: owner, box }) =>
					owner === country && box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north,
			),
		).not.toEqual([]);
	});

	test.each(keysOf(parts).filter((code) => parts[code].isAlone))('a part that is alone is: %s', (code) => {
		const country = code.slice(0, 2);
		const strangers = lands.filter(
			(land) =>
				land.country &&
				land.country !== country &&
				parts[code].boxes.some(
					([west, south, east, north]) =>
						land.box[0] < east && land.box[2] > west && land.box[1] < north && land.box[3] > south,
				),
		);
		expect(strangers).toEqual([]);
	});
});

describe('the parts of a country', () => {
	test('come in the order of their names', () => {
		expect(partsOf('ES')).toEqual(['ES-CN', 'ES-CE', 'ES-ML']);
	});

	test('are none where all of it lies together', () => {
		expect(partsOf('AT')).toEqual([]);
	});

	test.each<[string, CountryCode, number, number, string | undefined]>([
		['Saint-Denis', 'FR', -20.88, 55.45, 'FR-RE'],
		['Mariehamn', 'FI', 60.1, 19.94, 'FI-AX'],
		['Paris', 'FR', 48.86, 2.35, undefined],
		['Turku', 'FI', 60.45, 22.27, undefined],
		['Marigot', 'FR', 18.07, -63.08, 'FR-MF'],
		['Philipsburg', 'NL', 18.03, -63.05, 'NL-SX'],
	])('%s lies in the right one', (_name, country, latitude, longitude, part) => {
		expect(partAt(country, { latitude, longitude })).toBe(part);
	});
});

test.each<[string, CountryCode, number, number, string]>([
	['swapped', 'FR', 2.35, 48.86, 'Latitude and longitude are swapped: exchange them.'],
	['turned east', 'ES', 40.42, 3.7, 'The sign of longitude is turned: write (40.42, -3.7).'],
	['turned south', 'FR', 20.88, 55.45, 'The sign of latitude is turned: write (-20.88, 55.45).'],
	['in another country', 'FR', 52.52, 13.4, 'It lies in Germany. Correct the position or the country.'],
	[
		'in a country with an article',
		'FR',
		52.37,
		4.9,
		'It lies in the Netherlands. Correct the position or the country.',
	],
	['in no country of the list', 'PL', 54.71, 20.51, 'Correct the position or the country.'],
])('a position that is %s is told how to mend', (_how, country, latitude, longitude, mend) => {
	expect(mendPosition(country, { latitude, longitude })).toBe(mend);
});
