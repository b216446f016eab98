import { describe, expect, test } from 'vitest';
import { formatChoice, readChoice, withChoice } from '../../src/search/choice.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `cluster-${index + 1}`);

describe('the chosen profiles of an address', () => {
	test.each([
		['none', '', []],
		['none, with other things in the address', '?theme=food&q=bread', []],
		['one', '?c=tetris', ['tetris']],
		['several', '?c=tetris,act-group', ['tetris', 'act-group']],
		['several, without the question mark', 'c=tetris,act-group', ['tetris', 'act-group']],
		['several, each with the key', '?c=tetris&c=act-group', ['tetris', 'act-group']],
		['several, with the comma escaped', '?c=tetris%2Cact-group', ['tetris', 'act-group']],
		['each once', '?c=tetris,act-group,tetris&c=tetris', ['tetris', 'act-group']],
		['without blanks around them', '?c=tetris,%20act-group+', ['tetris', 'act-group']],
		['nothing between commas', '?c=,,tetris,,', ['tetris']],
		['an empty value', '?c=', []],
		['amid other things', '?theme=food&c=tetris&page=2', ['tetris']],
	])('are read: %s', (_description, query, chosen) => {
		expect(readChoice(query)).toEqual({ chosen, refused: [], excess: [] });
	});

	test.each([
		['a script', '?c=<script>alert(1)</script>', ['<script>alert(1)</script>']],
		['an address', '?c=https://example.org/', ['https://example.org/']],
		['a path', '?c=../../etc/passwd', ['../../etc/passwd']],
		['signs', '?c=%25%00', ['%\0']],
		['half an escape', '?c=%', ['%']],
		['something that every object has', '?c=__proto__', ['__proto__']],
		['a hyphen at the end', '?c=tetris-', ['tetris-']],
		['more characters than a slug has', `?c=${'a'.repeat(81)}`, ['a'.repeat(81)]],
		['10,000 characters', `?c=${'a'.repeat(10_000)}`, ['a'.repeat(10_000)]],
	])('leave out what is no slug, and say so: %s', (_description, query, refused) => {
		expect(readChoice(query)).toEqual({ chosen: [], refused, excess: [] });
	});

	test('are kept beside what is refused', () => {
		expect(readChoice('?c=tetris,%3Cb%3E,act-group')).toEqual({
			chosen: ['tetris', 'act-group'],
			refused: ['<b>'],
			excess: [],
		});
	});

	test('may have a slug of 80 characters', () => {
		expect(readChoice(`?c=${'a'.repeat(80)}`).chosen).toEqual(['a'.repeat(80)]);
	});

	test('are at most 40; the rest is too much', () => {
		expect(readChoice(`?c=${numbered(42).join(',')}`)).toEqual({
			chosen: numbered(40),
			refused: [],
			excess: ['cluster-41', 'cluster-42'],
		});
	});

	test('may have the name of something that every object has', () => {
		expect(readChoice('?c=constructor')).toEqual({ chosen: ['constructor'], refused: [], excess: [] });
	});
});

test.each([
	[[], ''],
	[['tetris'], 'c=tetris'],
	[['tetris', 'act-group'], 'c=tetris,act-group'],
])('the choice %j stands in an address as “%s”', (chosen, part) => {
	expect(formatChoice(chosen)).toBe(part);
});

test('a choice comes back from its address', () => {
	expect(readChoice(formatChoice(numbered(40)))).toEqual({ chosen: numbered(40), refused: [], excess: [] });
});

test.each([
	['a page', '/clusters/', ['tetris'], '/clusters/?c=tetris'],
	['a page with a view', '/clusters/?theme=food&page=2', ['tetris'], '/clusters/?theme=food&page=2&c=tetris'],
	['a page that carries another choice', '/clusters/?c=act-group', ['tetris'], '/clusters/?c=tetris'],
	['a page that carries several', '/clusters/?c=one&theme=food&c=two', ['tetris'], '/clusters/?theme=food&c=tetris'],
	['a part of a page', '/clusters/#map', ['tetris'], '/clusters/?c=tetris#map'],
	['a part of a page with a view', '/clusters/?q=bread#map', ['one', 'two'], '/clusters/?q=bread&c=one,two#map'],
	['a full address', 'https://example.org/clusters/?c=one', ['two'], 'https://example.org/clusters/?c=two'],
	['no choice any more', '/clusters/?c=tetris', [], '/clusters/'],
	['no choice any more, in a view', '/clusters/?theme=food&c=tetris', [], '/clusters/?theme=food'],
	['no choice any more, at a part of a page', '/clusters/?c=tetris#map', [], '/clusters/#map'],
	['nothing at all', '', ['tetris'], '?c=tetris'],
])('an address carries a choice: %s', (_description, address, chosen, carrying) => {
	expect(withChoice(address, chosen)).toBe(carrying);
});
