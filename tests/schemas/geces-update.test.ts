import { describe, expect, test } from 'vitest';
import { entryOf, messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('an update with only the fields it must have passes', () => {
	expect(messagesOf('updates')).toEqual([]);
});

test('an update with every field filled in passes', () => {
	expect(
		messagesOf('updates', {
			datePrecision: 'month',
			clusters: ['a-cluster'],
			meetings: ['2027-05-12-geces'],
			calls: ['clusters-2027'],
			aliases: ['an-old-name'],
		}),
	).toEqual([]);
});

test('the date of an update is known to the day unless its editor says otherwise', () => {
	expect(entryOf('updates').data.datePrecision).toBe('day');
});

describe('an update is refused when', () => {
	const rows: BrokenEntry[] = [
		['its title is missing', { title: undefined }, 'Title (title) is missing', mends.addText],
		[
			'its summary has 251 characters',
			{ summary: 'x'.repeat(251) },
			`Summary (summary) "${'x'.repeat(59)}… has more than 250 characters`,
			'Shorten it to at most 250 characters.',
		],
		[
			'its date is in no calendar',
			{ date: '2027-02-30' },
			'Date (date) "2027-02-30" is not a day of the calendar',
			mends.day,
		],
		[
			'its date is known to the year',
			{ datePrecision: 'year' },
			'Date exact to the (datePrecision) "year" is not one of the choices',
			'Use one of: day, month.',
		],
		['nobody says when it was written', { writtenOn: undefined }, 'Written on (writtenOn) is missing', mends.addText],
		[
			'its kind is none of ours',
			{ kind: 'news' },
			'Kind (kind) "news" is not one of the choices',
			'Use one of: meeting, report, consultation, milestone.',
		],
		[
			'a cluster stands twice in its list',
			{ clusters: ['a-cluster', 'a-cluster'] },
			'Clusters (clusters) names the same thing twice',
			mends.correct,
		],
		['it has no source', { sources: [] }, 'Sources (sources) has fewer than 1 item(s)', mends.fill],
		['a field is misspelled', { titel: 'News' }, 'titel is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('updates', changes)).toEqual([messageOf('updates', what, mend)]);
	});
});
