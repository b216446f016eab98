import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { areaAt, mapAddress, mapOf, type Area } from '../../src/formats/map.ts';
import { drawMaps, outlinesOf } from '../../src/formats/map-outlines.ts';
import { countries, mainBoxOf, type CountryCode } from '../../src/schemas/countries.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import { isBetween, parts } from '../../src/schemas/land.ts';
import { atHome } from '../corpus/places.ts';

const countryCodes = Object.keys(countries) as CountryCode[];
const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const europe = mapOf('europe');

describe('the map of Europe', () => {
	test.each([
		['Paris', 48.86, 2.35],
		['Lisbon', 38.72, -9.14],
		['Athens', 37.98, 23.73],
		['Nicosia', 35.17, 33.36],
		['Helsinki', 60.17, 24.94],
		['Dublin', 53.35, -6.26],
		['Limassol', 34.68, 33.04],
		['Paralimni', 35.04, 33.98],
		['Sagres', 37.01, -8.94],
		['Rovaniemi', 66.5, 25.73],
		['Kiruna', 67.86, 20.23],
		['Tromsø', 69.65, 18.96],
		['Reykjavík', 64.14, -21.9],
	])('shows %s', (_name, latitude, longitude) => {
		expect(europe.project(at(latitude, longitude))).toBeDefined();
	});

	test.each([
		['New York', 40.71, -74.01],
		['Tokyo', 35.68, 139.69],
		['Sydney', -33.87, 151.21],
		['Saint-Denis on La Réunion', -20.88, 55.45],
		['Cayenne', 4.94, -52.33],
		['Las Palmas', 28.12, -15.43],
		['the North Pole', 90, 0],
		['the South Pole', -90, 0],
	])('does not show %s', (_name, latitude, longitude) => {
		expect(europe.project(at(latitude, longitude))).toBeUndefined();
	});

	test('has Paris in the west and the middle of its height', () => {
		const { x = 0, y = 0 } = europe.project(at(48.86, 2.35)) ?? {};
		expect([
			x > europe.width / 4 && x < europe.width / 2,
			y > europe.height / 3 && y < (europe.height * 2) / 3,
		]).toEqual([true, true]);
	});

	test('has west on the left', () => {
		expect(europe.project(at(48.86, 2.35))?.x).toBeLessThan(europe.project(at(48.21, 16.37))?.x ?? 0);
	});

	test('has north at the top', () => {
		expect(europe.project(at(59.33, 18.07))?.y).toBeLessThan(europe.project(at(37.98, 23.73))?.y ?? 0);
	});

	test('highlights no country', () => {
		expect(outlinesOf('europe').match(/<path/g)).toHaveLength(1);
	});

	test('is made only once', () => {
		expect(mapOf('europe')).toBe(europe);
	});
});

describe('the map of a country', () => {
	test.each(countryCodes)('shows the middle of its land: %s', (country) => {
		const [west, south, east, north] = mainBoxOf(country);
		expect(mapOf(country).project(at((south + north) / 2, (west + east) / 2))).toBeDefined();
	});

	test.each(countryCodes)('highlights its outline: %s', (country) => {
		expect(/<path fill="#509480"[^>]* d="M[^"]+z"\/><\/svg>$/.test(outlinesOf(country))).toBe(true);
	});

	test('does not show a place overseas', () => {
		expect(mapOf('FR').project(at(-20.88, 55.45))).toBeUndefined();
	});

	test.each(countryCodes)('is no taller than one and a half times its width: %s', (country) => {
		expect(mapOf(country).height).toBeLessThanOrEqual(1200);
	});
});

const areas: Area[] = ['europe', ...countryCodes, ...keysOf(parts)];

/** The rings of land that a map shows in its last tone, as corners in its units. */
const ringsOf = (area: Area) =>
	(/d="([^"]*)"\/><\/svg>$/.exec(outlinesOf(area))?.[1] ?? '')
		.split('M')
		.filter((ring) => ring !== '')
		.map((ring) => {
			let [x, y] = [0, 0];
			const numbers = (/^[^hz]*/.exec(ring)?.[0].match(/-?\d+/g) ?? []).map(Number);
			return numbers.flatMap((number, index) => {
				if (index % 2 === 0) {
					x += number;
					return [];
				}
				y += number;
				return [[x, y] as const];
			});
		});

describe('every map', () => {
	test.each(areas)('has land well inside the frame: %s', (area) => {
		const { width, height } = mapOf(area);
		const seen = ringsOf(area)
			.flat()
			.filter(([x, y]) => x > width / 8 && x < (width * 7) / 8 && y > height / 20 && y < (height * 19) / 20);
		expect(seen.length).toBeGreaterThan(0);
	});

	test.each(areas)('finds the position of a spot again: %s', (area) => {
		const { box, place, positionAt } = mapOf(area);
		const [west, south, east, north] = box;
		const corners = [at(south, west), at(south, east), at(north, west), at((south + north) / 2, (west + east) / 2)];
		const found = corners.map((position) => positionAt(place(position)));
		const off = found.map(({ latitude, longitude }, index) =>
			Math.hypot(latitude - (corners[index]?.latitude ?? 0), longitude - (corners[index]?.longitude ?? 0)),
		);
		expect(Math.max(...off)).toBeLessThan(1e-6);
	});

	test('together they weigh at most 600 kB', () => {
		expect(areas.reduce((sum, area) => sum + outlinesOf(area).length, 0)).toBeLessThan(600_000);
	});

	test.each(atHome)('%s lies in the frame that its page shows', (_what, country, latitude, longitude) => {
		expect(mapOf(areaAt(country, at(latitude, longitude))).project(at(latitude, longitude))).toBeDefined();
	});
});

test.each<[string, CountryCode, number, number]>([
	['Crimea', 'UA', 45.3, 34.4],
	['the north of Cyprus', 'CY', 35.3, 33.5],
])('%s has the tone of its country', (_name, country, latitude, longitude) => {
	const { x, y } = mapOf(country).place(at(latitude, longitude));
	expect(
		isBetween(
			[x, y],
			ringsOf(country).map((ring) => [...ring, ...ring.slice(0, 1)]),
		),
	).toBe(true);
});

test('a map is a drawing without scripts', () => {
	expect(outlinesOf('europe')).not.toMatch(/<script|\son\w+=|href=/);
});

test('a map has no numbers that are none', () => {
	expect(countryCodes.filter((country) => outlinesOf(country).includes('NaN'))).toEqual([]);
});

test.each([
	['europe', '/maps/europe.svg'],
	['FR', '/maps/fr.svg'],
] as const)('the map of %s lies at %s', (area, address) => {
	expect(mapAddress(area)).toBe(address);
});

test('the maps in public/maps/ are those that are drawn; otherwise: node src/local/write-maps.ts', () => {
	const drawn = drawMaps();
	const kept = readdirSync('public/maps', { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.svg'),
	);
	expect(kept.map((name) => `/maps/${name.replaceAll('\\', '/')}`).sort()).toEqual([...drawn.keys()].sort());
	const other = [...drawn].filter(([address, svg]) => readFileSync(`public${address}`, 'utf8') !== svg);
	expect(other.map(([address]) => address)).toEqual([]);
});
