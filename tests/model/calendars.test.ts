import { sync } from 'node-ical';
import { expect, test } from 'vitest';
import { formatCalendar } from '../../src/formats/calendar.ts';
import type { Change } from '../../src/model/changes.ts';
import { calendarsOf } from '../../src/model/calendars.ts';
import type { Site } from '../../src/model/site.ts';
import { entryOf } from '../entries.ts';

const settings = entryOf('site').data;
const siteWith = (entries: Partial<Site>) =>
	// Calendars look at nothing else.
	({ meetings: [], calls: [], settings, today: '2027-01-01', ...entries }) as unknown as Site;

const calendarText = (entries: Partial<Site>, changes: readonly Change[] = []) => {
	const [whole] = calendarsOf(siteWith(entries), () => changes);
	if (!whole) throw new Error('There is no calendar.');
	return formatCalendar({ ...whole, site: 'https://clusters.example', authority: 'clusters.example' });
};
/** The events, as a reader of others finds them. */
const eventsOf = (entries: Partial<Site>, changes: readonly Change[] = []) =>
	Object.values(sync.parseICS(calendarText(entries, changes))).filter((part) => part?.type === 'VEVENT');

const meeting = entryOf(
	'meetings',
	{ title: 'Rooms, money; rules', place: 'Brussels', lastDay: '2027-05-13' },
	'rooms',
);
const call = entryOf(
	'calls',
	{ opensOn: '2027-03-01', closesOn: '2027-03-28', summaryPromisedOn: '2027-05-31' },
	'views',
);

test('a meeting takes its whole days, the last one too', () => {
	const [event] = eventsOf({ meetings: [meeting] });
	expect(event).toMatchObject({
		uid: 'meetings/rooms/date@clusters.example',
		summary: 'Rooms, money; rules',
		location: 'Brussels',
		url: 'https://clusters.example/geces/meetings/rooms/',
		datetype: 'date',
	});
	expect(calendarText({ meetings: [meeting] })).toContain(
		'DTSTART;VALUE=DATE:20270512\r\nDTEND;VALUE=DATE:20270514\r\n',
	);
});

test('a meeting of which only the month is known has no day in a calendar', () => {
	expect(eventsOf({ meetings: [entryOf('meetings', { datePrecision: 'month' })] })).toEqual([]);
});

test.each([
	['the day before summer time', '2027-03-27', '2027-03-27T22:59:00.000Z'],
	['the day on which summer time begins', '2027-03-28', '2027-03-28T21:59:00.000Z'],
	['a day in summer', '2027-07-01', '2027-07-01T21:59:00.000Z'],
	['the day on which summer time ends', '2027-10-31', '2027-10-31T22:59:00.000Z'],
])('a call closes at the last minute in Brussels: %s', (_description, closesOn, start) => {
	const moved = entryOf('calls', { opensOn: '2027-03-01', closesOn, summaryPromisedOn: '2027-12-31' }, 'views');
	const event = eventsOf({ calls: [moved] }).find(({ uid }) => uid.includes('closesOn'));
	expect(event?.start.toISOString()).toBe(start);
});

test('an event keeps its id under another slug and day, and says how often the day moved', () => {
	const moved = (on: string): Change => ({
		on,
		isNew: false,
		fields: [{ field: 'date', label: 'Date', from: '', to: '' }],
	});
	const changes = [moved('2027-02-02'), moved('2027-01-15'), { on: '2027-01-01', isNew: true, fields: [] }];
	const renamed = entryOf('meetings', { date: '2027-05-12', aliases: ['rooms'] }, 'halls');
	const text = calendarText({ meetings: [renamed] }, changes);
	expect(text).toContain(
		'UID:meetings/rooms/date@clusters.example\r\nDTSTAMP:20270202T000000Z\r\nSEQUENCE:2\r\nSTATUS:CONFIRMED',
	);
});

test('all that can be done by a day is in it, by day', () => {
	const asking = entryOf(
		'meetings',
		{ before: { answerBy: '2027-04-30' }, after: { notesPromisedOn: '2027-06-30' } },
		'm',
	);
	expect(eventsOf({ meetings: [asking], calls: [call] }).map(({ uid }) => uid.replace(/@.*/, ''))).toEqual([
		'calls/views/opensOn',
		'calls/views/closesOn',
		'meetings/m/before.answerBy',
		'meetings/m/date',
		'calls/views/summaryPromisedOn',
		'meetings/m/after.notesPromisedOn',
	]);
});

test('lines are no longer than 75 bytes, and no sign is cut in two', () => {
	const long = entryOf('meetings', { title: 'Żółć 👩🏽‍🌾 '.repeat(7).trim() }, 'long');
	const text = calendarText({ meetings: [long] });
	for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(eventsOf({ meetings: [long] })[0]?.summary).toBe(long.data.title);
});
