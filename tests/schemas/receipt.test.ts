import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry, type Fields } from '../entries.ts';

const choose = 'Fill it in, or choose another state.';
const done = { changedOn: '2027-02-10' };

test('a receipt of what was just received needs a reference, a kind and a day', () => {
	expect(messagesOf('receipts')).toEqual([]);
});

describe('a receipt passes when', () => {
	test.each<[description: string, changes: Fields]>([
		['an editor works on what was sent', { state: 'being-checked', ...done }],
		['a profile was published', { state: 'published', ...done, cluster: 'a-cluster' }],
		[
			'a profile was published and is gone',
			{ state: 'published', ...done, reason: 'Deleted since: it was there twice.' },
		],
		['it became part of a point', { state: 'taken-up', ...done, point: 'a-point' }],
		['it was answered', { state: 'answered', ...done }],
		['it was not taken up, and the reason is given', { state: 'not-taken', ...done, reason: 'It closed in 2019.' }],
		['something was done on the day it came', { state: 'answered', changedOn: '2027-02-01' }],
		['it has every field', { state: 'not-taken', ...done, reason: 'No.', cluster: 'a-cluster', point: 'a-point' }],
		['its reference has letters of another script', { reference: 'ελιά-2027' }],
		...['view', 'proposal', 'correction', 'message'].map((kind): [string, Fields] => [`its kind is ${kind}`, { kind }]),
	])('%s', (_description, changes) => {
		expect(messagesOf('receipts', changes)).toEqual([]);
	});
});

describe('a receipt is refused when', () => {
	const rows: BrokenEntry[] = [
		['its reference is missing', { reference: undefined }, 'Reference (reference) is missing', mends.addText],
		[
			'its reference has three signs',
			{ reference: 'sky' },
			'Reference (reference) "sky" has fewer than 4 character(s)',
			mends.fill,
		],
		[
			'its reference has 25 signs',
			{ reference: 'x'.repeat(25) },
			`Reference (reference) "${'x'.repeat(25)}" has more than 24 characters`,
			'Shorten it to at most 24 characters.',
		],
		[
			'its reference has a blank',
			{ reference: 'blue bird' },
			'Reference (reference) "blue bird" is not a word of letters, digits and hyphens',
			mends.hint,
		],
		[
			'its reference is an e-mail address',
			{ reference: 'anna@example.org' },
			'Reference (reference) "anna@example.org" is not a word of letters, digits and hyphens',
			mends.hint,
		],
		[
			'its kind is none',
			{ kind: 'letter' },
			'Kind (kind) "letter" is not one of the choices',
			'Use one of: view, proposal, correction, message.',
		],
		[
			'the day it was received is missing',
			{ receivedOn: undefined },
			'Received on (receivedOn) is missing',
			mends.addText,
		],
		[
			'the day it was received is none',
			{ receivedOn: '2027-02-30' },
			'Received on (receivedOn) "2027-02-30" is not a day of the calendar',
			mends.day,
		],
		[
			'its state is none',
			{ state: 'lost' },
			'State (state) "lost" is not one of the choices',
			'Use one of: received, being-checked, published, taken-up, answered, not-taken.',
		],
		[
			'something was done, and the day is missing',
			{ state: 'answered' },
			'State since (changedOn) is missing, yet something was done',
			'Give the day of the last step.',
		],
		[
			'something was done before it was received',
			{ state: 'answered', changedOn: '2027-01-31' },
			'State since (changedOn) 2027-01-31 lies before the day it was received, 2027-02-01',
			'Correct one of the two days.',
		],
		[
			'a profile was published, and it is not named',
			{ state: 'published', ...done, point: 'a-point' },
			'Profile (cluster) is missing, yet the state is “Published”',
			'Choose it. If it was deleted since, say so under Reason.',
		],
		[
			'it became part of a point, and it is not named',
			{ state: 'taken-up', ...done, cluster: 'a-cluster' },
			'Point (point) is missing, yet the state is “Taken up”',
			choose,
		],
		[
			'it was not taken up, and nobody says why',
			{ state: 'not-taken', ...done },
			'Reason (reason) is missing, yet the state is “Not taken up”',
			choose,
		],
		[
			'its reason is long',
			{ state: 'not-taken', ...done, reason: 'x'.repeat(201) },
			`Reason (reason) "${'x'.repeat(59)}… has more than 200 characters`,
			'Shorten it to at most 200 characters.',
		],
		[
			'it names a profile by its address',
			{ cluster: '/clusters/a-cluster/' },
			'Profile (cluster) "/clusters/a-cluster/" may have only small letters a to z, digits and single hyphens',
			mends.hint,
		],
		['it says what was sent', { text: 'We think that' }, 'text is a field that nobody knows', mends.spelling],
		['it says who sent it', { email: 'anna@example.org' }, 'email is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('receipts', changes)).toEqual([messageOf('receipts', what, mend)]);
	});
});
