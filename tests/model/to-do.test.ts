import { expect, test } from 'vitest';
import type { All } from '../../src/model/site.ts';
import { tasksNow, tasksOf, toDoOn, type Task } from '../../src/model/to-do.ts';
import { fieldsOf } from '../entries.ts';

const TODAY = '2027-06-03';

const entry = (collection: Parameters<typeof fieldsOf>[0], id: string, changes: object) => ({
	id,
	data: { ...fieldsOf(collection, {}), ...changes },
});

/** Some entries, and no others; the function reads only what stands here. */
const all = (entries: Partial<Record<keyof All, unknown>>) =>
	({
		receipts: [],
		calls: [],
		meetings: [],
		clusters: [],
		updates: [],
		points: [],
		settings: { checkFreshMonths: 12, checkDueMonths: 15 },
		...entries,
	}) as unknown as All;

const check = (on: string) => ({ name: on, check: { on } });
const call = { title: 'A round', opensOn: '2027-01-01', closesOn: '2027-03-01' };
const receipt = { reference: 'oak', kind: 'correction', receivedOn: '2027-05-01' };

const tasks: [what: string, entries: Parameters<typeof all>[0], told: unknown][] = [
	['nothing', {}, []],
	[
		'checks, the longest due first',
		{
			clusters: [
				entry('clusters', 'a', check('2026-05-01')),
				entry('clusters', 'b', check('2026-01-01')),
				entry('clusters', 'c', check('2027-01-01')),
			],
		},
		[
			{
				kind: 'check',
				count: 2,
				first: [
					{ slug: 'b', day: '2027-01-01', isLate: true },
					{ slug: 'a', day: '2027-05-01', isLate: false },
				],
			},
		],
	],
	[
		'a summary that is late',
		{ calls: [{ id: 'round', data: { ...call, summaryPromisedOn: '2027-05-01' } }] },
		[{ kind: 'summary', count: 1, first: [{ day: '2027-05-01', isLate: true }] }],
	],
	[
		'notes that are promised',
		{
			meetings: [
				{
					id: 'm',
					data: { title: 'M', date: '2027-05-01', datePrecision: 'day', after: { notesPromisedOn: '2027-07-01' } },
				},
			],
		},
		[{ kind: 'notes', count: 1, first: [{ day: '2027-07-01', isLate: false }] }],
	],
	[
		'what was sent and not answered',
		{
			receipts: [
				{ id: 'r', data: { ...receipt, state: 'received' } },
				{ id: 's', data: { ...receipt, state: 'answered' } },
			],
		},
		[{ kind: 'sent', count: 1, first: [{ slug: 'r', title: 'Correction “oak”', day: '2027-05-01' }] }],
	],
	[
		'what shows from a day to come',
		{
			updates: [
				{ id: 'u', data: { title: 'U', date: '2027-09-01' } },
				{ id: 'v', data: { title: 'V', date: TODAY } },
			],
		},
		[{ kind: 'ahead', count: 1, first: [{ slug: 'u', day: '2027-09-01' }] }],
	],
];

test.each(tasks)('%s is told', (_what, entries, told) => {
	expect(toDoOn(all(entries), TODAY)).toMatchObject({ builtFor: TODAY, tasks: told });
});

test('of many only the most urgent are told, with their number', () => {
	const clusters = Array.from({ length: 40 }, (_, index) => entry('clusters', `c${index}`, check('2025-01-01')));
	const [checks] = toDoOn(all({ clusters }), TODAY).tasks;
	expect([checks?.count, checks?.first.length]).toEqual([40, 12]);
});

const task = (collection: Task['collection'], slug: string): Task => ({
	collection,
	slug,
	title: slug,
	day: TODAY,
	isLate: false,
});

test('what was sent is told as it is now, and a check is not due once a draft says that it was done', () => {
	const built = [
		tasksOf('sent', [task('receipts', 'answered')]),
		tasksOf('check', [task('clusters', 'a'), task('clusters', 'b')]),
	];
	const [sent, checks] = [tasksOf('sent', [task('receipts', 'new')]), tasksOf('check', [task('clusters', 'b')])];
	expect(tasksNow(built, sent, new Set(['a']))).toEqual([sent, checks]);
	expect(tasksNow(built, undefined, new Set(['a', 'b']))).toEqual(built.slice(0, 1));
	expect(tasksNow(built, tasksOf('sent', []), new Set(['a', 'b']))).toEqual([]);
});
