import { describe, expect, test } from 'vitest';
import { eMailAddress, webAddress } from '../../src/schemas/fields.ts';
import { referenceFrom } from '../../src/schemas/reference-from.ts';
import { reference } from '../../src/schemas/reference.ts';
import { patternOf } from './html-pattern.ts';

describe('a reference', () => {
	test.each<[description: string, word: string, isAccepted: boolean]>([
		['may be one that the form made', 'K7WQ-3MTD', true],
		['may be a word', 'bluebird', true],
		['may have four signs', 'blue', true],
		['may not have three signs', 'sky', false],
		['may have 24 signs', 'x'.repeat(24), true],
		['may not have 25 signs', 'x'.repeat(25), false],
		['may be digits', '2027', true],
		['may be words with hyphens between them', 'a-blue-bird-2027', true],
		['may have Greek letters', 'ελιά-και-λάδι', true],
		['may have Cyrillic letters', 'синя-птица', true],
		['may have Arabic letters', 'طائر-أزرق', true],
		['may have Georgian letters', 'ლურჯი', true],
		['may have letters with accents', 'Łódź-œuvre', true],
		['may have accents as signs of their own', 'e\u0301toile', true],
		['may have signs that stand for words', '青い鳥です', true],
		['may not have a blank', 'blue bird', false],
		['may not have a blank at its end', 'bluebird ', false],
		['may not have a line break', 'blue\nbird', false],
		['may not end with a line break', 'bluebird\n', false],
		['may not have markup', '<b>blue</b>', false],
		['may not have markup of Markdown', '*blue*', false],
		['may not have an entity', 'blue&amp;', false],
		['may not be an e-mail address', 'anna@gmail.com', false],
		['may not be a web address', 'https://example.org', false],
		['may not have a dot', 'blue.bird', false],
		['may not have a slash', 'blue/bird', false],
		['may not have an underscore', '__proto__', false],
		['may not start with a hyphen', '-bluebird', false],
		['may not end with a hyphen', 'bluebird-', false],
		['may not have two hyphens together', 'blue--bird', false],
		['may not have a picture', 'bird🐦', false],
		['may not have signs that nobody sees', 'blue\u202ebird', false],
		['may not be accents without a letter', '\u0301\u0301\u0301\u0301', false],
		['may not have a part of accents alone', 'blue-\u0301', false],
		['may not be empty', '', false],
	])('%s', (_description, word, isAccepted) => {
		expect(reference.safeParse(word).success).toBe(isAccepted);
		// Browsers cut a text at its longest length, and take line breaks out of it.
		const typed = word.replaceAll('\n', '').slice(0, 24);
		expect(patternOf(reference).test(typed)).toBe(reference.safeParse(typed).success);
	});

	test('that the form makes is one that the schema accepts, whatever the bytes', () => {
		for (let byte = 0; byte < 256; byte++) {
			const made = referenceFrom(Uint8Array.from({ length: 8 }, (_, index) => (byte + index * 31) % 256));
			expect(made).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
			expect(reference.safeParse(made).success).toBe(true);
		}
	});

	test('is made from the first eight bytes', () => {
		expect(referenceFrom(Uint8Array.from([0, 1, 2, 3, 29, 30, 31, 255]))).toBe('ABCD-9ABS');
		expect(referenceFrom(Uint8Array.from([0, 1, 2, 3, 29, 30, 31, 255, 7]))).toBe('ABCD-9ABS');
	});
});

describe('browsers refuse as an e-mail address what the schema refuses:', () => {
	test.each<[typed: string, isAccepted: boolean]>([
		['anna@gmail.com', true],
		['info@clusters.example.org', true],
		['anna.b+c@example.eu', true],
		['anna@gmail', false],
		['anna@localhost', false],
		['anna', false],
		['anna@', false],
		['@example.org', false],
		['anna@.org', false],
		['anna@example.', false],
		['anna b@example.org', false],
		['anna@example .org', false],
		['anna@beta@example.org', false],
		['anna@example.org, beta@example.org', false],
	])('“%s”', (typed, isAccepted) => {
		expect(eMailAddress.safeParse(typed).success).toBe(isAccepted);
		expect(patternOf(eMailAddress).test(typed) && isEMailForBrowsers(typed)).toBe(isAccepted);
	});

	/** What an `<input type="email">` takes by itself, as HTML has it. */
	const isEMailForBrowsers = (text: string): boolean =>
		/^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/.test(
			text,
		);

	test('its pattern alone refuses a host without a dot', () => {
		expect(['anna@gmail', 'anna@localhost'].map((text) => patternOf(eMailAddress).test(text))).toEqual([false, false]);
	});
});

describe('browsers take as a web address what the schema accepts:', () => {
	test.each<[typed: string, isTaken: boolean]>([
		['https://example.org', true],
		['http://example.org/a?b=c#d', true],
		['https://példa.example/ő', true],
		['mailto:anna@example.org', false],
		['ftp://example.org', false],
		['https://localhost', false],
		['example.org', false],
		['javascript:alert(1.5)', false],
		['https://example.org/a b', false],
	])('“%s”', (typed, isTaken) => {
		expect(webAddress.safeParse(typed).success).toBe(isTaken);
		expect(patternOf(webAddress).test(typed)).toBe(isTaken);
	});
});
