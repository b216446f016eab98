import { describe, expect, test } from 'vitest';
import {
	formatMeetingDays,
	formatMeetingTitle,
	meetingStateOn,
	outcomeOn,
	type MeetingState,
} from '../../src/model/meeting-state.ts';
import { entryOf, type Fields } from '../entries.ts';

const rows: [description: string, changes: Fields, states: [today: string, state: MeetingState][]][] = [
	[
		'without notes',
		{},
		[
			['2027-05-11', 'announced'],
			['2027-05-12', 'announced'],
			['2027-05-13', 'held'],
			['2029-01-01', 'held'],
		],
	],
	[
		'of two days',
		{ lastDay: '2027-05-13' },
		[
			['2027-05-12', 'announced'],
			['2027-05-13', 'announced'],
			['2027-05-14', 'held'],
		],
	],
	[
		'of which only the month is known',
		{ date: '2027-05-01', datePrecision: 'month' },
		[
			['2027-04-30', 'announced'],
			['2027-05-02', 'announced'],
			['2027-05-31', 'announced'],
			['2027-06-01', 'held'],
		],
	],
	[
		'with notes promised for the end of a month',
		{ after: { notesPromisedOn: '2027-05-31' } },
		[
			['2027-05-12', 'announced'],
			['2027-05-13', 'notes-promised'],
			['2027-05-30', 'notes-promised'],
			['2027-05-31', 'notes-promised'],
			['2027-06-01', 'notes-late'],
		],
	],
	[
		'with notes that came in time',
		{ after: { notesPromisedOn: '2027-05-31', notesPublishedOn: '2027-05-28' } },
		[
			['2027-05-27', 'notes-promised'],
			['2027-05-28', 'notes-published'],
			['2027-06-01', 'notes-published'],
		],
	],
	[
		'with notes that came late',
		{ after: { notesPromisedOn: '2027-05-31', notesPublishedOn: '2027-06-02' } },
		[
			['2027-05-31', 'notes-promised'],
			['2027-06-01', 'notes-late'],
			['2027-06-02', 'notes-published'],
		],
	],
	[
		'with notes that nobody promised',
		{ after: { notesPublishedOn: '2027-05-20' } },
		[
			['2027-05-19', 'held'],
			['2027-05-20', 'notes-published'],
		],
	],
	[
		'on February 29',
		{ date: '2028-02-29' },
		[
			['2028-02-28', 'announced'],
			['2028-02-29', 'announced'],
			['2028-03-01', 'held'],
		],
	],
];

describe.each(rows)('a meeting %s', (_description, changes, states) => {
	test.each(states)('on %s is: %s', (today, state) => {
		expect(meetingStateOn(entryOf('meetings', changes).data, today)).toBe(state);
	});
});

test('what came of a meeting shows once it was held, however early it was written', () => {
	const meeting = entryOf('meetings', { after: { said: 'Much was said.' } }).data;
	expect(outcomeOn(meeting, '2027-05-12')).toBeUndefined();
	expect(outcomeOn(meeting, '2027-05-13')?.said).toBe('Much was said.');
});

test.each<[description: string, changes: Fields, days: string]>([
	['the day of a meeting', {}, '12 May 2027'],
	['both days of a meeting of two', { lastDay: '2027-05-13' }, '12–13 May 2027'],
	['the month, if no more is known', { date: '2027-05-01', datePrecision: 'month' }, 'May 2027'],
])('lists name %s', (_description, changes, days) => {
	expect(formatMeetingDays(entryOf('meetings', changes).data)).toBe(days);
});

test('a meeting is called by its title and its date', () => {
	expect(formatMeetingTitle(entryOf('meetings', { title: 'Skills and finance' }).data)).toBe(
		'Skills and finance, 12 May 2027',
	);
});
