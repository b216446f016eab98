import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test.each(['2021-12-09', '2021-12', '2021'])('a milestone dated %s passes', (date) => {
	expect(messagesOf('milestones', { date })).toEqual([]);
});

describe('a milestone is refused when', () => {
	const rows: BrokenEntry[] = [
		['its date is missing', { date: undefined }, 'Date (date) is missing', mends.addText],
		['its date is in no calendar', { date: '2021-02-29' }, 'Date (date) is a date that no calendar has', mends.correct],
		['its month is in no calendar', { date: '2021-00' }, 'Date (date) is a date that no calendar has', mends.correct],
		['its date is a number', { date: 2021 }, 'Date (date) 2021 is not text', mends.quote],
		['its title is missing', { title: undefined }, 'Title (title) is missing', mends.addText],
		[
			'its detail has 601 characters',
			{ detail: 'x'.repeat(601) },
			`Detail (detail) "${'x'.repeat(59)}… has more than 600 characters`,
			'Shorten it to at most 600 characters.',
		],
		['it has no sources', { sources: undefined }, 'Sources (sources) is missing', mends.addList],
		['a field is misspelled', { details: 'x' }, 'details is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('milestones', changes)).toEqual([messageOf('milestones', what, mend)]);
	});
});

test('a milestone whose date starts with the day is refused', () => {
	expect(messagesOf('milestones', { date: '09.12.2021' })).toContain(
		messageOf('milestones', 'Date (date) "09.12.2021" is not a day, month or year', mends.hint),
	);
});
