import { expect, test } from 'vitest';
import { formatCount, formatLanguage, formatList, formatNumber } from '../../src/formats/text.ts';

test.each([
	[0, '0'],
	[999, '999'],
	[1000, '1,000'],
	[70500, '70,500'],
	[1_000_000, '1,000,000'],
])('the number %i reads: %s', (value, text) => {
	expect(formatNumber(value)).toBe(text);
});

test.each([
	[[], ''],
	[['food'], 'food'],
	[['food', 'care'], 'food and care'],
	[['food', 'care', 'housing'], 'food, care and housing'],
])('the list %j reads: %s', (items, text) => {
	expect(formatList(items)).toBe(text);
});

test.each([
	[0, '0 profiles'],
	[1, '1 profile'],
	[2, '2 profiles'],
	[1000, '1,000 profiles'],
])('a count of %i reads: %s', (count, text) => {
	expect(formatCount(count, 'profile')).toBe(text);
});

test('a count takes the plural it is given', () => {
	expect(formatCount(86, 'country', 'countries')).toBe('86 countries');
});

test.each([
	['fr', 'French'],
	['el', 'Greek'],
	['ca', 'Catalan'],
	['sr-Latn', 'Serbian (Latin)'],
])('the language %s is called %s', (tag, name) => {
	expect(formatLanguage(tag)).toBe(name);
});

test('a language without an English name is shown by its tag', () => {
	expect(formatLanguage('qaa')).toBe('qaa');
});
