import { describe, expect, test, vi } from 'vitest';
import { renderMarkdown } from '../../src/formats/markdown.ts';
import { languageTag, webAddress } from '../../src/schemas/fields.ts';
import { messagesOf } from '../entries.ts';
import { accepted, languages, refused } from './web-addresses.ts';

const linkTo = (address: string) => renderMarkdown(`[x](<${address}>)`, () => undefined);

describe('no web address is', () => {
	test.each(refused)('in a field: %s', (_what, address) => {
		expect(webAddress.safeParse(address).success).toBe(false);
	});

	test.each(refused)('in a text: %s', (_what, address) => {
		const { html, problems } = linkTo(address);
		expect([html, problems.length]).toEqual(['<p><a>x</a></p>\n', 1]);
	});
});

describe('a web address is', () => {
	test.each(accepted)('in a field: %s', (_what, address) => {
		expect(webAddress.parse(address)).toBe(address);
	});

	test.each(accepted)('in a text: %s', (_what, address) => {
		expect(linkTo(address).problems).toEqual([]);
	});
});

test.each([
	' https://x.example/',
	'https://x.example/a b',
	'https://x.example/\n',
	'https:\\\\x.example\\',
	'https://x.example/"a"',
])('an address in a field has no blanks, quotation marks or backslashes: %j', (address) => {
	expect(webAddress.safeParse(address).success).toBe(false);
});

test('a sign that nobody sees is taken out of an address', () => {
	expect(webAddress.parse('https://x.example/\u200bpa\u00adge\ufeff')).toBe('https://x.example/page');
	expect(linkTo('https://x.example/\u200bpage').html).toContain('"https://x.example/page"');
	expect(linkTo('https://x.example/&#x200b;page').html).toContain('"https://x.example/page"');
});

test('letters of an address stay as they are: with others it is another address', () => {
	expect(webAddress.parse('https://x.example/e\u0301')).toBe('https://x.example/e\u0301');
});

test('a sign that turns an address around is refused', () => {
	expect(webAddress.safeParse('https://x.example/\u202egpj.exe').success).toBe(false);
});

test.each(['mailto:info@x.example', 'mailto:info@x.example?subject=Views', '/clusters/', '#sources'])(
	'a text may also link to %s',
	(address) => {
		expect(linkTo(address).problems).toEqual([]);
	},
);

test.each([
	'mailto:',
	'mailto:info',
	'mailto:info@x',
	'mailto:a@x.example,b@x.example',
	'//x.example',
	'x.example',
	'../page',
])('a text may not link to %s', (address) => {
	expect(linkTo(address).problems).toHaveLength(1);
});

test.each(languages)('whether %j is the tag of a language: %s', (tag, isAccepted) => {
	expect(languageTag.safeParse(tag).success).toBe(isAccepted);
});

test('every language that Node has a name for is known, also where a browser has none', () => {
	const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });
	const letters = 'abcdefghijklmnopqrstuvwxyz'.match(/./g) ?? [];
	const codes = letters.flatMap((one) => letters.flatMap((two) => ['', ...letters].map((three) => one + two + three)));
	const named = codes.filter((code) => names.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code);
	const noOne = ['mul', 'zxx'];
	expect(named.filter((code) => !languageTag.safeParse(code).success)).toEqual(noOne);
	const browser = vi
		.spyOn(Intl.DisplayNames.prototype, 'of')
		.mockImplementation((tag) => (/^en\b/.test(tag) ? 'English' : undefined));
	const found = ['nds', 'fur', 'nds-Latn'].map((tag) => languageTag.safeParse(tag).success);
	browser.mockRestore();
	expect(found).toEqual([true, true, true]);
});

test('a former tag of a language is refused with the one in use', () => {
	expect(messagesOf('clusters', { localNames: [{ name: 'A', language: 'iw' }] })).toEqual([
		'clusters/an-entry.md\n  Local names › Language (localNames[0].language) “iw” is not the tag in use: it is “he” today.\n  → Use the tag of a language, such as fr, nds or sr-Latn.',
	]);
});
