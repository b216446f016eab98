import { describe, expect, test } from 'vitest';
import {
	callsByPhase,
	callStateOn,
	callStepsOn,
	callToAnswer,
	callToShow,
	standingCallOn,
	type CallState,
} from '../../src/model/call-state.ts';
import { entryOf, type Fields } from '../entries.ts';

const step = (on: string) => ({ on, text: 'What came of it.' });
/** What makes of a call one without a closing day. */
const standing: Fields = {
	opensOn: '2027-01-11',
	closesOn: undefined,
	summaryPromisedOn: undefined,
	answersReadOn: 'the first working day of each month',
};
const dates = { opensOn: '2027-01-11', closesOn: '2027-03-31', summaryPromisedOn: '2027-05-31' };

test('a call is still open on its closing day', () => {
	expect(callStateOn(entryOf('calls', dates).data, '2027-03-31')).toBe('open');
});

describe('a call of which nothing is heard yet', () => {
	test.each<[today: string, state: CallState]>([
		['2026-12-31', 'upcoming'],
		['2027-01-10', 'upcoming'],
		['2027-01-11', 'open'],
		['2027-01-12', 'open'],
		['2027-03-30', 'open'],
		['2027-03-31', 'open'],
		['2027-04-01', 'reading-answers'],
		['2027-05-30', 'reading-answers'],
		['2027-05-31', 'reading-answers'],
		['2027-06-01', 'late'],
		['2028-02-29', 'late'],
	])('on %s is: %s', (today, state) => {
		expect(callStateOn(entryOf('calls', dates).data, today)).toBe(state);
	});
});

describe('a call that went through every step', () => {
	const call = entryOf('calls', {
		...dates,
		heard: step('2027-05-20'),
		taken: step('2027-06-10'),
		outcome: step('2027-12-01'),
	}).data;

	test.each<[today: string, state: CallState]>([
		['2027-05-19', 'reading-answers'],
		['2027-05-20', 'summary-published'],
		['2027-06-09', 'summary-published'],
		['2027-06-10', 'taken-to-geces'],
		['2027-11-30', 'taken-to-geces'],
		['2027-12-01', 'outcome-known'],
		['2030-01-01', 'outcome-known'],
	])('on %s is: %s', (today, state) => {
		expect(callStateOn(call, today)).toBe(state);
	});
});

describe('a call whose summary comes late', () => {
	const call = entryOf('calls', { ...dates, heard: step('2027-06-15') }).data;

	test.each<[today: string, state: CallState]>([
		['2027-05-31', 'reading-answers'],
		['2027-06-01', 'late'],
		['2027-06-14', 'late'],
		['2027-06-15', 'summary-published'],
	])('on %s is: %s', (today, state) => {
		expect(callStateOn(call, today)).toBe(state);
	});
});

describe('a call that opens and closes on February 29', () => {
	const call = entryOf('calls', {
		opensOn: '2028-02-29',
		closesOn: '2028-02-29',
		summaryPromisedOn: '2028-03-31',
	}).data;

	test.each<[today: string, state: CallState]>([
		['2028-02-28', 'upcoming'],
		['2028-02-29', 'open'],
		['2028-03-01', 'reading-answers'],
		['2028-03-31', 'reading-answers'],
		['2028-04-01', 'late'],
	])('on %s is: %s', (today, state) => {
		expect(callStateOn(call, today)).toBe(state);
	});
});

test('a call whose outcome is known needs no other step', () => {
	expect(callStateOn(entryOf('calls', { ...dates, outcome: step('2027-04-02') }).data, '2027-04-02')).toBe(
		'outcome-known',
	);
});

describe('what came of a call', () => {
	const call = entryOf('calls', {
		...dates,
		heard: step('2027-05-20'),
		taken: step('2027-06-10'),
		outcome: step('2027-12-01'),
	}).data;

	test.each([
		['2027-05-19', []],
		['2027-05-20', ['heard']],
		['2027-06-10', ['heard', 'taken']],
		['2027-12-01', ['heard', 'taken', 'outcome']],
	])('shows from its day on: on %s %j', (today, fields) => {
		expect(callStepsOn(call, today).map(({ field }) => field)).toEqual(fields);
	});
});

describe('a call without a closing day', () => {
	const call = entryOf('calls', {
		...standing,
		heard: step('2027-05-20'),
		taken: step('2027-06-10'),
		outcome: step('2027-12-01'),
	}).data;

	test.each<[today: string, state: CallState]>([
		['2027-01-10', 'upcoming'],
		['2027-01-11', 'open'],
		['2027-05-20', 'open'],
		['2027-12-01', 'open'],
		['2037-01-01', 'open'],
	])('stays open, whatever came of it: on %s it is %s', (today, state) => {
		expect(callStateOn(call, today)).toBe(state);
	});

	test('shows what came of it all the same', () => {
		expect(callStepsOn(call, '2027-06-10').map(({ field }) => field)).toEqual(['heard', 'taken']);
	});
});

describe('the call that is open on every day', () => {
	const dated = entryOf('calls', { ...dates, opensOn: '2027-01-01' }, 'dated');
	const always = entryOf('calls', standing, 'always');

	test.each([
		['before it opens', '2027-01-10', undefined],
		['from its opening day on', '2027-01-11', 'always'],
		['when all others are closed', '2037-01-01', 'always'],
	])('is found %s', (_description, today, id) => {
		expect(standingCallOn([dated, always], today)?.id).toBe(id);
	});

	test.each([
		['before any opens', '2026-12-31', undefined],
		['while a round is open', '2027-02-01', 'dated'],
		['on the last day of the round', '2027-03-31', 'dated'],
		['once the round is closed', '2027-04-01', 'always'],
	])('gives way to a round that is to be answered: %s', (_description, today, id) => {
		expect(callToAnswer([always, dated], today)?.id).toBe(id);
	});

	test('is none of those that close', () => {
		expect(standingCallOn([dated], '2027-02-01')).toBeUndefined();
		expect(standingCallOn([dated].slice(1), '2027-02-01')).toBeUndefined();
	});

	test('stands among the open ones', () => {
		const phases = callsByPhase([dated, always], '2027-04-01').map(({ phase, calls }) => [
			phase,
			...calls.map(({ id }) => id),
		]);
		expect(phases).toEqual([
			['open', 'always'],
			['being-read', 'dated'],
		]);
	});
});

describe('calls on a day', () => {
	const callOf = (id: string, opensOn: string, closesOn: string, heardOn?: string) =>
		entryOf(
			'calls',
			{ opensOn, closesOn, summaryPromisedOn: '2027-12-31', ...(heardOn ? { heard: step(heardOn) } : {}) },
			id,
		);
	const calls = [
		callOf('far', '2027-09-01', '2027-09-30'),
		callOf('near', '2027-08-01', '2027-08-31'),
		callOf('open', '2027-06-01', '2027-06-30'),
		callOf('read', '2027-04-01', '2027-04-30'),
		callOf('heard', '2027-02-01', '2027-02-28', '2027-03-20'),
		callOf('heard-before', '2027-01-01', '2027-01-31', '2027-03-01'),
	];
	const idsOn = (today: string) =>
		callsByPhase(calls, today).map(({ phase, calls: group }) => [phase, ...group.map(({ id }) => id)]);

	test('stand by what members can do: what comes nearest first, what has been newest first', () => {
		expect(idsOn('2027-06-15')).toEqual([
			['open', 'open'],
			['upcoming', 'near', 'far'],
			['being-read', 'read'],
			['ended', 'heard', 'heard-before'],
		]);
	});

	test('have no heading under which nothing stands', () => {
		expect(idsOn('2026-12-31')).toEqual([['upcoming', 'heard-before', 'heard', 'read', 'open', 'near', 'far']]);
	});

	test.each([
		['2026-12-31', 'heard-before'],
		['2027-06-15', 'open'],
		['2027-07-15', 'near'],
		['2027-12-31', 'far'],
	])('are led by the one that members should hear of first: on %s %s', (today, id) => {
		expect(callToShow(calls, today)?.id).toBe(id);
	});

	test('have none to show where there is none', () => {
		expect(callToShow(calls.slice(0, 0), '2027-06-15')).toBeUndefined();
	});
});
