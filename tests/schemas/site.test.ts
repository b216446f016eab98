import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('settings with only the fields they must have pass', () => {
	expect(messagesOf('site')).toEqual([]);
});

test.each([
	['Netlify', { formHandler: 'netlify' }],
	['Formspree', { formHandler: 'formspree', formAddress: 'https://formspree.io/f/abc' }],
	['Web3Forms', { formHandler: 'web3forms', formKey: 'a-key' }],
])('settings pass with what %s needs', (_description, changes) => {
	expect(messagesOf('site', changes)).toEqual([]);
});

test('settings with every field filled in pass', () => {
	const changes = {
		mailbox: 'info@example.org',
		town: 'Brussels, Belgium',
		seat: 'The network is a member.',
		aboutPublisher: [{ text: 'It was founded in 2007.', url: 'https://example.org/about' }],
		countries: ['SE', 'FI'],
		geces: false,
		postReadOn: '2027-02-01',
		formAddress: 'https://formspree.io/f/abc',
		formKey: 'a-key',
	};
	expect(messagesOf('site', changes)).toEqual([]);
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
			'Use one of: netlify, formspree, web3forms.',
		],
		[
			'Formspree receives the forms, and their address is missing',
			{ formHandler: 'formspree', formKey: 'a-key' },
			'Address of the form (formAddress) is missing',
			'Give what your form handler shows for this form.',
		],
		[
			'Web3Forms receives the forms, and their key is missing',
			{ formHandler: 'web3forms', formAddress: 'https://formspree.io/f/abc' },
			'Access key of the form (formKey) is missing',
			'Give what your form handler shows for this form.',
		],
		['who answers is missing', { answeredBy: undefined }, 'Who answers (answeredBy) is missing', mends.addText],
		[
			'an answer is promised within no day',
			{ answeredInWorkingDays: 0 },
			'Answered within (answeredInWorkingDays) 0 is less than 1',
			'Give a number from 1 up.',
		],
		[
			'the mailbox is no address',
			{ mailbox: 'anna@gmail' },
			'Mailbox (mailbox) "anna@gmail" is not an e-mail address',
			'Write an address such as info@example.org.',
		],
		[
			'the day on which the post was read is none',
			{ postReadOn: '2027-02-30' },
			'Messages last read on (postReadOn) "2027-02-30" is not a day of the calendar',
			mends.day,
		],
		['a field is misspelled', { adress: 'x' }, 'adress is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('site', changes)).toEqual([messageOf('site', what, mend)]);
	});
});
