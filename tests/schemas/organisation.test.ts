import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('an organisation with only the fields it must have passes', () => {
	expect(messagesOf('organisations')).toEqual([]);
});

test('an organisation with every field filled in passes', () => {
	expect(messagesOf('organisations', { country: 'BE', mandate: '2018–2024', note: 'On the list of 2023.' })).toEqual(
		[],
	);
});

describe('an organisation is refused when', () => {
	const rows: BrokenEntry[] = [
		['its name is missing', { name: undefined }, 'Name (name) is missing', mends.addText],
		[
			'its seat is none of ours',
			{ kind: 'guest' },
			'Seat (kind) "guest" is not one of the choices',
			'Use one of: private, public, observer.',
		],
		['its mandate is a number', { mandate: 2018 }, 'Mandate (mandate) 2018 is not text', mends.quote],
		['it has no source', { sources: [] }, 'Sources (sources) has fewer than 1 item(s)', mends.fill],
		[
			'a source was read on no day',
			{ sources: [{ title: 'A page', url: 'https://example.org/', accessed: '2027-04-31' }] },
			'Sources › Read on (sources[0].accessed) "2027-04-31" is not a day of the calendar',
			mends.day,
		],
		['a field is misspelled', { notes: 'x' }, 'notes is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('organisations', changes)).toEqual([messageOf('organisations', what, mend)]);
	});
});
