import { describe, expect, test } from 'vitest';
import type { Area } from '../../src/formats/map.ts';
import { describeCard, entryCard, OWN_CARDS_MAX } from '../../src/model/share-cards.ts';
import type { EntryCollection } from '../../src/schemas/collections.ts';
import { countries } from '../../src/schemas/countries.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import { entryOf, type Fields } from '../entries.ts';

const profile = (changes: Fields = {}) => entryOf('clusters', { name: 'A cluster', country: 'IT', ...changes });
const torino = { position: { latitude: 45.07, longitude: 7.69, precision: 'town' } };

describe('the card of a profile', () => {
	test('says what it is, its name and where it lies, with its point on the map of its country', () => {
		const card = entryCard('clusters', profile({ place: 'Torino', region: 'Piemonte', ...torino }), 86);
		expect(card).toMatchObject({
			kind: 'Cluster of social and ecological innovation',
			title: 'A cluster',
			line: 'Torino, Piemonte, Italy',
			map: { area: 'IT' },
		});
		expect(card.map?.dots).toHaveLength(1);
	});

	test('has no point where none is known', () => {
		expect(entryCard('clusters', profile(), 86)).toMatchObject({ line: 'Italy', map: { area: 'IT', dots: [] } });
	});

	test('shows the part of a country that it lies in', () => {
		const position = { latitude: -21.1, longitude: 55.5, precision: 'town' };
		expect(entryCard('clusters', profile({ country: 'FR', position }), 86).map?.area).toBe('FR-RE');
	});

	test.each<[string, Fields[], string | undefined]>([
		['its name in its own language', [{ name: 'Un cluster', language: 'it' }], 'Un cluster'],
		['no former name', [{ name: 'Un altro', language: 'it', note: 'Name until 2020' }], undefined],
		['no name twice', [{ name: 'A cluster', language: 'it' }], undefined],
	])('shows %s', (_what, localNames, expected) => {
		expect(entryCard('clusters', profile({ localNames }), 86).localName).toBe(expected);
	});
});

describe('where there are many entries', () => {
	test('each has its own card up to 1,000', () => {
		expect(OWN_CARDS_MAX).toBe(1_000);
		expect(entryCard('clusters', profile(), 1_000).title).toBe('A cluster');
	});

	test('10,000 profiles share one card a country, which a new profile leaves as it is', () => {
		const codes = keysOf(countries);
		const cards = Array.from({ length: 10_000 }, (_, index) =>
			entryCard('clusters', profile({ name: `Cluster ${index}`, country: codes[index % codes.length] }), 10_000),
		);
		expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(codes.length);
		expect(cards[codes.indexOf('IT')]).toEqual({ kind: 'Clusters', title: 'Italy', map: { area: 'IT', dots: [] } });
	});

	test.each<[EntryCollection, string]>([
		['updates', 'Updates'],
		['meetings', 'Meetings'],
		['points', 'Points'],
	])('those of %s share one', (collection, title) => {
		expect(entryCard(collection, entryOf(collection), 1_001)).toEqual({ title });
	});
});

test.each<[EntryCollection, Fields, object]>([
	['updates', { date: '2026-11-01' }, { kind: 'Update', line: '1 November 2026' }],
	['meetings', { place: 'Brussels' }, { kind: 'GECES meeting', title: 'A meeting', line: '12 May 2027, Brussels' }],
	['calls', {}, { kind: 'Call for views' }],
	['points', {}, { kind: 'Point from members' }],
	['guide', {}, {}],
])('a card of %s says what the page is', (collection, changes, expected) => {
	expect(entryCard(collection, entryOf(collection, changes), 5)).toEqual(expected);
});

test.each<[Area | undefined, string]>([
	['NL', 'Cluster: A cluster, Utrecht, on a map of the Netherlands'],
	['FR-RE', 'Cluster: A cluster, Utrecht, on a map of Réunion'],
	['europe', 'Cluster: A cluster, Utrecht, on a map of Europe'],
	[undefined, 'Cluster: A cluster, Utrecht'],
])('a card is told in words: %s', (area, words) => {
	const card = { kind: 'Cluster', title: 'A cluster', line: 'Utrecht' };
	expect(describeCard(area ? { ...card, map: { area, dots: [] } } : card)).toBe(words);
});
