import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntryFile } from '../../src/files/entry-file.ts';
import { receiptSchema } from '../../src/schemas/receipt.ts';
import { referenceFrom } from '../../src/schemas/reference-from.ts';
import { proposalSchema } from '../../src/schemas/submission.ts';
import type { Submission } from '../../src/submissions/read-submission.ts';
import { receiptFor } from '../../src/submissions/receipt-file.ts';
import { fixed, validFields } from '../files/entries-from-schema.ts';

const sent = (changes: Partial<Submission> = {}): Submission => ({
	id: '614d2b91e3695a1f00000001',
	form: 'views-a',
	receivedAt: '2027-03-31T10:00:00.000Z',
	data: { example: 'This one.', email: 'anna@example.org', consent: 'yes' },
	...changes,
});

/** The reference in the receipt of what came with this word. */
const referenceFor = (reference: unknown): unknown => {
	const { text } = receiptFor('view', sent({ data: { reference } }));
	return readEntryFile('receipts', text).data?.['reference'];
};

test('a receipt says reference, kind, day and state, at an address that follows from the submission', () => {
	const file = {
		slug: '2027-03-31-0d7c24c6c664',
		path: 'content/receipts/2027-03-31-0d7c24c6c664.yaml',
		text: 'reference: QEGW-WMKA\nkind: view\nreceivedOn: "2027-03-31"\nstate: received\n',
	};
	expect(receiptFor('view', sent())).toEqual(file);
	expect(receiptFor('view', sent({ data: { example: 'Another.' } }))).toEqual(file);
});

test('two submissions of one moment have two receipts', () => {
	expect(receiptFor('view', sent({ id: '1' })).slug).toBe('2027-03-31-6b86b273ff34');
	expect(receiptFor('view', sent({ id: '2' })).slug).toBe('2027-03-31-d4735e3a265e');
});

describe('the word of a sender', () => {
	test.each([
		['bluebird', 'bluebird'],
		['K7WQ-3MTD', 'K7WQ-3MTD'],
		['  bluebird \r\n', 'bluebird'],
		['ελιά-2027', 'ελιά-2027'],
		['e\u0301toile', 'étoile'],
		['2027', '2027'],
		['true', 'true'],
	])('is kept: %j', (given, kept) => {
		expect(referenceFor(given)).toBe(kept);
	});

	test.each<[description: string, given: unknown]>([
		['it is missing', undefined],
		['it is empty', ''],
		['it is blanks', '  '],
		['it is an e-mail address', 'anna@example.org'],
		['it is an address of the web', 'https://example.org/'],
		['it has three signs', 'sky'],
		['it has 25 signs', 'x'.repeat(25)],
		['it is a megabyte', 'x'.repeat(1_000_000)],
		['it has a blank', 'Anna Silva'],
		['it has a line break', 'blue\nbird'],
		['it has markup', '<b>bird</b>'],
		['it ends the fields of a file', '---\nstate: published'],
		['it has signs that nobody sees', 'blue\u202ebird'],
		['it is half a sign', 'bird\ud83d'],
		['it is a list', ['bluebird', 'other']],
		['it is a group', { toString: 'bluebird' }],
		['it is a number', 2027],
	])('is replaced by one made from the submission if %s', (_description, given) => {
		expect(referenceFor(given)).toBe('QEGW-WMKA');
	});
});

describe('the day of a receipt is that of Brussels:', () => {
	test.each([
		['the last minute of a day in winter', '2027-01-14T22:59:59.999Z', '2027-01-14'],
		['midnight in winter', '2027-01-14T23:00:00.000Z', '2027-01-15'],
		['the last minute of a day in summer', '2027-07-14T21:59:59.999Z', '2027-07-14'],
		['midnight in summer', '2027-07-14T22:00:00.000Z', '2027-07-15'],
		['the last minute of a year', '2026-12-31T22:59:59.999Z', '2026-12-31'],
		['the first of a year', '2026-12-31T23:00:00.000Z', '2027-01-01'],
		['the last minute before summer time', '2027-03-27T22:59:59.999Z', '2027-03-27'],
		['the midnight after it began', '2027-03-28T22:00:00.000Z', '2027-03-29'],
		['a moment that is written with another zone', '2027-01-15T01:00:00+02:00', '2027-01-15'],
	])('%s', (_description, receivedAt, day) => {
		const { slug, text } = receiptFor('view', sent({ receivedAt }));
		expect(slug).toBe(`${day}-0d7c24c6c664`);
		expect(text).toContain(`receivedOn: "${day}"\n`);
	});
});

describe('whatever is sent', () => {
	const anything = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.anything(),
		fc.constantFrom('anna@example.org', 'A\n---\nb: c'),
	);
	const data = fc
		.tuple(validFields(proposalSchema), fc.dictionary(fc.constantFrom('email', 'name', 'message', 'x'), anything))
		.map(([fields, others]) => ({ ...fields, ...others }));
	const kinds = fc.constantFrom('view', 'proposal', 'correction', 'message');
	const moment = fc
		.date({ min: new Date('2026-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
		.map((date) => date.toISOString());

	test('nothing of it is in the receipt but the word of the sender', () => {
		fc.assert(
			fc.property(kinds, fc.string(), moment, data, fc.option(anything), (kind, id, receivedAt, fields, reference) => {
				const whole = receiptFor(kind, sent({ id, receivedAt, data: { ...fields, reference } }));
				const word = receiptFor(kind, sent({ id, receivedAt, data: { reference } }));
				const nothing = receiptFor(kind, sent({ id, receivedAt, data: {} }));
				expect(whole).toEqual(word);
				expect([whole.slug, whole.path]).toEqual([nothing.slug, nothing.path]);
				const made = readEntryFile('receipts', nothing.text).data;
				const read = readEntryFile('receipts', whole.text).data;
				expect(receiptSchema.safeParse(read).error?.issues).toBeUndefined();
				expect({ ...read, reference: '' }).toEqual({ ...made, reference: '' });
				expect([made?.['reference'], typeof reference === 'string' ? reference.trim().normalize() : '']).toContain(
					read?.['reference'],
				);
			}),
			{ ...fixed, numRuns: 200 },
		);
	});

	test('a word that the schema accepts is kept', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
				expect(referenceFor(referenceFrom(bytes))).toBe(referenceFrom(bytes));
			}),
			{ ...fixed, numRuns: 50 },
		);
	});
});
