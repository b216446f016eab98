import { beforeAll, describe, expect, test } from 'vitest';
import { find, kindOf } from '../../src/search/find.ts';
import type { OpenIndex } from '../../src/search/open-index.ts';
import { narrowedResult, sayFound } from '../../src/search/say-found.ts';
import { entryOf } from '../entries.ts';
import { openIndexOf } from './real-index.ts';

const texts: Record<string, string> = {
	mill: 'Bakers share a mill and a dinosaur park. The oven is of steelworks make.',
	port: 'A harbour. Its bakers sing.',
	north: 'People repair bicycles together.',
};

let index: OpenIndex;
beforeAll(async () => {
	index = await openIndexOf(
		{
			clusters: [
				entryOf('clusters', { name: 'Clus’Ter Mühle', country: 'DE', place: 'Köln', themes: ['food'] }, 'mill'),
				entryOf(
					'clusters',
					{
						name: 'Blue Port',
						acronym: 'BPX',
						country: 'ES',
						themes: ['care'],
						place: 'Bilbao',
						website: 'https://www.port.example/en',
					},
					'port',
				),
				entryOf(
					'clusters',
					{ name: 'Vägen ut! Nord', country: 'SE', place: 'Göteborg', themes: ['mobility'] },
					'north',
				),
			],
			updates: [],
			meetings: [entryOf('meetings', { title: 'Skills and money', date: '2027-05-12' }, 'spring')],
			calls: [],
			points: [],
			receipts: [],
			guide: [entryOf('guide', { title: 'What is a cluster?', keywords: ['basics'] }, 'what')],
			terms: [
				entryOf('terms', { term: 'Mühlenverein', language: 'de', concept: 'mill-club' }, 'muehlenverein'),
				entryOf('terms', { term: 'mill club', language: 'en', concept: 'mill-club' }, 'mill-club'),
			],
			organisations: [],
			milestones: [],
			signposts: [
				entryOf('signposts', { title: 'Contact', address: '/contact/', keywords: ['phone', 'are we open'] }, 'contact'),
				entryOf('signposts', { title: 'The North', address: undefined, countries: ['DK', 'SE'] }, 'north'),
			],
			places: [
				entryOf('places', { name: 'Köln', country: 'DE', otherNames: ['Cologne', 'Keulen', 'Κολωνία'] }, 'koeln'),
			],
			settings: entryOf('site').data,
			today: '2027-06-01',
		},
		{ textOf: (_collection, id) => texts[id] ?? '', headingsOf: () => [] },
	);
});

const addresses = async (query: string) => {
	const { entries } = await find(index, query);
	return Promise.all(entries.map(async (entry) => (await index.shown(entry))[0]));
};

describe('first comes', () => {
	test.each([
		['a name', 'Blue Port', '/clusters/port/'],
		['a name in another order', 'port blue', '/clusters/port/'],
		['a name written in one', 'blueport', '/clusters/port/'],
		['a name written apart', 'clus ter muhle', '/clusters/mill/'],
		['an acronym', 'bpx', '/clusters/port/'],
		['a name whose apostrophe is left out', 'cluster muhle', '/clusters/mill/'],
		['ü as ue', 'Clus ter Muehle', '/clusters/mill/'],
		['ä without its dots', 'vagen ut', '/clusters/north/'],
		['a slip', 'Mühel', '/clusters/mill/'],
		['a website as it is', 'https://www.port.example/en?x=1', '/clusters/port/'],
		['a host', 'port.example', '/clusters/port/'],
		['a town', 'Bilbao', '/clusters/port/'],
		['a town in English', 'cologne', '/clusters/mill/'],
		['a town in another script', 'ΚΟΛΩΝΊΑ', '/clusters/mill/'],
		['ö as oe', 'Goeteborg', '/clusters/north/'],
		['a country', 'Spain', '/clusters/country/es/'],
		['a country in its own language', 'España', '/clusters/country/es/'],
		['a country amid words that say nothing', 'clusters in Spain', '/clusters/country/es/'],
		['a group of countries', 'the north', '/clusters/?country=SE'],
		['a theme', 'food', '/clusters/theme/food/'],
		['a question', 'What is a cluster', '/guide/what/'],
		['a question in other words', 'basics', '/guide/what/'],
		['a page', 'phone', '/contact/'],
		['small words that tell', 'are we open?', '/contact/'],
		['a meeting by its day', '12 May 2027', '/geces/meetings/spring/'],
		['a meeting by its month', 'may 2027 meeting', '/geces/meetings/spring/'],
		['a text', 'dinosaur park', '/clusters/mill/'],
		['the beginning of a word in a text', 'steel', '/clusters/mill/'],
		['another form of a word', 'bicycle', '/clusters/north/'],
	])('by %s: “%s”', async (_description, query, address) => {
		expect((await addresses(query))[0]).toBe(address);
	});
});

test('an unknown word is named and finds nothing by itself', async () => {
	const found = await find(index, 'Thessaloniki');
	expect([found.entries, found.rows, found.unknown]).toEqual([[], [], ['Thessaloniki']]);
	expect(sayFound('Thessaloniki', found)).toBe('Nothing found for “Thessaloniki”.');
});

test('a word is not found because it begins with another', async () => {
	expect((await find(index, 'millennium')).entries).toEqual([]);
	expect((await find(index, 'bakersfield')).entries).toEqual([]);
});

test('beside an unknown word the known ones find what they find', async () => {
	const found = await find(index, 'dinosaur Thessaloniki');
	expect([found.entries.length, found.unknown]).toEqual([1, ['Thessaloniki']]);
	// The list asks for all words.
	expect(found.rows).toEqual([]);
});

test('where no page has all words, those that have most are shown, and it is said', async () => {
	const found = await find(index, 'steel bicycle');
	expect(await addresses('steel bicycle')).toEqual(['/clusters/north/', '/clusters/mill/']);
	expect([found.unknown, found.rows]).toEqual([[], []]);
	expect(sayFound('steel bicycle', found)).toBe(
		'2 results for “steel bicycle”. No page has all of these words; these have some of them.',
	);
});

test('a correction is said', async () => {
	const found = await find(index, 'dinosuar');
	expect(found.corrections).toEqual([{ written: 'dinosuar', taken: 'dinosaur' }]);
	expect(sayFound('dinosuar', found)).toBe(
		'1 result for “dinosaur”. “dinosuar” is not on this site; this is for “dinosaur”.',
	);
});

describe('words in quotation marks stand together', () => {
	test.each(['“a mill and a dinosaur”', '"mill and a dinosaur"', '„dinosaur park“', '«dinosaur park»'])(
		'%s',
		async (query) => {
			expect(await addresses(query)).toEqual(['/clusters/mill/']);
		},
	);

	test.each(['“park dinosaur”', '“bakers share sing”', '“mill dinosaur”'])('%s finds nothing', async (query) => {
		expect(await addresses(query)).toEqual([]);
	});
});

test.each([
	['food clusters in Germany', '/clusters/?country=DE&theme=food', [1]],
	['german mobility', undefined, undefined],
	['mobility Sweden', '/clusters/?country=SE&theme=mobility', [2]],
	['food Spain', undefined, []],
	['Spain or Sweden', '/clusters/?country=ES&country=SE', [0, 2]],
])('“%s” asks for a list: %s', async (query, address, rows) => {
	const found = await find(index, query);
	expect(narrowedResult(found, String)?.[0]).toBe(address);
	if (rows) expect(found.narrowed?.rows.length).toBe(rows.length);
});

test('the rows of the list are the profiles that hold all words, in texts, names or places', async () => {
	expect((await find(index, 'bakers')).rows).toHaveLength(2);
	expect((await find(index, 'bakers Keulen')).rows).toHaveLength(1);
	expect((await find(index, 'bakers bicycles')).rows).toEqual([]);
});

test('counts of kinds are those of the entries', async () => {
	const { entries, counts } = await find(index, 'mill club');
	const plain = new Map<string, number>();
	for (const entry of entries) plain.set(kindOf(index, entry), (plain.get(kindOf(index, entry)) ?? 0) + 1);
	expect(new Map(counts)).toEqual(plain);
});

test('a name of a concept finds its other names, and says so', async () => {
	const { otherNames } = await find(index, 'mill club');
	expect(otherNames).toEqual(['Mühlenverein']);
	expect(await addresses('mill club')).toContain('/guide/words/#word-muehlenverein');
});

test.each(['', ' ', '…', '“”', '"', '%00', '🎈'])('“%s” finds nothing and breaks nothing', async (query) => {
	expect((await find(index, query)).entries).toEqual([]);
});
