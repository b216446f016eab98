import { expect, test } from 'vitest';
import { firstFromCountries, fullestFirst } from '../../src/model/fullest.ts';
import { entryOf } from '../entries.ts';

const inCountry = (country: string, slug: string, fields = {}) => entryOf('clusters', { country, ...fields }, slug);
const idsOf = (profiles: readonly { id: string }[]) => profiles.map(({ id }) => id);

const profiles = [
	inCountry('FR', 'c'),
	inCountry('FR', 'b'),
	inCountry('FR', 'full', { founded: 2015 }),
	inCountry('PT', 'a'),
];

test('profiles that state most come first, those that state as much by slug', () => {
	expect(idsOf(fullestFirst(profiles))).toEqual(['full', 'a', 'b', 'c']);
});

test('the first come from different countries, and from the same ones where there are too few', () => {
	const first = (most: number) => idsOf(firstFromCountries(fullestFirst(profiles), most));
	expect(first(2)).toEqual(['full', 'a']);
	expect(first(3)).toEqual(['full', 'a', 'b']);
	expect(firstFromCountries([], 3)).toEqual([]);
});
