import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('a guide page with only the fields it must have passes', () => {
	expect(messagesOf('guide')).toEqual([]);
});

test('a guide page with former slugs passes', () => {
	expect(messagesOf('guide', { aliases: ['an-old-name'] })).toEqual([]);
});

describe('a guide page is refused when', () => {
	const rows: BrokenEntry[] = [
		['its title is missing', { title: undefined }, 'Title (title) is missing', mends.addText],
		['its summary is missing', { summary: undefined }, 'Summary (summary) is missing', mends.addText],
		['its part is missing', { part: undefined }, 'Part (part) is missing', 'Use one of: clusters, doing, policy.'],
		['its order is missing', { order: undefined }, 'Order (order) is missing', mends.addNumber],
		['its order is text', { order: '1' }, 'Order (order) "1" is not a number', mends.unquote],
		['it comes before the first page', { order: 0 }, 'Order (order) 0 is less than 1', 'Give a number from 1 up.'],
		['it comes after page 99', { order: 100 }, 'Order (order) 100 is more than 99', 'Give a number up to 99.'],
		[
			'it was written on no day',
			{ writtenOn: 'yesterday' },
			'Written on (writtenOn) "yesterday" is not a day of the calendar',
			mends.day,
		],
		['it has no sources', { sources: undefined }, 'Sources (sources) is missing', mends.addList],
		['a field is misspelled', { oder: 1 }, 'oder is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('guide', changes)).toEqual([messageOf('guide', what, mend)]);
	});
});
