import { describe, expect, test } from 'vitest';
import { recordsOf, type Bodies, type SearchRecord } from '../../src/search/records.ts';
import { entryOf, type Fields } from '../entries.ts';

type Site = Parameters<typeof recordsOf>[0];

const noText: Bodies = { textOf: () => '', headingsOf: () => [] };
const siteWith = (changes: Partial<Site>): Site => ({
	clusters: [],
	updates: [],
	meetings: [],
	calls: [],
	points: [],
	receipts: [],
	guide: [],
	terms: [],
	organisations: [],
	milestones: [],
	signposts: [],
	places: [],
	settings: entryOf('site').data,
	today: '2027-06-01',
	...changes,
});

/** The records of entries: those of lists and of countries without profiles come from none. */
const ofEntries = (site: Site, bodies: Bodies = noText): SearchRecord[] =>
	recordsOf(site, bodies).filter(({ kind, url }) => kind !== 'list' && !url.startsWith('/clusters/propose/'));

/** The record of a site’s only entry. */
function recordOf(site: Site, bodies: Bodies = noText): SearchRecord {
	const [record, ...others] = ofEntries(site, bodies);
	if (!record || others.length > 0) throw new Error('The site has not exactly one entry.');
	return record;
}

/** Everything of a record that can be searched. */
const wordsOf = ({ title, where, text, facts, names }: SearchRecord) =>
	[title, where, text, facts, ...names.map((name) => name.text)].join('\n');

const bodies: Bodies = {
	textOf: (collection, id) => `The body of ${collection} ${id}.`,
	headingsOf: (collection) => (collection === 'guide' ? ['Who decides?'] : []),
};

describe('the record of a cluster', () => {
	const fields: Fields = {
		name: 'Pôle Łódź',
		localNames: [
			{ name: 'Großer Pol', language: 'de', note: 'name until 2020' },
			{ name: 'Πόλος', language: 'el' },
		],
		acronym: 'PTCE',
		summary: 'A mill that bakers share.',
		stage: 'active',
		founded: 2015,
		carrier: { name: 'A house', legalForm: 'cooperative', localForm: 'SCIC' },
		country: 'PL',
		region: 'Łódzkie',
		nuts: { code: 'PL71', version: '2024' },
		place: 'Łódź',
		scope: 'local',
		themes: ['food', 'work-integration'],
		sectors: ['baking', 'milling'],
		ecosystems: ['agri-food'],
		sdgs: ['sdg-8'],
		priorities: ['jobs-inclusion'],
		services: ['group-purchasing', 'training'],
		activities: ['buys flour together', 'runs a shared oven'],
		members: { total: 1260, qualifier: 'about', counts: 'bakers', asOf: '2026-05', kinds: ['research'] },
		practice: { worked: 'The shared oven paid off.', hard: 'Finding a mill.', copy: 'Begin with flour.' },
		labels: [{ name: 'A seal', issuer: 'the ministry', on: '2014-01' }],
		website: 'https://www.example.org/pole',
		mailbox: 'info@example.org',
	};
	const record = recordOf(siteWith({ clusters: [entryOf('clusters', fields, 'pole')] }), bodies);

	test('leads to its page', () => {
		expect([record.url, record.title, record.kind, record.where]).toEqual([
			'/clusters/pole/',
			'Pôle Łódź',
			'profile',
			'Łódź, Łódzkie, Poland',
		]);
	});

	test.each([
		['its name', 'Pôle Łódź'],
		['a local name', 'Großer Pol'],
		['a local name in another script', 'Πόλος'],
		['the note of a local name', 'name until 2020'],
		['its summary', 'A mill that bakers share.'],
		['its acronym', 'Acronym: PTCE'],
		['its kind', 'Kind: Cluster of social and ecological innovation'],
		['its stage', 'Status: Active'],
		['its founding year', 'Founded: 2015'],
		['its carrier', 'Legal form: A house, SCIC'],
		['its NUTS code', 'EU region code: PL71 (NUTS 2024)'],
		['its place, region and country', 'Place: Łódź, Łódzkie, Poland'],
		['its reach', 'Where it works: Local'],
		['its members, with the date', 'Members: about 1,260 bakers (May 2026)'],
		['who takes part', 'Who takes part: Research and education'],
		['its fields of work', 'Fields of work: Baking and milling'],
		['its ecosystems', 'EU industrial ecosystem: Agri-food'],
		['its development goals', 'Development goals: Decent work and economic growth'],
		['its priorities', 'Priorities: Jobs and inclusion'],
		['its labels', 'Labels: A seal (the ministry, January 2014)'],
		['its website', 'Website: example.org'],
		['its mailbox', 'Mailbox: info@example.org'],
		['a theme', 'Food and farming'],
		['another theme', 'Work integration'],
		['what members share', 'Group purchasing.'],
		['something else they share', 'Training.'],
		['an activity, as a sentence', 'Buys flour together.'],
		['another activity', 'Runs a shared oven.'],
		['what worked', 'The shared oven paid off.'],
		['what was hard', 'Finding a mill.'],
		['what others could copy', 'Begin with flour.'],
		['its body', 'The body of clusters pole.'],
	])('holds %s', (_description, words) => {
		expect(wordsOf(record)).toContain(words);
	});

	test('leaves what services are to their own pages, which say it', () => {
		expect(wordsOf(record)).not.toContain('Courses and coaching');
	});

	test('begins with the summary', () => {
		expect(record.text).toMatch(/^A mill that bakers share\. /);
	});

	test('has no empty places where little is known', () => {
		const { text } = recordOf(siteWith({ clusters: [entryOf('clusters')] }));
		expect(text).not.toMatch(/undefined|\. \.|\.\.|: \.| {2}|\s$/);
	});
});

describe('the record of an update', () => {
	const update = (fields: Fields = {}) => recordOf(siteWith({ updates: [entryOf('updates', fields, 'news')] }), bodies);

	test('leads to its page', () => {
		const { url, title, kind, where } = update();
		expect([url, title, kind, where]).toEqual(['/updates/news/', 'An update', 'update', '1 November 2026']);
	});

	test('names the month alone where the day is not known', () => {
		expect(update({ datePrecision: 'month' }).where).toBe('November 2026');
	});

	test.each([
		['its summary', 'What happened.'],
		['its kind', 'Report'],
		['its body', 'The body of updates news.'],
	])('holds %s', (_description, words) => {
		expect(update().text).toContain(words);
	});
});

describe('the record of a meeting', () => {
	const record = recordOf(
		siteWith({
			meetings: [
				entryOf(
					'meetings',
					{
						ordinal: '4th meeting of the second mandate',
						place: 'Köln',
						topics: ['clusters', 'group-work'],
						before: { agenda: ['The report', 'The pathway'], ourLine: 'Clusters count.', weAsk: 'Which do you know?' },
						after: {
							said: 'Much was said.',
							nextSteps: ['Write it down', 'Send it'],
							documents: [{ title: 'The minutes', url: 'https://example.org/minutes' }],
						},
					},
					'spring',
				),
			],
		}),
		bodies,
	);

	test('leads to its page', () => {
		expect([record.url, record.title, record.kind, record.where]).toEqual([
			'/geces/meetings/spring/',
			'A meeting',
			'meeting',
			'12 May 2027, Köln',
		]);
	});

	test.each([
		['the group', 'GECES'],
		['how the group counts it', '4th meeting of the second mandate'],
		['a topic', 'Clusters'],
		['another topic', 'How the group works'],
		['a point of the agenda', 'The report'],
		['another point', 'The pathway'],
		['our line', 'Clusters count.'],
		['what we ask', 'Which do you know?'],
		['what was said', 'Much was said.'],
		['a next step', 'Write it down'],
		['another step', 'Send it'],
		['the title of a document', 'The minutes'],
		['its body', 'The body of meetings spring.'],
	])('holds %s', (_description, words) => {
		expect(record.text).toContain(words);
	});

	test('is found by its day, also as meetings are asked for', () => {
		const dates = record.names.flatMap(({ text, field }) => (field === 'date' ? [text] : []));
		expect(dates).toEqual(expect.arrayContaining(['12 May 2027', '2027-05-12', 'meeting 12 May 2027']));
	});
});

test('the record of a meeting names the month alone where the day is not known', () => {
	const meetings = [entryOf('meetings', { date: '2027-05-01', datePrecision: 'month' })];
	expect(recordOf(siteWith({ meetings })).where).toBe('May 2027');
});

test('the record of a meeting to come leaves out what was written ahead of it', () => {
	const meetings = [entryOf('meetings', { after: { said: 'Much was said.' } })];
	expect(recordOf(siteWith({ meetings, today: '2027-05-12' })).text).not.toContain('Much was said.');
});

describe('the record of a call for views', () => {
	const steps = {
		heard: { on: '2027-05-31', text: 'We heard much.' },
		taken: { on: '2027-06-01', text: 'We took it along.' },
		outcome: { on: '2027-06-02', text: 'It came to something.' },
	};
	const callOn = (today: string) => recordOf(siteWith({ today, calls: [entryOf('calls', steps, 'round')] }), bodies);

	test('leads to its page', () => {
		const { url, title, kind } = callOn('2027-06-01');
		expect([url, title, kind]).toEqual(['/have-your-say/round/', 'A call', 'view']);
	});

	test('says when it closes', () => {
		expect(callOn('2027-02-01').where).toContain('31 March 2027');
	});

	test.each([
		['its summary', 'What views are asked for.'],
		['what can change', 'The list of examples.'],
		['who decides', 'The Commission'],
		['a question', 'Which cluster do you know?'],
		['its body', 'The body of calls round.'],
	])('holds %s', (_description, words) => {
		expect(callOn('2027-02-01').text).toContain(words);
	});

	test('holds the help of a question', () => {
		const questions = ['one', 'two', 'three'].map((id) => ({
			type: 'text',
			id,
			label: id,
			help: `Help for ${id}.`,
			required: true,
		}));
		expect(recordOf(siteWith({ calls: [entryOf('calls', { questions })] })).text).toContain('Help for two.');
	});

	test.each([
		['2027-02-01', []],
		['2027-05-30', []],
		['2027-05-31', ['We heard much.']],
		['2027-06-01', ['We heard much.', 'We took it along.']],
		['2027-06-02', ['We heard much.', 'We took it along.', 'It came to something.']],
	])('leaves out steps of days to come: on %s it holds %j', (today, told) => {
		const all = Object.values(steps).map(({ text }) => text);
		expect(all.filter((text) => callOn(today).text.includes(text))).toEqual(told);
	});
});

describe('the record of a point', () => {
	const steps = [
		{ step: 'received', on: '2027-03-31', text: 'Two members wrote.' },
		{ step: 'raised', on: '2027-06-02', text: 'We brought it up.' },
	];
	const pointOn = (today: string) =>
		recordOf(siteWith({ today, points: [entryOf('points', { steps }, 'rooms')] }), bodies);

	test('leads to its page, and says how far the point has come', () => {
		const { url, title, kind, where } = pointOn('2027-06-01');
		expect([url, title, kind, where]).toEqual([
			'/have-your-say/what-happened/rooms/',
			'A point',
			'view',
			'Received on 31 March 2027',
		]);
	});

	test('holds its steps and its body', () => {
		expect(pointOn('2027-06-02').text).toBe(
			'Received on 31 March 2027. Two members wrote. Raised in GECES on 2 June 2027. We brought it up. The body of points rooms.',
		);
	});

	test('leaves out steps of days to come', () => {
		expect(pointOn('2027-06-01').text).not.toContain('We brought it up.');
		expect(pointOn('2027-06-02').where).toBe('Raised in GECES on 2 June 2027');
	});
});

test('the record of a guide page holds its summary, body, headings and what editors wrote for the search', () => {
	const guide = [entryOf('guide', { keywords: ['basics'] }, 'what')];
	expect(recordOf(siteWith({ guide }), bodies)).toEqual({
		url: '/guide/what/',
		title: 'A guide page',
		kind: 'guide',
		where: '',
		summary: 'The answer.',
		text: 'The answer. The body of guide what.',
		facts: '',
		names: [
			{ text: 'A guide page', field: 'title' },
			{ text: 'Who decides?', field: 'heading' },
			{ text: 'basics', field: 'keyword' },
		],
	});
});

describe('the record of a word', () => {
	const record = recordOf(
		siteWith({
			terms: [entryOf('terms', { term: 'pôle', abbreviation: 'PTCE', language: 'fr', country: 'FR' }, 'pole')],
		}),
	);

	test('leads to its place among the words', () => {
		expect([record.url, record.title, record.kind, record.where]).toEqual([
			'/guide/words/#word-pole',
			'pôle',
			'term',
			'French, France',
		]);
	});

	test.each([
		['its definition', 'Enterprises that work together.'],
		['its abbreviation', 'PTCE'],
	])('holds %s', (_description, words) => {
		expect(wordsOf(record)).toContain(words);
	});
});

describe('the record of an organisation', () => {
	const record = recordOf(
		siteWith({
			organisations: [entryOf('organisations', { country: 'AT', mandate: '2018–2024', note: 'Named in 2018.' }, 'one')],
		}),
	);

	test('leads to its place among the members', () => {
		expect([record.url, record.title, record.kind, record.where]).toEqual([
			'/geces/members/#organisation-one',
			'An organisation',
			'member',
			'Austria',
		]);
	});

	test.each([
		['its seat', 'Private sector'],
		['its mandate', 'Mandate 2018–2024'],
		['its note', 'Named in 2018.'],
	])('holds %s', (_description, words) => {
		expect(record.text).toContain(words);
	});
});

test('the record of a step holds its date and detail', () => {
	expect(recordOf(siteWith({ milestones: [entryOf('milestones', {}, 'step')] }))).toEqual({
		url: '/geces/timeline/#step-step',
		title: 'A step',
		kind: 'step',
		where: '9 December 2021',
		summary: 'What was decided.',
		text: 'What was decided.',
		facts: '',
		names: [
			{ text: 'A step', field: 'title' },
			{ text: '9 December 2021', field: 'date' },
			{ text: '2021-12-09', field: 'date' },
		],
	});
});

test('every entry with an address has a record', () => {
	const site = siteWith({
		clusters: [entryOf('clusters')],
		updates: [entryOf('updates')],
		meetings: [entryOf('meetings')],
		calls: [entryOf('calls')],
		points: [entryOf('points')],
		guide: [entryOf('guide')],
		terms: [entryOf('terms')],
		organisations: [entryOf('organisations')],
		milestones: [entryOf('milestones')],
	});
	expect(ofEntries(site).map(({ url, kind }) => [url, kind])).toEqual([
		['/clusters/an-entry/', 'profile'],
		['/guide/an-entry/', 'guide'],
		['/updates/an-entry/', 'update'],
		['/geces/meetings/an-entry/', 'meeting'],
		['/have-your-say/an-entry/', 'view'],
		['/have-your-say/what-happened/an-entry/', 'view'],
		['/geces/members/#organisation-an-entry', 'member'],
		['/guide/words/#word-an-entry', 'term'],
		['/geces/timeline/#step-an-entry', 'step'],
	]);
});

describe('the lists that a search leads to', () => {
	const clusters = [
		entryOf('clusters', { country: 'ES', themes: ['food'] }, 'one'),
		entryOf('clusters', { country: 'PT', themes: ['food', 'care'] }, 'two'),
	];
	const find = (records: readonly SearchRecord[], url: string) => records.find((record) => record.url === url);
	const namesIn = (record?: SearchRecord) => record?.names.map(({ text }) => text);

	test('are those of every value that profiles have, with their numbers', () => {
		const records = recordsOf(siteWith({ clusters }), noText);
		expect(find(records, '/clusters/theme/food/')).toMatchObject({
			title: 'Food and farming',
			where: '2 profiles',
			leadsTo: { facet: 'theme', values: ['food'] },
		});
		expect(find(records, '/clusters/theme/housing/')).toBeUndefined();
	});

	test('are known by the parts of their labels', () => {
		expect(namesIn(find(recordsOf(siteWith({ clusters }), noText), '/clusters/theme/food/'))).toEqual(
			expect.arrayContaining(['Food', 'farming']),
		);
	});

	test.each(['Spain', 'España', 'Espagne', 'Spanien', 'Ισπανία', 'ES'])(
		'of a country are known by its name %s',
		(name) => {
			expect(namesIn(find(recordsOf(siteWith({ clusters }), noText), '/clusters/country/es/'))).toContain(name);
		},
	);

	test('say of a country without profiles that one can be proposed', () => {
		const record = find(recordsOf(siteWith({ clusters }), noText), '/clusters/propose/?country=IS');
		expect(namesIn(record)).toContain('Iceland');
	});

	test('are found by what signposts add', () => {
		const signposts = [entryOf('signposts', { address: '/clusters/theme/food/', keywords: ['groceries'] })];
		expect(namesIn(find(recordsOf(siteWith({ clusters, signposts }), noText), '/clusters/theme/food/'))).toContain(
			'groceries',
		);
	});

	test('are those of groups of countries, of which only those with profiles', () => {
		const signposts = [
			entryOf('signposts', { address: undefined, countries: ['ES', 'PT', 'IT'], title: 'Southern Europe' }),
			entryOf('signposts', { address: undefined, countries: ['DK'] }, 'north'),
		];
		const groups = recordsOf(siteWith({ clusters, signposts }), noText).filter(({ leadsTo }) => leadsTo?.values[1]);
		expect(groups).toMatchObject([
			{ url: '/clusters/?country=ES&country=PT', title: 'Southern Europe', where: '2 profiles' },
		]);
	});
});

test('a signpost to a page makes a record of it', () => {
	const signposts = [entryOf('signposts', { title: 'Contact', address: '/contact/', keywords: ['phone'] })];
	expect(recordOf(siteWith({ signposts }))).toMatchObject({ url: '/contact/', kind: 'page', title: 'Contact' });
});

test('a site without entries has no records of any', () => {
	expect(ofEntries(siteWith({}))).toEqual([]);
});
