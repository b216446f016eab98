import { describe, expect, test } from 'vitest';
import { latestReceived } from '../../src/model/order.ts';
import { indexAddress, partOfIndex, placesIn } from '../../src/model/receipt-addresses.ts';
import { placeOf, postReadOn, referenceIndex, SENT_PAGE_SIZE, wordsForReceipt } from '../../src/model/receipts.ts';
import type { StateWords } from '../../src/model/state-words.ts';
import { entryOf, type Fields } from '../entries.ts';

const receipt = (changes: Fields = {}, id = '2027-02-01-0123456789ab') => entryOf('receipts', changes, id);
const withReference = (reference: string, id: string) => receipt({ reference }, id);

test('receipts stand with the newest first, and those of one day always in the same order', () => {
	const receipts = [
		receipt({ receivedOn: '2027-02-01' }, '2027-02-01-bb'),
		receipt({ receivedOn: '2027-03-31' }, '2027-03-31-cc'),
		receipt({ receivedOn: '2026-12-31' }, '2026-12-31-dd'),
		receipt({ receivedOn: '2027-02-01' }, '2027-02-01-aa'),
	];
	const ids = ['2027-03-31-cc', '2027-02-01-aa', '2027-02-01-bb', '2026-12-31-dd'];
	expect(receipts.toSorted(latestReceived).map(({ id }) => id)).toEqual(ids);
	expect(
		receipts
			.toReversed()
			.sort(latestReceived)
			.map(({ id }) => id),
	).toEqual(ids);
});

const done = { changedOn: '2027-03-31' };

test.each<[changes: Fields, text: string, tone: StateWords['tone']]>([
	[{}, 'Received', 'waiting'],
	[{ state: 'being-checked', ...done }, 'Being checked on 31 March 2027', 'waiting'],
	[{ state: 'published', ...done, cluster: 'a-cluster' }, 'Published on 31 March 2027', 'good'],
	[{ state: 'taken-up', ...done, point: 'a-point' }, 'Taken up on 31 March 2027', 'good'],
	[{ state: 'answered', ...done }, 'Answered on 31 March 2027', 'good'],
	[{ state: 'not-taken', ...done, reason: 'It closed.' }, 'Not taken up on 31 March 2027', 'plain'],
])('what was sent and is now %j says: %s', (changes, text, tone) => {
	expect(wordsForReceipt(receipt(changes).data)).toEqual({ text, tone });
});

test.each<[description: string, changes: Fields, place: string | undefined]>([
	['to nothing yet', {}, undefined],
	['to a profile', { cluster: 'a-cluster' }, '/clusters/a-cluster/'],
	['to a point', { point: 'a-point' }, '/have-your-say/what-happened/a-point/'],
	[
		'to the point rather than the profile it is about',
		{ cluster: 'a-cluster', point: 'a-point' },
		'/have-your-say/what-happened/a-point/',
	],
])('what was sent leads %s', (_description, changes, place) => {
	expect(placeOf(receipt(changes).data)).toBe(place);
});

describe('the index of references', () => {
	test.each([
		['K7WQ-3MTD', '6b'],
		['k7wq-3mtd', '6b'],
		['Łódź', '6c'],
		['Élan', '65'],
		['2027', '32'],
		['ελιά', '3b5'],
		['Ελιά', '3b5'],
		['Έλα-εδώ', '3b5'],
		['синя-птица', '441'],
		['Синя-птица', '441'],
		['青い鳥', '9752'],
		['𐐀𐐁𐐂', '10428'],
	])('keeps %s in its part %s, by the first letter without accent or capital', (reference, part) => {
		expect(partOfIndex(reference)).toBe(part);
		expect(indexAddress(part)).toBe(`/have-your-say/what-happened/references/${part}.json`);
	});

	test('says of each reference on which page of the list its line stands', () => {
		const receipts = [
			withReference('K7WQ-3MTD', 'latin'),
			withReference('Ελιά-2027', 'greek'),
			withReference('Синя-птица', 'cyrillic'),
			withReference('kestrel', 'latin-too'),
		];
		expect([...referenceIndex(receipts)].map(([part, index]) => [part, { ...index }])).toEqual([
			['6b', { 'k7wq-3mtd': [[1, 'latin']], kestrel: [[1, 'latin-too']] }],
			['3b5', { 'ελια-2027': [[1, 'greek']] }],
			['441', { 'синя-птица': [[1, 'cyrillic']] }],
		]);
	});

	test('knows several that were sent with one word, in whatever letters, the newest first', () => {
		const receipts = ['Bluebird', 'BLUEBIRD', 'blüebird'].map((word, index) => withReference(word, `sent-${index}`));
		expect(referenceIndex(receipts).get('62')?.['bluebird']).toEqual([
			[1, 'sent-0'],
			[1, 'sent-1'],
			[1, 'sent-2'],
		]);
	});

	test('counts pages as the list does', () => {
		const receipts = Array.from({ length: 2 * SENT_PAGE_SIZE + 1 }, (_, index) =>
			withReference(`word-${index}`, `${index}`),
		);
		const index = referenceIndex(receipts).get('77');
		expect(SENT_PAGE_SIZE).toBe(50);
		expect([0, 49, 50, 99, 100].map((number) => index?.[`word-${number}`])).toEqual([
			[[1, '0']],
			[[1, '49']],
			[[2, '50']],
			[[2, '99']],
			[[3, '100']],
		]);
	});

	test('knows no word that nobody sent, even one that every object knows', () => {
		const index = referenceIndex([withReference('citizens', 'one')]).get('63');
		expect(index?.['constructor']).toBeUndefined();
		expect(referenceIndex([withReference('constructor', 'two')]).get('63')?.['constructor']).toEqual([[1, 'two']]);
	});

	test.each(['K7WQ-3MTD', 'k7wq3mtd', 'K7WQ 3MTD', 'k7wq – 3mtd'])('finds K7WQ-3MTD typed as %s', (typed) => {
		const index = referenceIndex([withReference('K7WQ-3MTD', 'one'), withReference('kestrel', 'two')]);
		expect(placesIn(index.get(partOfIndex(typed)) ?? {}, typed)).toEqual([[1, 'one']]);
	});

	test('finds no word by a part of it', () => {
		const index = referenceIndex([withReference('K7WQ-3MTD', 'one')]).get('6b') ?? {};
		expect(placesIn(index, 'K7WQ')).toEqual([]);
		expect(placesIn(index, 'constructor')).toEqual([]);
	});

	test('of nothing is empty', () => {
		expect(referenceIndex([]).size).toBe(0);
	});
});

describe('the day on which the post was last read', () => {
	test.each<[description: string, changes: Fields[], stated: string | undefined, day: string | undefined]>([
		['is not known where nothing was done and nobody said so', [{}], undefined, undefined],
		['is the one that an editor stated', [{}], '2027-02-10', '2027-02-10'],
		[
			'is the newest on which something was done',
			[{ state: 'answered', changedOn: '2027-02-20' }, { state: 'answered', changedOn: '2027-03-01' }, {}],
			undefined,
			'2027-03-01',
		],
		[
			'is the one on which something was done, if that is later than what an editor stated',
			[{ state: 'answered', changedOn: '2027-02-20' }],
			'2027-02-10',
			'2027-02-20',
		],
		[
			'is the one that an editor stated, if that is later',
			[{ state: 'answered', changedOn: '2027-02-20' }],
			'2027-03-10',
			'2027-03-10',
		],
		['is not the one on which something came', [{ receivedOn: '2027-04-01' }], '2027-02-10', '2027-02-10'],
	])('%s', (_description, changes, stated, day) => {
		expect(
			postReadOn(
				changes.map((one) => receipt(one)),
				stated,
			),
		).toBe(day);
	});
});
