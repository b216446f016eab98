import { describe, expect, test } from 'vitest';
import { mapAddress, mapOf } from '../../src/formats/map.ts';
import { outlinesOf } from '../../src/formats/map-outlines.ts';
import { countries, mainBoxOf, type CountryCode } from '../../src/schemas/countries.ts';

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
		expect(outlinesOf(country)).toMatch(/<path fill="#2f8f76"[^>]* d="M[^"]+Z"\/><\/svg>$/);
	});

	test('does not show a place overseas', () => {
		expect(mapOf('FR').project(at(-20.88, 55.45))).toBeUndefined();
	});

	test.each(countryCodes)('is no taller than one and a half times its width: %s', (country) => {
		expect(mapOf(country).height).toBeLessThanOrEqual(1200);
	});
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
