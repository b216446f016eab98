import { expect, test } from 'vitest';
import { countries, euMembers, mainBoxOf, type CountryCode } from '../../src/schemas/countries.ts';
import { isInside } from '../../src/schemas/land.ts';
import { capitals } from '../corpus/places.ts';

test('every country has a capital in the table below', () => {
	expect(capitals.map(([, country]) => country)).toEqual(Object.keys(countries).sort());
});

test.each(capitals)('%s lies in its country, %s', (_what, country, latitude, longitude) => {
	expect(isInside(country, { latitude, longitude })).toBe(true);
});

test.each(capitals)(
	'%s does not lie in %s with latitude and longitude swapped',
	(_what, country, latitude, longitude) => {
		expect(isInside(country, { latitude: longitude, longitude: latitude })).toBe(false);
	},
);

test('the main territory of France is the one in Europe', () => {
	expect(mainBoxOf('FR')).toEqual([-5.2, 41.3, 9.6, 51.1]);
});

test.each<[CountryCode, string]>([
	['NL', 'Netherlands'],
	['GB', 'United Kingdom'],
	['CZ', 'Czechia'],
	['MK', 'North Macedonia'],
])('%s is called %s', (country, name) => {
	expect(countries[country].label).toBe(name);
});

test('countries come in the order of their names', () => {
	const labels = Object.values(countries).map(({ label }) => label);
	expect(labels.slice(0, 4)).toEqual(['Albania', 'Austria', 'Belgium', 'Bosnia & Herzegovina']);
	expect(labels).toEqual([...labels].sort((one, other) => one.localeCompare(other, 'en')));
});

test('the European Union has twenty-seven members, and the United Kingdom, Norway and Switzerland are not among them', () => {
	expect(euMembers.size).toBe(27);
	expect((['GB', 'NO', 'CH'] as const).filter((code) => euMembers.has(code))).toEqual([]);
});
