import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { countries, euMembers } from '../../src/schemas/countries.ts';
import { countryGroups, partsOfEurope } from '../../src/schemas/country-groups.ts';

test.each([
	['southern-europe', 'CY GR IT MT PT ES'],
	['nordic', 'DK FI IS NO SE'],
	['baltic', 'EE LV LT'],
	['benelux', 'BE LU NL'],
	['visegrad', 'CZ HU PL SK'],
	['western-balkans', 'AL BA ME MK RS'],
	['candidates', 'AL BA MD ME MK RS TR UA'],
] as const)('%s holds its countries, in the order of their names', (id, codes) => {
	expect(countryGroups[id].members.join(' ')).toBe(codes);
});

test('the EU holds its 27 member states', () => {
	expect(new Set(countryGroups.eu.members)).toEqual(euMembers);
	expect(countryGroups.eu.members).toHaveLength(27);
});

describe('every group', () => {
	test.each(Object.entries(countryGroups))('%s names its source and no country twice', (_, { source, members }) => {
		expect(source).toMatch(/^https:/);
		expect(new Set(members).size).toBe(members.length);
	});

	test('has an id that is no country, so that both can stand in one address', () => {
		const codes = Object.keys(countries).map((code) => code.toLowerCase());
		expect(Object.keys(countryGroups).filter((id) => codes.includes(id))).toEqual([]);
	});
});

test('a country lies in one part of Europe; only Türkiye lies in none', () => {
	const placed = Object.values(partsOfEurope).flatMap(({ members }) => members);
	expect(new Set(placed).size).toBe(placed.length);
	const whole: readonly string[] = placed;
	expect(Object.keys(countries).filter((code) => !whole.includes(code))).toEqual(['TR']);
});

test('each group of the filter is found by its own words', () => {
	const { signposts } = readContent('content').entries;
	expect(signposts.flatMap(({ data }) => data.group ?? []).sort()).toEqual(Object.keys(countryGroups).sort());
});
