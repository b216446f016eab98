import { describe, expect, test } from 'vitest';
import { warnAbout, type Surroundings } from '../../src/editor/warnings.ts';
import { likeness } from '../../src/model/twins.ts';

const around: Surroundings = {
	slug: 'les-ecossolies',
	others: [
		['les-ecossolies', 'Les Ecossolies', []],
		['act-group', 'ACT Group', []],
	],
	periods: { checkFreshMonths: 12, checkDueMonths: 15 },
	today: '2027-03-31',
	published: { founded: 2002 },
};
const source = { title: 'A page', url: 'https://example.org/2027/0031/6123456789', supports: ['founded'] };
const profile = {
	name: 'Les Ecossolies',
	founded: 2002,
	sources: [source],
	check: { on: '2027-01-04', by: 'the editors', how: 'sources', against: 'The page.' },
};

test('a profile with sources, a fresh check and a name of its own gives no warning', () => {
	expect(warnAbout('clusters', profile, around)).toEqual([]);
});

const rows: [description: string, changes: Record<string, unknown>, warnings: string[]][] = [
	[
		'a member count rests on no source',
		{ members: { total: 18, asOf: '2026' } },
		['No source is given for “Members”. Tick it where a source supports it.'],
	],
	[
		'the check is 14 months old',
		{ check: { ...profile.check, on: '2026-01-31' } },
		['The check of 31 January 2026 is due: it was to be done again by 31 January 2027.'],
	],
	[
		'the check is 16 months old',
		{ check: { ...profile.check, on: '2025-11-30' } },
		['The check of 30 November 2025 is overdue: it was to be done again by 30 November 2026.'],
	],
	[
		'a text holds an international number',
		{ body: 'Call Anna on +33 6 12 34 56 78.' },
		['“+33 6 12 34 56 78” (Text) looks like a private phone number. We publish none.'],
	],
	[
		'a text holds a national number',
		{ summary: 'Reach us at 02 40 74 02 48 any day.' },
		['“02 40 74 02 48” (Summary) looks like a private phone number. We publish none.'],
	],
	[
		'the mailbox is a person’s',
		{ mailbox: 'anna.smith@example.org' },
		['“anna.smith@example.org” may be a person’s own address. Use one of a role, such as info@.'],
	],
	[
		'a text says what a fact was before',
		{ founded: 2001, body: 'It began in 2002.' },
		['2002, the former Founded, also stands in Text.'],
	],
	[
		'another profile has nearly this name',
		{ name: 'ACT-Grupp' },
		['There is a profile with nearly this name: “ACT Group” (act-group).'],
	],
];
describe('an editor is warned when', () => {
	test.each(rows)('%s', (_description, changes, warnings) => {
		expect(warnAbout('clusters', { ...profile, ...changes }, around)).toEqual(warnings);
	});
});

const days: [what: string, date: string, warnings: string[]][] = [
	['today', '2027-05-01', []],
	['a day to come', '2027-06-03', ['It shows from 3 June 2027, and not before.']],
	[
		'a year that is a slip',
		'2028-01-09',
		['It shows from 9 January 2028, and not before. That is far ahead: is the year right?'],
	],
];
test.each(days)('an update is dated %s', (_what, date, warnings) => {
	expect(warnAbout('updates', { title: 'News', date }, { ...around, today: '2027-05-01', others: [] })).toEqual(
		warnings,
	);
});

const quiet: [description: string, changes: Record<string, unknown>][] = [
	['years and amounts stand in a text', { body: 'From 2013 to 2017 it grew from 1 200 000 to 2 500 000 euros.' }],
	['a day stands in a text', { body: 'It met on 2027-03-31 and on 31/03/2027.' }],
	['a date with a number in an address', { website: 'https://example.org/0033612345678' }],
	['the mailbox is a role’s', { mailbox: 'info@example.org' }],
	['blanks were left behind', { members: { total: '' }, mailbox: '' }],
];
test.each(quiet)('no warning comes when %s', (_description, changes) => {
	expect(warnAbout('clusters', { ...profile, ...changes }, around)).toEqual([]);
});

const names: [one: string, other: string, isNear: boolean][] = [
	['Les Écossolies', 'Les Ecossolies', true],
	['Les Ecossolies', 'Ecossolies, Les', true],
	['Impact Noord', 'Impact North', true],
	['Barka Cooperation Network', 'Consolida', false],
	['', '', false],
];
test.each(names)('“%s” and “%s” are nearly the same: %s', (one, other, isNear) => {
	expect(likeness(one, other) >= 0.75).toBe(isNear);
});

test('names that share only the words of the field are not nearly the same', () => {
	const names = [
		'Estonian Social Enterprise Network',
		'Glasgow Social Enterprise Network',
		'Plymouth Social Enterprise Network',
	];
	const others = names.map((name) => [name.toLowerCase(), name] as const);
	const draft = { ...profile, name: 'Irish Social Enterprise Network' };
	expect(warnAbout('clusters', draft, { ...around, others })).toEqual([]);
});
