import { describe, expect, test } from 'vitest';
import {
	factsOf,
	formatMembers,
	formatPlace,
	labelFor,
	localNamesOf,
	sourceNumbersFor,
} from '../../src/model/cluster-facts.ts';
import { entryOf, type Fields } from '../entries.ts';

const cluster = (changes: Fields = {}) => entryOf('clusters', changes).data;
const source = (...supports: string[]) => ({ title: 'A page', url: 'https://example.org/', supports });

const full = cluster({
	acronym: 'AC',
	stage: 'completed',
	founded: 2015,
	ended: 2020,
	carrier: { name: 'A house', legalForm: 'cooperative', localForm: 'SCIC' },
	region: 'Île-de-France',
	nuts: { code: 'FR10', version: '2024' },
	place: 'Paris',
	scope: 'local',
	sectors: ['waste', 'reuse'],
	ecosystems: ['agri-food', 'retail'],
	sdgs: ['sdg-8', 'sdg-12'],
	priorities: ['jobs-inclusion'],
	members: { total: 1260, qualifier: 'more-than', counts: 'partners', asOf: '2026-05', kinds: ['research', 'finance'] },
	labels: [{ name: 'PTCE', issuer: 'the ministry', on: '2014-01' }],
	website: 'https://www.example.org/cluster',
	mailbox: 'info@example.org',
	sources: [source('name', 'members'), source('members', 'place')],
});

test.each([
	['of a year', { stage: 'active', stageAsOf: 2015 }, '2015'],
	['of no year', { stage: 'active' }, undefined],
])('the stage is told with the year of the source that shows it: %s', (_description, changes, asOf) => {
	const stage = factsOf(cluster(changes)).find(({ label }) => label === 'Status');
	expect([stage?.text, stage?.asOf]).toEqual(['Active', asOf]);
});

test('the facts of a full profile, in reading order', () => {
	expect(factsOf(full).map(({ label, text }) => `${label}: ${text}`)).toEqual([
		'Acronym: AC',
		'Kind: Cluster of social and ecological innovation',
		'Status: Completed',
		'Founded: 2015',
		'Ended: 2020',
		'Legal form: A house, SCIC',
		'Place: Paris, Île-de-France, France',
		'EU region code: FR10 (NUTS 2024)',
		'Where it works: Local',
		'Members: more than 1,260 partners',
		'Who takes part: Research and education; finance',
		'Fields of work: Waste and reuse',
		'Themes: Food and farming',
		'EU industrial ecosystem: Agri-food and retail',
		'Development goals: Decent work and economic growth; responsible consumption and production',
		'Priorities: Jobs and inclusion',
		'Labels: PTCE (the ministry, January 2014)',
		'Website: example.org',
		'Mailbox: info@example.org',
	]);
});

test('what is not known is left out', () => {
	expect(factsOf(cluster()).map(({ field }) => field)).toEqual(['kind', 'place', 'themes']);
});

test('every fact of a full profile has the numbers of its sources, or none if it is compiled from all', () => {
	expect(
		factsOf(full).flatMap(({ label, sourceNumbers }) => (sourceNumbers.length ? [[label, sourceNumbers]] : [])),
	).toEqual([
		['Place', [2]],
		['Members', [1, 2]],
		['Who takes part', [1, 2]],
	]);
});

test('what no single source supports is our reading, but for what says itself where to look', () => {
	expect(factsOf(full).flatMap(({ path, isOurReading }) => (isOurReading ? [path] : []))).toEqual([
		'kind',
		'stage',
		'founded',
		'ended',
		'carrier.name',
		'scope',
		'sectors',
		'themes',
		'ecosystems',
		'sdgs',
		'priorities',
		'labels',
	]);
});

test('only the number of members has a date', () => {
	expect(factsOf(full).flatMap(({ label, asOf }) => (asOf === undefined ? [] : [[label, asOf]]))).toEqual([
		['Members', 'May 2026'],
	]);
});

test('an undated number of members stands without a date', () => {
	const facts = factsOf(cluster({ members: { total: 8, asOf: 'undated' } }));
	expect(facts.find(({ field }) => field === 'members')?.asOf).toBeUndefined();
});

test.each([
	['website', 'https://www.example.org/cluster'],
	['mailbox', 'mailto:info@example.org'],
	['place', undefined],
])('the fact of %s leads to %s', (name, href) => {
	expect(factsOf(full).find(({ field }) => field === name)?.href).toBe(href);
});

test('a place is told from near to far, with the path by which it is corrected', () => {
	const where = (changes: Fields) => factsOf(cluster(changes)).find(({ field }) => field === 'place');
	expect(where({ country: 'GR', place: 'Karditsa', region: 'Thessaly' })).toMatchObject({
		path: 'place',
		text: 'Karditsa, Thessaly, Greece',
		parts: [
			{ field: 'place', text: 'Karditsa' },
			{ field: 'region', text: 'Thessaly' },
			{ field: 'country', text: 'Greece' },
		],
	});
	expect(where({ country: 'GR' })).toMatchObject({ path: 'country', text: 'Greece' });
});

test('a place has the sources of all its parts', () => {
	const sources = [source('region'), source('name'), source('place')];
	const sameNames = factsOf(cluster({ place: 'Paris', region: 'Paris', sources })).find(
		({ field }) => field === 'place',
	);
	expect(sameNames).toMatchObject({ path: 'place', text: 'Paris, France', sourceNumbers: [1, 3] });
	const fact = factsOf(cluster({ place: 'Paris', region: 'Île-de-France', sources })).find(
		({ field }) => field === 'place',
	);
	expect(fact?.sourceNumbers).toEqual([1, 3]);
});

test('a carrier without a local form shows the general one', () => {
	const facts = factsOf(cluster({ carrier: { legalForm: 'public-body' } }));
	expect(facts.find(({ field }) => field === 'carrier')?.text).toBe('Public body');
});

test.each([
	['open platform based on a memorandum', 'Open platform based on a memorandum'],
	['e.V.', 'e.V.'],
	['cooperativa', 'Cooperativa'],
	['asbl', 'asbl'],
])('a form in words begins with a capital: %s', (localForm, text) => {
	const facts = factsOf(cluster({ carrier: { legalForm: 'agreement', localForm } }));
	expect(facts.find(({ field }) => field === 'carrier')?.text).toBe(text);
});

test('members without a number still say who takes part', () => {
	const facts = factsOf(cluster({ members: { kinds: ['research'] } }));
	expect(facts.filter(({ field }) => field === 'members').map(({ label }) => label)).toEqual(['Who takes part']);
});

test.each([
	[['civil-society', 'social-enterprises', 'companies']],
	[['companies', 'social-enterprises', 'civil-society']],
])('the same terms read the same, whatever their order in the profile: %s', (kinds) => {
	const fact = factsOf(cluster({ members: { kinds } })).find(({ label }) => label === 'Who takes part');
	expect(fact?.text).toBe('Social enterprises, companies and civil society');
});

describe('the sources of a field', () => {
	const { sources } = cluster({ place: 'Paris', sources: [source('name'), source('place'), source('name', 'place')] });

	test.each([
		['name', [1, 3]],
		['place', [2, 3]],
		['kind', []],
	])('are counted from one: %s', (field, numbers) => {
		expect(sourceNumbersFor({ ...full, sources }, field)).toEqual(numbers);
	});
});

describe('the number of members in words', () => {
	const rows: [members: Fields | undefined, words: string | undefined][] = [
		[undefined, undefined],
		[{ kinds: ['research'] }, undefined],
		[{ total: 8, asOf: '2026' }, '8 members'],
		[{ total: 1, asOf: '2026' }, '1 member'],
		[{ total: 8, asOf: '2026', qualifier: 'exact' }, '8 members'],
		[{ total: 8, asOf: '2026', qualifier: 'about' }, 'about 8 members'],
		[{ total: 260, asOf: '2026', qualifier: 'more-than', counts: 'partners' }, 'more than 260 partners'],
		[{ total: 100, asOf: '2026', qualifier: 'fewer-than' }, 'fewer than 100 members'],
		[{ total: 70_500, asOf: '2026', counts: 'people' }, '70,500 people'],
	];

	test.each(rows)('%j → %s', (members, words) => {
		expect(formatMembers(cluster({ members }).members)).toBe(words);
	});
});

describe('where a cluster lies', () => {
	const rows: [where: Fields, text: string][] = [
		[{ country: 'GR' }, 'Greece'],
		[{ country: 'GR', place: 'Karditsa' }, 'Karditsa, Greece'],
		[{ country: 'GR', region: 'Thessaly' }, 'Thessaly, Greece'],
		[{ country: 'GR', place: 'Karditsa', region: 'Thessaly' }, 'Karditsa, Thessaly, Greece'],
		[{ country: 'DE', place: 'Berlin', region: 'Berlin' }, 'Berlin, Germany'],
		[{ country: 'LU', place: 'Luxembourg' }, 'Luxembourg'],
	];

	test.each(rows)('%j → %s', (where, text) => {
		expect(formatPlace(cluster(where))).toBe(text);
	});
});

test('the label of a field inside a group is that of the field', () => {
	expect(labelFor('practice', 'worked')).toBe('What worked');
});

test('a field that nobody knows is its own label', () => {
	expect(labelFor('sumary')).toBe('sumary');
});

test('a local name tells its language in words', () => {
	const localNames = [{ name: 'Кластер', language: 'sr-Cyrl' }];
	expect(localNamesOf(cluster({ localNames })).map(({ languageName }) => languageName)).toEqual(['Serbian (Cyrillic)']);
});

test('a profile without local names has none', () => {
	expect(localNamesOf(cluster())).toEqual([]);
});
