import { describe, expect, test } from 'vitest';
import { formatDigest } from '../../src/formats/digest.ts';
import type { EntryChange } from '../../src/model/changes.ts';
import { digestAsEntry, digestDays, digestsOf } from '../../src/model/digests.ts';
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
	['Updates on earlier events', 'Told late'],
	['New profiles', 'Hub'],
	['Changed profiles', 'Mill'],
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
			['2026-11', true, [['Updates on earlier events', 'Told late']]],
		]);
	});

	test('what readers can answer first, then what they can read, earlier events with their own dates', () => {
		const all = [{ ...entryOf('calls', { opensOn: '2026-11-02', closesOn: '2026-12-15' }), id: 'views' }];
		const [digest] = digestsOf({ ...site, calls: all }, changes, '2026-11-26');
		expect(digest?.sections.map(({ count, counted, note, items }) => [count, counted, note, items[0]?.when])).toEqual([
			[1, 'open call', undefined, 'Open until 15 December 2026'],
			[
				1,
				'update on an earlier event',
				'1 update was written in November 2026, about an event of 1 May 2019.',
				'1 May 2019',
			],
			[1, 'new profile', undefined, 'Lyon, France'],
			[1, 'changed profile', undefined, undefined],
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

test('more profiles than can be read are counted by country', () => {
	const many = Array.from({ length: 41 }, (_, index) => profile(`p${index}`, { country: index < 40 ? 'PT' : 'IT' }));
	const told = many.map((entry) => change(entry, '2026-11-20'));
	const [digest] = digestsOf({ ...site, clusters: many, updates: [] }, told, '2026-11-26');
	expect(digest?.holds).toBe('41 new profiles');
	expect(digest?.sections[0]?.items).toEqual([
		{ title: 'Portugal', address: '/clusters/country/pt/', count: 40 },
		{ title: 'Italy', address: '/clusters/country/it/', count: 1 },
	]);
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
			'Mill\nFounded: 2015 → 2016.\nhttps://clusters.example.org/clusters/mill/',
			'On the site: https://clusters.example.org/updates/digest/2026-11/\n',
		].join('\n\n'),
	);
});
