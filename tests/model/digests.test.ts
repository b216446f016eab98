import { describe, expect, test } from 'vitest';
import { formatDigest } from '../../src/formats/digest.ts';
import type { EntryChange } from '../../src/model/changes.ts';
import { digestAsEntry, digestDays, digestLead, digestsOf, firstMonthNote } from '../../src/model/digests.ts';
import { countries } from '../../src/schemas/countries.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import { entryOf, type Fields } from '../entries.ts';

const profile = (id: string, changes: Fields = {}) => ({ ...entryOf('clusters', changes), id });
const change = (entry: EntryChange['entry'], on: string, ...fields: EntryChange['fields']): EntryChange => ({
	collection: 'clusters',
	entry,
	on,
	isNew: fields.length === 0,
	fields,
});
const founded = { field: 'founded', label: 'Founded', from: '2015', to: '2016' };

const hub = profile('hub', { name: 'Hub', place: 'Lyon' });
const mill = profile('mill', { name: 'Mill' });
const site = {
	clusters: [hub, mill],
	updates: [
		{ ...entryOf('updates', { title: 'Told late', date: '2019-05-01', writtenOn: '2026-11-24' }), id: 'told-late' },
		{ ...entryOf('updates', { title: 'Ahead', date: '2027-02-03', writtenOn: '2026-11-24' }), id: 'ahead' },
	],
	calls: [{ ...entryOf('calls', { heard: { on: '2027-06-10', text: 'Much was heard.' } }), id: 'views' }],
	points: [{ ...entryOf('points', { title: 'Rooms' }), id: 'rooms' }],
};
const changes = [change(hub, '2026-11-20'), change(mill, '2026-11-02', founded), change(hub, '2026-11-25', founded)];

/** What is told by a day: of each month its sections, and in them the titles. */
const toldBy = (today: string, told = changes) =>
	digestsOf(site, told, today).map(({ month, isOver, sections }) => [
		month,
		isOver,
		sections.map(({ title, items }) => [title, ...items.map((item) => item.title)]),
	]);

const november = [
	['New profiles', 'Hub'],
	['Changed profiles', 'Mill'],
	['Updates on past events', 'Told late'],
];

describe('a month tells of', () => {
	test('updates when they could first be read, and of each profile once: as new where it came in that month', () => {
		expect(toldBy('2026-11-26')).toEqual([['2026-11', false, november]]);
	});

	test('calls that can be answered, and what became of views, newest month first', () => {
		expect(toldBy('2027-06-30', [])).toEqual([
			['2027-06', false, [['What became of members’ views', 'What we heard: A call']]],
			[
				'2027-03',
				true,
				[
					['Calls for views', 'A call'],
					['What became of members’ views', 'Received: Rooms'],
				],
			],
			[
				'2027-02',
				true,
				[
					['Calls for views', 'A call'],
					['Updates', 'Ahead'],
				],
			],
			['2027-01', true, [['Calls for views', 'A call']]],
			['2026-11', true, [['Updates on past events', 'Told late']]],
		]);
	});

	test('what readers can answer first, then what they can read, past events last and with their own dates', () => {
		const all = [{ ...entryOf('calls', { opensOn: '2026-11-02', closesOn: '2026-12-15' }), id: 'views' }];
		const [digest] = digestsOf({ ...site, calls: all }, changes, '2026-11-26');
		expect(digest?.sections.map(({ count, counted, note, items }) => [count, counted, note, items[0]?.when])).toEqual([
			[1, 'open call', undefined, 'Open until 15 December 2026'],
			[1, 'new profile', undefined, 'Lyon, France'],
			[1, 'changed profile', undefined, 'France'],
			[1, 'update on a past event', 'Written in November 2026, about an event of 1 May 2019.', '1 May 2019'],
		]);
	});

	test('nothing has no page', () => {
		expect(toldBy('2026-12-31').map(([month]) => month)).toEqual(['2026-11']);
	});
});

test('a month is over on the first of the next, and the host is told of these days', () => {
	expect(toldBy('2026-11-30').map(([, isOver]) => isOver)).toEqual([false]);
	expect(toldBy('2026-12-01').map(([, isOver]) => isOver)).toEqual([true]);
	expect(digestDays(site, changes, '2026-11-26').sort()).toEqual([
		'2026-12-01',
		'2027-02-01',
		'2027-03-01',
		'2027-04-01',
		'2027-07-01',
	]);
});

test('a month says when it ends', () => {
	const leadOn = (today: string) => digestsOf(site, changes, today).map(digestLead);
	expect(leadOn('2026-11-26')).toEqual(['What is new on this site so far. The month ends on 30\u00a0November 2026.']);
	expect(leadOn('2026-12-01')).toEqual(['What was new on this site.']);
});

test('the first month says which one follows, as long as it lasts', () => {
	const saidOn = (today: string, told = changes) => firstMonthNote(digestsOf(site, told, today));
	expect(saidOn('2026-11-26')).toBe('This is the first month. December 2026 follows with its first news.');
	expect(saidOn('2026-12-01')).toBeUndefined();
	expect(saidOn('2026-12-02', [...changes, change(mill, '2026-12-02', founded)])).toBeUndefined();
});

test('of more updates than a few the titles are told', () => {
	const updatesIn = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ ...entryOf('updates'), id: `u${index}` }));
	const textsOf = (count: number) =>
		digestsOf({ ...site, updates: updatesIn(count) }, [], '2026-11-26').flatMap(({ sections }) =>
			sections.flatMap(({ items }) => items.map(({ text }) => text)),
		);
	expect(textsOf(6)).toEqual(Array(6).fill('What happened.'));
	expect(textsOf(7)).toEqual(Array(7).fill(undefined));
});

describe('of more profiles than can be told each', () => {
	const nameOf = (index: number) => `P ${index + 1}`;
	const manyIn = (count: number, changes: (index: number) => Fields = () => ({})) => {
		const many = Array.from({ length: count }, (_, index) =>
			profile(`p${index}`, { name: nameOf(index), country: index === 0 ? 'IT' : 'PT', ...changes(index) }),
		);
		const told = many.map((entry) => change(entry, '2026-11-20'));
		return digestsOf({ ...site, clusters: many, updates: [] }, told, '2026-12-01')[0];
	};

	test('those that state most are told, from different countries', () => {
		const digest = manyIn(13, (index) => (index === 12 ? { founded: 2015 } : {}));
		expect(digest?.holds).toBe('13 new profiles');
		const [section] = digest?.sections ?? [];
		expect(section?.items.slice(0, 2).map(({ title }) => title)).toEqual(['P 13', 'P 1']);
		expect(section?.items).toHaveLength(6);
	});

	test('it is told where most come from, if that are more than half', () => {
		const noteOf = (...countries: string[]) =>
			manyIn(13, (index) => ({ country: countries[index % countries.length] }))?.sections[0]?.note;
		expect(noteOf('FR')).toBe('From France (13). Shown first: some of those with the most facts.');
		expect(noteOf('FR', 'IT', 'PT', 'FR', 'IT', 'FR', 'MT')).toBe(
			'From 4 countries, most from France (6), Italy (4) and Portugal (2). Shown first: some of those with the most facts.',
		);
		expect(noteOf('NL', 'NL', 'GB', 'FR')).toContain(
			'From the Netherlands (7), France (3) and the United Kingdom (3).',
		);
		expect(noteOf(...keysOf(countries).slice(0, 13))).toBe(
			'From 13 countries. Shown first: some of those with the most facts.',
		);
	});

	test('all are named by country', () => {
		const [section] = manyIn(13)?.sections ?? [];
		expect(section?.countries?.map(({ named, ...country }) => [country, named.map(({ title }) => title)])).toEqual([
			[{ title: 'Italy', address: '/clusters/country/it/', count: 1 }, ['P 1']],
			[
				{ title: 'Portugal', address: '/clusters/country/pt/', count: 12 },
				Array.from({ length: 12 }, (_, index) => nameOf(index + 1)),
			],
		]);
	});

	test('as many of each country are named as a page has room for', () => {
		const digest = manyIn(400, (index) => ({ country: ['IT', 'PT', 'FR', 'FR'][index % 4] }));
		expect(digest?.sections[0]?.countries?.map(({ count, named }) => [count, named.length])).toEqual([
			[200, 50],
			[100, 50],
			[100, 50],
		]);
	});

	test('new and changed ones share that room', () => {
		const many = Array.from({ length: 300 }, (_, index) => profile(`p${index}`));
		const told = many.map((entry, index) => change(entry, '2026-11-20', ...(index < 200 ? [] : [founded])));
		const [digest] = digestsOf({ ...site, clusters: many, updates: [] }, told, '2026-12-01');
		expect(digest?.sections.map(({ id, countries }) => [id, countries?.[0]?.named.length])).toEqual([
			['new', 100],
			['changed', 50],
		]);
	});

	test('its plain text and its feed entry tell how many more there are', () => {
		const digest = manyIn(155);
		const sender = { name: 'Clusters', publisher: 'A network', site: 'https://clusters.example.org' };
		expect(digest && formatDigest(digest, sender)).toMatch(
			/\n\nAll 155 new profiles, by country:\nItaly, 1: P 1\nPortugal, 154: P 2; P 3; .*; P 150; and 5 more\n\n/,
		);
		expect(digest && digestAsEntry(digest).text).toMatch(/\n\nNew profiles: P 1; .*; and 149 more\.$/);
	});
});

test('its feed entry is known by its month, whatever else is renamed', () => {
	const [digest] = digestsOf(site, changes, '2026-12-01');
	expect(digest && digestAsEntry(digest)).toMatchObject({
		title: 'November 2026',
		id: 'digests/2026-11',
		address: '/updates/digest/2026-11/',
		on: '2026-12-01',
	});
});

test('its plain text has full addresses', () => {
	const [digest] = digestsOf({ ...site, updates: [] }, changes, '2026-12-01');
	const sender = { name: 'Clusters', publisher: 'A network', site: 'https://clusters.example.org' };
	expect(digest && formatDigest(digest, sender)).toBe(
		[
			'Clusters: November 2026',
			'1 new profile and 1 changed profile. From A network.',
			'NEW PROFILES',
			'Hub\nLyon, France\nWhat it is, and where.\nhttps://clusters.example.org/clusters/hub/',
			'CHANGED PROFILES',
			'Mill\nFrance\nFounded: 2015 → 2016.\nhttps://clusters.example.org/clusters/mill/',
			'On the site: https://clusters.example.org/updates/digest/2026-11/\n',
		].join('\n\n'),
	);
});
