import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('settings with every field filled in pass', () => {
	expect(messagesOf('site')).toEqual([]);
});

describe('settings are refused when', () => {
	const rows: BrokenEntry[] = [
		['the name of the site is missing', { name: undefined }, 'Name (name) is missing', mends.addText],
		[
			'the address of the site is no full address',
			{ address: 'clusters.example.org' },
			'Address (address) "clusters.example.org" is not a web address',
			mends.address,
		],
		[
			'a check is overdue as soon as it is due',
			{ checkFreshMonths: 12, checkDueMonths: 12 },
			'A check is overdue after (checkDueMonths) 12 is not more than 12',
			'A check must be due before it is overdue.',
		],
		[
			'a check is overdue before it is due',
			{ checkFreshMonths: 12, checkDueMonths: 9 },
			'A check is overdue after (checkDueMonths) 9 is not more than 12',
			'A check must be due before it is overdue.',
		],
		[
			'a check is never fresh',
			{ checkFreshMonths: 0 },
			'A check is fresh for (checkFreshMonths) 0 is less than 1',
			'Give a number from 1 up.',
		],
		[
			'nobody known receives the forms',
			{ formHandler: 'postman' },
			'Form handler (formHandler) "postman" is not one of the choices',
			'Use one of: netlify, formspree, other.',
		],
		[
			'another receiver than Netlify has no address',
			{ formHandler: 'formspree' },
			'Address of the receiver (formAddress) is missing',
			'Give the address that your form handler shows for this form.',
		],
		['a field is misspelled', { adress: 'x' }, 'adress is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('site', changes)).toEqual([messageOf('site', what, mend)]);
	});
});
