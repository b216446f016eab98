import { describe, expect, test } from 'vitest';
import { daysOfChange, type ChangingSite } from '../../src/model/days-of-change.ts';
import { entryOf, type Fields } from '../entries.ts';

const siteWith = (changes: Partial<ChangingSite>): ChangingSite => ({
	clusters: [],
	updates: [],
	meetings: [],
	calls: [],
	points: [],
	milestones: [],
	settings: entryOf('site').data,
	...changes,
});
const checked = (on: string) =>
	entryOf('clusters', { check: { on, by: 'the editors', how: 'sources', against: 'The page listed.' } });
const step = (on: string) => ({ on, text: 'What came of it.' });

describe('a site changes on the days', () => {
	const rows: [description: string, site: Partial<ChangingSite>, days: string[]][] = [
		[
			'on which a call opens, on the day after it closes, and on the day after its summary was promised',
			{ calls: [entryOf('calls')] },
			['2027-01-11', '2027-04-01', '2027-06-01'],
		],
		[
			'on which something came of a call, which then is not late',
			{
				calls: [
					entryOf('calls', { heard: step('2027-05-31'), taken: step('2027-07-01'), outcome: step('2027-09-01') }),
				],
			},
			['2027-01-11', '2027-04-01', '2027-05-31', '2027-07-01', '2027-09-01'],
		],
		[
			'on which a call is late, and on which its summary comes',
			{ calls: [entryOf('calls', { heard: step('2027-06-10') })] },
			['2027-01-11', '2027-04-01', '2027-06-01', '2027-06-10'],
		],
		[
			'on which a call without a closing day opens, and of its steps',
			{
				calls: [
					entryOf('calls', {
						closesOn: undefined,
						summaryPromisedOn: undefined,
						answersReadOn: 'the first working day of each month',
						heard: step('2027-05-31'),
						taken: step('2027-07-01'),
					}),
				],
			},
			['2027-01-11', '2027-05-31', '2027-07-01'],
		],
		['after a meeting', { meetings: [entryOf('meetings')] }, ['2027-05-13']],
		['after the last day of a meeting', { meetings: [entryOf('meetings', { lastDay: '2027-05-14' })] }, ['2027-05-15']],
		[
			'after the month of a meeting of which no more is known',
			{ meetings: [entryOf('meetings', { date: '2027-05-01', datePrecision: 'month' })] },
			['2027-06-01'],
		],
		[
			'after notes were promised, and on which they are published',
			{
				meetings: [entryOf('meetings', { after: { notesPromisedOn: '2027-05-31', notesPublishedOn: '2027-06-02' } })],
			},
			['2027-05-13', '2027-06-01', '2027-06-02'],
		],
		[
			'of the steps of a point',
			{
				points: [
					entryOf('points', {
						steps: [
							{ step: 'received', on: '2027-03-28' },
							{ step: 'raised', on: '2027-10-31' },
						],
					}),
				],
			},
			['2027-03-28', '2027-10-31'],
		],
		['of an update that is written ahead', { updates: [entryOf('updates', { date: '2027-02-01' })] }, ['2027-02-01']],
		[
			'of a milestone to come, or on which its month or year begins',
			{ milestones: ['2027-03-14', '2027-05', '2027'].map((date) => entryOf('milestones', { date })) },
			['2027-01-01', '2027-03-14', '2027-05-01'],
		],
		[
			'on which a check is due, and on which it is overdue',
			{ clusters: [checked('2026-09-15')] },
			['2027-09-15', '2027-12-15'],
		],
	];

	test.each(rows)('%s', (_description, site, days) => {
		expect(daysOfChange(siteWith(site), '2026-11-24')).toEqual(days);
	});
});

test('today and days gone by are none of them', () => {
	expect(daysOfChange(siteWith({ calls: [entryOf('calls')] }), '2027-04-01')).toEqual(['2027-06-01']);
});

test('a day stands there once, however many entries change on it', () => {
	const clusters = Array.from({ length: 10_000 }, () => checked('2026-01-15'));
	expect(daysOfChange(siteWith({ clusters }), '2026-11-24')).toEqual(['2027-01-15', '2027-04-15']);
});

test('days more than four hundred days ahead are left to later builds', () => {
	const updates = ['2027-12-29', '2027-12-30'].map((date) => entryOf('updates', { date }));
	expect(daysOfChange(siteWith({ updates }), '2026-11-24')).toEqual(['2027-12-29']);
});

test('a day of the calendar in an entry on which nothing shows otherwise is none', () => {
	const changes: Fields = { writtenOn: '2027-03-01', date: '2026-11-01' };
	expect(daysOfChange(siteWith({ updates: [entryOf('updates', changes)] }), '2026-11-24')).toEqual([]);
});
