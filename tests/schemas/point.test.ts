import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('a point with only the fields it must have passes', () => {
	expect(messagesOf('points')).toEqual([]);
});

test('a point that is followed to its end passes', () => {
	const steps = [
		{ step: 'received', on: '2027-03-31' },
		{ step: 'summarised', on: '2027-05-31', url: 'https://example.org/summary.pdf' },
		{ step: 'raised', on: '2027-06-10', meeting: '2027-06-10-geces', text: 'We brought it up.' },
		{ step: 'not-taken', on: '2027-12-01', text: 'The group has no mandate for it.' },
	];
	expect(messagesOf('points', { call: 'clusters-2027', steps, aliases: ['an-old-name'] })).toEqual([]);
});

test('two steps on one day pass', () => {
	const steps = [
		{ step: 'received', on: '2027-03-31' },
		{ step: 'raised', on: '2027-03-31' },
	];
	expect(messagesOf('points', { steps })).toEqual([]);
});

describe('a point is refused when', () => {
	const rows: BrokenEntry[] = [
		['its title is missing', { title: undefined }, 'Title (title) is missing', mends.addText],
		['it has no steps', { steps: [] }, 'Steps (steps) has fewer than 1 item(s)', mends.fill],
		[
			'a step is none of ours',
			{ steps: [{ step: 'ignored', on: '2027-03-31' }] },
			'Steps › Step (steps[0].step) "ignored" is not one of the choices',
			'Use one of: received, summarised, raised, reflected, not-taken.',
		],
		[
			'a step has no day',
			{ steps: [{ step: 'received', on: '' }] },
			'Steps › On (steps[0].on) "" is not a day of the calendar',
			mends.day,
		],
		[
			'its steps are out of order',
			{
				steps: [
					{ step: 'received', on: '2027-03-31' },
					{ step: 'raised', on: '2027-03-30' },
				],
			},
			'Steps › On (steps[1].on) 2027-03-30 lies before the step before it',
			mends.order,
		],
		[
			'it was not taken up and nobody says why',
			{
				steps: [
					{ step: 'raised', on: '2027-03-31' },
					{ step: 'not-taken', on: '2027-12-01' },
				],
			},
			'Steps › Text (steps[1].text) is missing, yet the point was not taken up',
			'Say why.',
		],
		[
			'its call is no slug',
			{ call: 'Clusters 2027' },
			'Call (call) "Clusters 2027" may have only small letters a to z, digits and single hyphens',
			mends.hint,
		],
		['a field is misspelled', { stepps: 3 }, 'stepps is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('points', changes)).toEqual([messageOf('points', what, mend)]);
	});
});
