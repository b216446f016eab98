import { describe, expect, test } from 'vitest';
import { callStateOn, type CallState } from '../../src/model/call-state.ts';
import { checkOn, type CheckState } from '../../src/model/check-state.ts';
import { daysOfChange } from '../../src/model/days-of-change.ts';
import { meetingStateOn, type MeetingState } from '../../src/model/meeting-state.ts';
import { pointStateOn, type PointState } from '../../src/model/point-state.ts';
import { entryOf } from '../entries.ts';

// Summer time begins on 28 March 2027 and ends on 31 October 2027; both days are boundaries here.
const call = entryOf('calls', {
	opensOn: '2027-03-01',
	closesOn: '2027-03-28',
	summaryPromisedOn: '2027-05-31',
	heard: { on: '2027-06-10', text: 'Much was heard.' },
	taken: { on: '2027-07-01', text: 'It was taken.' },
	outcome: { on: '2027-10-31', text: 'It came about.' },
});
const meeting = entryOf('meetings', {
	date: '2027-03-27',
	lastDay: '2027-03-28',
	after: { notesPromisedOn: '2027-05-31', notesPublishedOn: '2027-10-31' },
});
const point = entryOf('points', {
	steps: [
		{ step: 'received', on: '2027-03-28' },
		{ step: 'summarised', on: '2027-06-10' },
		{ step: 'raised', on: '2027-07-01' },
		{ step: 'reflected', on: '2027-10-31' },
	],
});
const cluster = entryOf('clusters', {
	check: { on: '2026-03-28', by: 'the editors', how: 'sources', against: 'The page listed.' },
});
const settings = entryOf('site').data;

type Row = [today: string, call: CallState, meeting: MeetingState, point: PointState | undefined, check: CheckState];

const rows: Row[] = [
	['2027-02-28', 'upcoming', 'announced', undefined, 'fresh'],
	['2027-03-01', 'open', 'announced', undefined, 'fresh'],
	['2027-03-02', 'open', 'announced', undefined, 'fresh'],
	['2027-03-26', 'open', 'announced', undefined, 'fresh'],
	['2027-03-27', 'open', 'announced', undefined, 'fresh'],
	['2027-03-28', 'open', 'announced', 'received', 'due'],
	['2027-03-29', 'reading-answers', 'notes-promised', 'received', 'due'],
	['2027-03-30', 'reading-answers', 'notes-promised', 'received', 'due'],
	['2027-05-30', 'reading-answers', 'notes-promised', 'received', 'due'],
	['2027-05-31', 'reading-answers', 'notes-promised', 'received', 'due'],
	['2027-06-01', 'late', 'notes-late', 'received', 'due'],
	['2027-06-02', 'late', 'notes-late', 'received', 'due'],
	['2027-06-09', 'late', 'notes-late', 'received', 'due'],
	['2027-06-10', 'summary-published', 'notes-late', 'summarised', 'due'],
	['2027-06-11', 'summary-published', 'notes-late', 'summarised', 'due'],
	['2027-06-27', 'summary-published', 'notes-late', 'summarised', 'due'],
	['2027-06-28', 'summary-published', 'notes-late', 'summarised', 'overdue'],
	['2027-06-29', 'summary-published', 'notes-late', 'summarised', 'overdue'],
	['2027-06-30', 'summary-published', 'notes-late', 'summarised', 'overdue'],
	['2027-07-01', 'taken-to-geces', 'notes-late', 'raised', 'overdue'],
	['2027-07-02', 'taken-to-geces', 'notes-late', 'raised', 'overdue'],
	['2027-10-30', 'taken-to-geces', 'notes-late', 'raised', 'overdue'],
	['2027-10-31', 'outcome-known', 'notes-published', 'reflected', 'overdue'],
	['2027-11-01', 'outcome-known', 'notes-published', 'reflected', 'overdue'],
];

describe.each(rows)('on %s', (today, ofCall, ofMeeting, ofPoint, ofCheck) => {
	test(`a call is ${ofCall}, a meeting ${ofMeeting}, a point ${ofPoint ?? 'unknown'}, a check ${ofCheck}`, () => {
		expect(callStateOn(call.data, today)).toBe(ofCall);
		expect(meetingStateOn(meeting.data, today)).toBe(ofMeeting);
		expect(pointStateOn(point.data, today)).toBe(ofPoint);
		expect(checkOn(cluster.data.check.on, settings, today).state).toBe(ofCheck);
	});
});

test('the days of change are those on which a state begins, and no others', () => {
	const site = {
		calls: [call],
		meetings: [meeting],
		points: [point],
		clusters: [cluster],
		updates: [],
		milestones: [],
		settings,
	};
	expect(daysOfChange(site, '2027-02-01')).toEqual([
		'2027-03-01',
		'2027-03-28',
		'2027-03-29',
		'2027-06-01',
		'2027-06-10',
		'2027-06-28',
		'2027-07-01',
		'2027-10-31',
	]);
});
