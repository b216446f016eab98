import { describe, expect, test } from 'vitest';
import {
	foldBlanks,
	formatCount,
	formatLanguage,
	formatList,
	formatNumber,
	shortened,
	startOf,
	startOfSentences,
	toPlainText,
	withoutCapital,
} from '../../src/formats/text.ts';

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

test.each([
	['Skills', 'skills'],
	['Économie', 'économie'],
	['COVID-19 and recovery', 'COVID-19 and recovery'],
	['', ''],
])('%s goes on within a sentence as %s', (text, within) => {
	expect(withoutCapital(text)).toBe(within);
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

test.each([
	['a paragraph', '<p>One line.</p>\n', 'One line.'],
	['paragraphs', '<p>One.</p>\n<p>Two.</p>\n', 'One. Two.'],
	['a list', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n', 'one two'],
	['a heading with an id', '<h2 id="s-why">Why</h2>\n<p>So.</p>', 'Why So.'],
	['a link', '<p>Read <a href="https://example.org/?a=1&amp;b=2">the report</a></p>', 'Read the report'],
	['a picture', '<p><img src="/a.jpg" alt="A house" width="8" height="6" loading="lazy"></p>', ''],
	['emphasis of a word', '<p>a <strong>shared</strong> mill</p>', 'a shared mill'],
	['a line break', '<p>one<br>\ntwo</p>', 'one two'],
	['many blanks', '<p>one \n\t two</p>', 'one two'],
	[
		'signs that HTML writes as names',
		'<p>food &amp; care, 3 &lt; 4 &gt; 2, &quot;so&quot;</p>',
		'food & care, 3 < 4 > 2, "so"',
	],
	['apostrophes that HTML writes as numbers', '<p>l&#39;eau, l&#x27;air, l&#X27;or</p>', "l'eau, l'air, l'or"],
	['a name of a sign, written out', '<p>&amp;lt; stands for &lt;</p>', '&lt; stands for <'],
	['code that looks like a tag', '<p><code>&lt;script&gt;</code></p>', '<script>'],
	['accents', '<p>Łódź, Αθήνα</p>', 'Łódź, Αθήνα'],
	['a name that stands for no sign', '<p>&nothing; here</p>', '&nothing; here'],
	['nothing', '', ''],
])('the words of HTML, without its tags: %s', (_description, html, words) => {
	expect(toPlainText(html)).toBe(words);
});

test('blanks are folded, also those of other kinds', () => {
	expect(foldBlanks(' \n one\t two\u00a0 ')).toBe('one two');
	expect(foldBlanks(' ')).toBe('');
});

test.each([
	['a shorter text is left as it is', 'bread', 5, 'bread'],
	['a longer one ends with a sign for the rest', 'breads', 5, 'brea…'],
	['no blank stands before that sign', 'rye bread', 5, 'rye…'],
	['a sign of two halves stays or goes as a whole', 'bre🌱ad', 5, 'bre…'],
	['nothing stays nothing', '', 5, ''],
])('a text is shortened: %s', (_description, text, maxCharacters, expected) => {
	expect(shortened(text, maxCharacters)).toBe(expected);
	expect(shortened(text, maxCharacters).isWellFormed()).toBe(true);
});

test('the beginning of a text ends with no blank and no half of a sign', () => {
	expect(startOf('rye bread', 4)).toBe('rye');
	expect(startOf('🌱🌱', 3)).toBe('🌱');
	expect(startOf('rye', 9)).toBe('rye');
});

describe('the first sentences of a text', () => {
	test.each([
		['One. Two. Three.', 9, 'One. Two.'],
		['One. Two. Three.', 3, 'One.'],
		['It is SWD(2026) 94. Support was 6.3 % of it. More.', 45, 'It is SWD(2026) 94. Support was 6.3 % of it.'],
		['No end', 100, 'No end'],
		['', 10, ''],
	])('%j within %i characters are %j', (text, most, start) => {
		expect(startOfSentences(text, most)).toBe(start);
	});
});
