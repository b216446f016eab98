import { describe, expect, test } from 'vitest';
import { countries, euMembers, isInside, mainBoxOf, type CountryCode } from '../../src/schemas/countries.ts';

const capitals: [country: CountryCode, name: string, latitude: number, longitude: number][] = [
	['AL', 'Tirana', 41.33, 19.82],
	['AT', 'Vienna', 48.21, 16.37],
	['BA', 'Sarajevo', 43.86, 18.41],
	['BE', 'Brussels', 50.85, 4.35],
	['BG', 'Sofia', 42.7, 23.32],
	['CH', 'Bern', 46.95, 7.45],
	['CY', 'Nicosia', 35.17, 33.36],
	['CZ', 'Prague', 50.08, 14.44],
	['DE', 'Berlin', 52.52, 13.4],
	['DK', 'Copenhagen', 55.68, 12.57],
	['EE', 'Tallinn', 59.44, 24.75],
	['ES', 'Madrid', 40.42, -3.7],
	['FI', 'Helsinki', 60.17, 24.94],
	['FR', 'Paris', 48.86, 2.35],
	['GB', 'London', 51.51, -0.13],
	['GR', 'Athens', 37.98, 23.73],
	['HR', 'Zagreb', 45.81, 15.98],
	['HU', 'Budapest', 47.5, 19.04],
	['IE', 'Dublin', 53.35, -6.26],
	['IS', 'Reykjavík', 64.15, -21.94],
	['IT', 'Rome', 41.9, 12.5],
	['LI', 'Vaduz', 47.14, 9.52],
	['LT', 'Vilnius', 54.69, 25.28],
	['LU', 'Luxembourg', 49.61, 6.13],
	['LV', 'Riga', 56.95, 24.11],
	['MD', 'Chișinău', 47.01, 28.86],
	['ME', 'Podgorica', 42.44, 19.26],
	['MK', 'Skopje', 42, 21.43],
	['MT', 'Valletta', 35.9, 14.51],
	['NL', 'Amsterdam', 52.37, 4.9],
	['NO', 'Oslo', 59.91, 10.75],
	['PL', 'Warsaw', 52.23, 21.01],
	['PT', 'Lisbon', 38.72, -9.14],
	['RO', 'Bucharest', 44.43, 26.1],
	['RS', 'Belgrade', 44.79, 20.45],
	['SE', 'Stockholm', 59.33, 18.07],
	['SI', 'Ljubljana', 46.06, 14.51],
	['SK', 'Bratislava', 48.15, 17.11],
	['TR', 'Ankara', 39.93, 32.86],
	['UA', 'Kyiv', 50.45, 30.52],
];

test('every country has a capital in the table below', () => {
	expect(capitals.map(([country]) => country)).toEqual(Object.keys(countries).sort());
});

test.each(capitals)('%s: %s lies in its country', (country, _name, latitude, longitude) => {
	expect(isInside(country, { latitude, longitude })).toBe(true);
});

test.each(capitals)('%s: %s with latitude and longitude swapped does not', (country, _name, latitude, longitude) => {
	expect(isInside(country, { latitude: longitude, longitude: latitude })).toBe(false);
});

describe('islands and overseas regions belong to their country', () => {
	test.each<[name: string, country: CountryCode, latitude: number, longitude: number]>([
		['Saint-Denis, La Réunion', 'FR', -20.88, 55.45],
		['Fort-de-France, Martinique', 'FR', 14.6, -61.07],
		['Pointe-à-Pitre, Guadeloupe', 'FR', 16.24, -61.53],
		['Cayenne, French Guiana', 'FR', 4.94, -52.33],
		['Mamoudzou, Mayotte', 'FR', -12.78, 45.23],
		['Ajaccio, Corsica', 'FR', 41.93, 8.74],
		['Las Palmas, Canary Islands', 'ES', 28.12, -15.43],
		['Palma, Balearic Islands', 'ES', 39.57, 2.65],
		['Ponta Delgada, Azores', 'PT', 37.74, -25.67],
		['Funchal, Madeira', 'PT', 32.65, -16.91],
		['Heraklion, Crete', 'GR', 35.34, 25.14],
		['Kralendijk, Bonaire', 'NL', 12.15, -68.27],
	])('%s', (_name, country, latitude, longitude) => {
		expect(isInside(country, { latitude, longitude })).toBe(true);
	});
});

test('a harbour a little outside the outline still belongs to its country', () => {
	expect(isInside('MT', { latitude: 36.19, longitude: 14.3 })).toBe(true);
});

test('a point well outside the outline does not', () => {
	expect(isInside('MT', { latitude: 36.21, longitude: 14.3 })).toBe(false);
});

test('the main territory of France is the one in Europe', () => {
	expect(mainBoxOf('FR')).toEqual([-4.8, 41.3, 9.6, 51.1]);
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
