import { describe, expect, test } from 'vitest';
import { line, paragraphs, partialDate, slug, webAddress, wholeDay, year } from '../../src/schemas/fields.ts';

describe('a slug', () => {
	test.each([
		['may be one word', 'tetris', true],
		['may have hyphens', 'torino-social-impact', true],
		['may have digits', 'c2s', true],
		['may have 80 characters', 'x'.repeat(80), true],
		['may not have 81 characters', 'x'.repeat(81), false],
		['may not have capitals', 'Tetris', false],
		['may not have a blank', 'a b', false],
		['may not have an accent', 'liège', false],
		['may not have two hyphens together', 'a--b', false],
		['may not start with a hyphen', '-a', false],
		['may not end with a hyphen', 'a-', false],
		['may not have a dot', 'a.b', false],
		['may not have a slash', 'a/b', false],
		['may not be empty', '', false],
		['may not end with a line break', 'a\n', false],
	])('%s', (_description, text, isAccepted) => {
		expect(slug.safeParse(text).success).toBe(isAccepted);
	});
});

describe('a whole day', () => {
	test.each([
		['may be the last of March', '2027-03-31', true],
		['may be February 29 of a leap year', '2028-02-29', true],
		['may not be February 29 of a common year', '2027-02-29', false],
		['may not be February 29 of 2100', '2100-02-29', false],
		['may not be April 31', '2027-04-31', false],
		['may not be in a thirteenth month', '2027-13-01', false],
		['may not leave out a zero', '2027-3-31', false],
		['may not start with the day', '31.03.2027', false],
		['may not be a moment', '2027-03-31T00:00:00Z', false],
		['may not be empty', '', false],
		['may not be nothing', null, false],
		['may not be a number', 2027, false],
	])('%s', (_description, day, isAccepted) => {
		expect(wholeDay.safeParse(day).success).toBe(isAccepted);
	});
});

describe('a date that need not be exact', () => {
	test.each([
		['may be a day', '2027-03-31', true],
		['may be a month', '2027-03', true],
		['may be a year', '2027', true],
		['may not be February 30', '2027-02-30', false],
		['may not be a thirteenth month', '2027-13', false],
		['may not be a year of two digits', '27', false],
		['may not be a range', '2026-2027', false],
		['may not be empty', '', false],
	])('%s', (_description, date, isAccepted) => {
		expect(partialDate.safeParse(date).success).toBe(isAccepted);
	});
});

describe('a year', () => {
	test.each([
		['may be 1800', 1800, true],
		['may be 2100', 2100, true],
		['may not be 1799', 1799, false],
		['may not be 2101', 2101, false],
		['may not be text', '2015', false],
		['may not be a fraction', 2015.5, false],
	])('%s', (_description, given, isAccepted) => {
		expect(year.safeParse(given).success).toBe(isAccepted);
	});
});

describe('a web address', () => {
	test.each([
		['may be encrypted', 'https://example.org/page?a=1#b', true],
		['may be unencrypted', 'http://example.org', true],
		['may have an international name', 'https://xn--lige-8ra.be/', true],
		['may have a port', 'https://example.org:8443/', true],
		['may not leave out the protocol', 'www.example.org', false],
		['may not have one slash', 'https:/example.org', false],
		['may not have no slash', 'https:example.org', false],
		['may not name a machine without a domain', 'https://localhost/', false],
		['may not be a file transfer', 'ftp://example.org/', false],
		['may not be a script', 'javascript:alert(1)', false],
		['may not be data', 'data:text/html,hello', false],
		['may not be a mailbox', 'mailto:info@example.org', false],
		['may not have a blank in its name', 'https://exa mple.org/', false],
		['may not be empty', '', false],
	])('%s', (_description, address, isAccepted) => {
		expect(webAddress.safeParse(address).success).toBe(isAccepted);
	});
});

describe('a line of at most five characters', () => {
	test.each([
		['may have five', 'abcde', true],
		['may have one', 'a', true],
		['may have blanks inside', 'a b', true],
		['may not have six', 'abcdef', false],
		['may not be empty', '', false],
		['may not start with a blank', ' a', false],
		['may not end with a blank', 'a ', false],
		['may not break', 'a\nb', false],
	])('%s', (_description, text, isAccepted) => {
		expect(line(5).safeParse(text).success).toBe(isAccepted);
	});
});

test('paragraphs may have line breaks', () => {
	expect(paragraphs(20).parse('One.\n\nTwo.')).toBe('One.\n\nTwo.');
});

test('paragraphs lose the blanks at their ends', () => {
	expect(paragraphs(20).parse('\nOne.\n')).toBe('One.');
});
