import { expect, test } from 'vitest';
import { completeDraft } from '../../src/preview/complete-draft.ts';
import type { CallState } from '../../src/model/call-state.ts';
import type { CheckState } from '../../src/model/check-state.ts';
import type { MeetingState } from '../../src/model/meeting-state.ts';
import type { PointState } from '../../src/model/point-state.ts';
import {
	leadOfCall,
	wordsForCall,
	wasChecked,
	wordsForCheck,
	wordsForMeeting,
	wordsForPoint,
	type StateWords,
} from '../../src/model/state-words.ts';
import { entryOf } from '../entries.ts';

test.each<[state: CallState, text: string, tone: StateWords['tone']]>([
	['upcoming', 'Opens on 11 January 2027', 'waiting'],
	['open', 'Open until 31 March 2027', 'good'],
	['reading-answers', 'Closed; we are reading the answers until 31 May 2027', 'waiting'],
	['late', 'Late: the summary was promised for 31 May 2027', 'late'],
	['summary-published', 'Summary published', 'good'],
	['taken-to-geces', 'Taken to GECES', 'good'],
	['outcome-known', 'Outcome known', 'good'],
])('a call in the state %s says: %s', (state, text, tone) => {
	expect(wordsForCall(state, entryOf('calls').data)).toEqual({ text, tone });
});

test.each<[state: CallState, text: string, tone: StateWords['tone']]>([
	['upcoming', 'Opens on 11 January 2027', 'waiting'],
	['open', 'Open any day', 'good'],
])('a call without a closing day in the state %s says: %s', (state, text, tone) => {
	const standing = { closesOn: undefined, summaryPromisedOn: undefined, answersReadOn: 'the first of each month' };
	expect(wordsForCall(state, entryOf('calls', standing).data)).toEqual({ text, tone });
});

test.each<[state: MeetingState, text: string, tone: StateWords['tone']]>([
	['announced', 'Announced', 'waiting'],
	['held', 'Held', 'plain'],
	['notes-promised', 'Held; notes promised for 31 May 2027', 'waiting'],
	['notes-late', 'Late: notes were promised for 31 May 2027', 'late'],
	['notes-published', 'Notes published', 'good'],
])('a meeting in the state %s says: %s', (state, text, tone) => {
	expect(wordsForMeeting(state, '2027-05-31')).toEqual({ text, tone });
});

test.each<[state: CheckState, text: string, tone: StateWords['tone']]>([
	['fresh', 'Checked against its sources on 24 November 2026; next by 24 November 2027', 'good'],
	['due', 'Checked against its sources on 24 November 2026; a new check is due', 'waiting'],
	['overdue', 'Checked against its sources on 24 November 2026; overdue, read with care', 'late'],
])('a check in the state %s says: %s', (state, text, tone) => {
	expect(wordsForCheck({ state, nextBy: '2027-11-24' }, { on: '2026-11-24', how: 'sources' })).toEqual({ text, tone });
});

test('a check against our own records alone does not look like a good one', () => {
	const words = wordsForCheck({ state: 'fresh', nextBy: '2027-11-24' }, { on: '2026-11-24', how: 'record' });
	expect(words).toEqual({
		text: 'Checked against public sources on 24 November 2026; next by 24 November 2027',
		tone: 'plain',
	});
});

test.each<[state: PointState, text: string, tone: StateWords['tone']]>([
	['received', 'Received on 31 March 2027', 'waiting'],
	['summarised', 'Summarised on 31 March 2027', 'waiting'],
	['raised', 'Raised in GECES on 31 March 2027', 'waiting'],
	['reflected', 'Taken up in a decision on 31 March 2027', 'good'],
	['not-taken', 'Not taken up on 31 March 2027', 'plain'],
])('a point in the state %s says: %s', (state, text, tone) => {
	expect(wordsForPoint({ step: state, on: '2027-03-31' })).toEqual({ text, tone });
});

test('a draft of which nobody says how it was checked was not', () => {
	expect(wasChecked({ how: 'record' })).toBe(true);
	expect(wasChecked(completeDraft('clusters', {}, '2026-11-24').data.check)).toBe(false);
});

const over = 'Views were asked for from 11 January 2027 to 31 March 2027. This page says what became of them.';
test.each<[state: CallState, lead: string]>([
	['upcoming', 'What views are asked for.'],
	['open', 'What views are asked for.'],
	['reading-answers', over],
	['late', over],
	['summary-published', over],
	['taken-to-geces', over],
	['outcome-known', over],
])('of a call in the state %s the first words are: %s', (state, lead) => {
	expect(leadOfCall(state, entryOf('calls').data)).toBe(lead);
});
