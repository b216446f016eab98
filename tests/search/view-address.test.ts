import { describe, expect, test } from 'vitest';
import { formatView, isFiltered, readView, type Known, type View } from '../../src/search/view-address.ts';
import type { Groups } from '../../src/search/value-groups.ts';
import { randomFrom } from '../random.ts';

const known: Known = new Map([
	['country', new Set(['AT', 'FR', 'GB'])],
	['theme', new Set(['food', 'culture', 'work-integration'])],
	['kind', new Set(['csei', 'ptce', 'other'])],
]);
const whole: View = { choices: {}, words: '', sort: 'name', page: 1, chosen: [] };
const viewWith = (changes: Partial<View>): View => ({ ...whole, ...changes });

describe('a view is read from its address', () => {
	test.each<[description: string, query: string, changes: Partial<View>]>([
		['nothing', '', {}],
		['a question mark alone', '?', {}],
		['a value of a facet', '?theme=food', { choices: { theme: ['food'] } }],
		['several, with a comma', '?theme=food,culture', { choices: { theme: ['food', 'culture'] } }],
		['several, with the comma escaped', '?theme=food%2Cculture', { choices: { theme: ['food', 'culture'] } }],
		['several, each with the key', '?theme=food&theme=culture', { choices: { theme: ['food', 'culture'] } }],
		['the same twice', '?theme=food,food&theme=food', { choices: { theme: ['food'] } }],
		['several facets', '?theme=food&country=FR', { choices: { theme: ['food'], country: ['FR'] } }],
		['a country in small letters', '?country=fr', { choices: { country: ['FR'] } }],
		['a country in mixed letters', '?country=Fr', { choices: { country: ['FR'] } }],
		['a theme in capitals', '?theme=WORK-INTEGRATION', { choices: { theme: ['work-integration'] } }],
		['a value twice, in small letters and capitals', '?country=fr,FR', { choices: { country: ['FR'] } }],
		['blanks around values', '?theme=%20food%20,+culture', { choices: { theme: ['food', 'culture'] } }],
		['commas with nothing between them', '?theme=,,food,,', { choices: { theme: ['food'] } }],
		['a facet without a value', '?theme=', {}],
		['words', '?q=shared+bread', { words: 'shared bread' }],
		['words with many blanks', '?q=++shared++%0Abread+', { words: 'shared bread' }],
		['words with signs', '?q=%26%3D%25%2C%3F', { words: '&=%,?' }],
		['words with accents', '?q=%C5%81%C3%B3d%C5%BA', { words: 'Łódź' }],
		['no words', '?q=', {}],
		['blanks for words', '?q=+++', {}],
		['an order', '?sort=newest', { sort: 'newest' }],
		['another order', '?sort=checked', { sort: 'checked' }],
		['the order that is there anyway', '?sort=name', {}],
		['a page', '?page=3', { page: 3 }],
		['a high page', '?page=999999', { page: 999_999 }],
		['chosen profiles', '?c=tetris,act-group', { chosen: ['tetris', 'act-group'] }],
		[
			'marks of other sites',
			'?utm_source=a&utm_medium=b&fbclid=c&gclid=d&ref=e&theme=food',
			{ choices: { theme: ['food'] } },
		],
		[
			'everything',
			'?theme=food&kind=ptce&q=bread&sort=newest&page=2&c=tetris',
			{ choices: { theme: ['food'], kind: ['ptce'] }, words: 'bread', sort: 'newest', page: 2, chosen: ['tetris'] },
		],
	])('%s', (_description, query, changes) => {
		expect(readView(query, known)).toEqual({ view: viewWith(changes), misunderstood: [] });
	});
});

const letters = (count: number) => 'a'.repeat(count);

describe('what cannot be understood is left out and named', () => {
	test.each<[description: string, query: string, misunderstood: string[]]>([
		['a key', '?colour=red', ['colour=red']],
		['a key without a value', '?colour', ['colour=']],
		['a value', '?theme=flying', ['theme=flying']],
		['a value of another facet', '?theme=csei', ['theme=csei']],
		['several values', '?theme=flying,swimming', ['theme=flying', 'theme=swimming']],
		['the same twice', '?theme=flying&theme=flying', ['theme=flying']],
		['a script as a value', '?theme=<script>alert(1)</script>', ['theme=<script>alert(1)</script>']],
		['a script as a key', '?<script>=1', ['<script>=1']],
		['a script as an order', '?sort=<script>', ['sort=<script>']],
		['10,000 characters as a value', `?theme=${letters(10_000)}`, [`theme=${letters(40)}…`]],
		['10,000 characters as a key', `?${letters(10_000)}=1`, [`${letters(40)}…=1`]],
		['what every object has, as a key', '?__proto__=food', ['__proto__=food']],
		['what every object has, as another key', '?constructor=food', ['constructor=food']],
		['what every object has, as a value', '?theme=__proto__', ['theme=__proto__']],
		['what every object has, as another value', '?theme=constructor', ['theme=constructor']],
		['a percent sign', '?theme=%', ['theme=%']],
		['half an escape', '?theme=%zz', ['theme=%zz']],
		['an escape of no letter', '?theme=%ff', ['theme=\ufffd']],
		['nothing, escaped', '?theme=%00', ['theme=\0']],
		['an order', '?sort=size', ['sort=size']],
		['no order', '?sort=', ['sort=']],
		['the name of a method as an order', '?sort=toString', ['sort=toString']],
		['what every object has, as an order', '?sort=__proto__', ['sort=__proto__']],
		['the page 0', '?page=0', ['page=0']],
		['the page -1', '?page=-1', ['page=-1']],
		['the page 1e9', '?page=1e9', ['page=1e9']],
		['the page 1000000', '?page=1000000', ['page=1000000']],
		['half a page', '?page=1.5', ['page=1.5']],
		['a page with a sign', '?page=%2B2', ['page=+2']],
		['a page in words', '?page=two', ['page=two']],
		['no page', '?page=', ['page=']],
		['a page in other digits', '?page=%D9%A2', ['page=٢']],
		['no slug as a choice', '?c=<b>', ['c=<b>']],
		['an equals sign alone', '?=', ['=']],
		['an address', '?https://example.org/', ['https://example.org/=']],
		['a second question mark', '??theme=food', ['?theme=food']],
	])('%s', (_description, query, misunderstood) => {
		expect(readView(query, known)).toEqual({ view: whole, misunderstood });
	});

	test('beside what is understood', () => {
		expect(readView('?theme=food,flying&page=0&country=at', known)).toEqual({
			view: viewWith({ choices: { theme: ['food'], country: ['AT'] } }),
			misunderstood: ['theme=flying', 'page=0'],
		});
	});

	test('words beyond 200 characters are cut off, and named', () => {
		expect(readView(`?q=${letters(10_000)}`, known)).toEqual({
			view: viewWith({ words: letters(200) }),
			misunderstood: [`q=${letters(40)}…`],
		});
	});

	test('200 characters are not too many', () => {
		expect(readView(`?q=${letters(200)}`, known).misunderstood).toEqual([]);
	});

	test('profiles beyond the fortieth', () => {
		const slugs = Array.from({ length: 41 }, (_, index) => `cluster-${index + 1}`);
		expect(readView(`?c=${slugs.join(',')}`, known).misunderstood).toEqual(['c=cluster-41']);
	});

	test('a view has nothing that every object has', () => {
		const { view } = readView('?__proto__=food&constructor=food&theme=food', known);
		expect(Object.keys(view.choices)).toEqual(['theme']);
	});
});

test('any address is read without fail', () => {
	const { below, share, oneOf } = randomFrom(11);
	const pieces = [
		'theme',
		'country',
		'q',
		'sort',
		'page',
		'c',
		'=',
		'&',
		',',
		'%',
		'%2',
		'+',
		'#',
		'?',
		';',
		'\0',
		'\ud800',
	];
	const failed = Array.from({ length: 2000 }, () =>
		Array.from({ length: below(30) }, () => (share() < 0.7 ? oneOf(pieces) : String.fromCharCode(below(0x10000)))).join(
			'',
		),
	).filter((query) => {
		const { view } = readView(query, known);
		return !Number.isInteger(view.page) || !['name', 'newest', 'checked'].includes(view.sort);
	});
	expect(failed).toEqual([]);
});

describe('the address of a view', () => {
	test.each<[description: string, changes: Partial<View>, query: string]>([
		['the list as it is', {}, ''],
		['a value', { choices: { theme: ['food'] } }, 'theme=food'],
		['several values, by name', { choices: { theme: ['food', 'culture'] } }, 'theme=culture&theme=food'],
		['a facet without values', { choices: { theme: [] } }, ''],
		['words', { words: 'bread & water' }, 'q=bread+%26+water'],
		['an order', { sort: 'newest' }, 'sort=newest'],
		['the order that is there anyway', { sort: 'name' }, ''],
		['a page', { page: 2 }, 'page=2'],
		['the first page', { page: 1 }, ''],
		['chosen profiles', { chosen: ['tetris', 'act-group'] }, 'c=tetris,act-group'],
		[
			'everything',
			{ choices: { theme: ['food'] }, words: 'bread', sort: 'checked', page: 3, chosen: ['tetris'] },
			'theme=food&q=bread&sort=checked&page=3&c=tetris',
		],
	])('%s', (_description, changes, query) => {
		expect(formatView(viewWith(changes))).toBe(query);
	});
});

/** Views as readers make them, with words of all kinds. */
function randomViews(count: number, seed: number): View[] {
	const { below, share, oneOf, someOf } = randomFrom(seed);
	const pieces = [
		'bread',
		'Łódź',
		'L’économie',
		'a,b',
		'100%',
		'&',
		'=',
		'?',
		'#',
		'+',
		'%2C',
		'<script>',
		'"',
		'🌱',
		'ß',
		'\\',
	];
	return Array.from({ length: count }, () => ({
		choices: Object.fromEntries(
			someOf([...known.keys()], below(4)).map((facet) => [
				facet,
				someOf([...(known.get(facet) ?? [])], 1 + below(3)).sort(),
			]),
		),
		words: share() < 0.5 ? '' : Array.from({ length: 1 + below(12) }, () => oneOf(pieces)).join(' '),
		sort: oneOf(['name', 'newest', 'checked'] as const),
		page: share() < 0.5 ? 1 : 1 + below(999_999),
		chosen: Array.from({ length: share() < 0.5 ? 0 : below(41) }, (_, index) => `cluster-${index}`),
	}));
}

test('200 random views come back from their addresses', () => {
	const views = randomViews(200, 12);
	expect(views.map((view) => readView(formatView(view), known))).toEqual(
		views.map((view) => ({ view, misunderstood: [] })),
	);
});

test.each<[description: string, changes: Partial<View>, answer: boolean]>([
	['the list as it is', {}, false],
	['another page of it', { page: 2 }, false],
	['chosen profiles', { chosen: ['tetris'] }, false],
	['a facet without values', { choices: { theme: [] } }, false],
	['a value', { choices: { theme: ['food'] } }, true],
	['words', { words: 'bread' }, true],
	['another order', { sort: 'newest' }, true],
])('whether a view shows something else than the list as it is built: %s', (_description, changes, answer) => {
	expect(isFiltered(viewWith(changes))).toBe(answer);
});

describe('groups of values', () => {
	const groups: Groups = new Map([
		[
			'country',
			new Map([
				['alps', ['AT', 'FR']],
				['all', ['AT', 'FR', 'GB']],
				['alone', ['GB']],
			]),
		],
	]);
	const ofCountries = (...country: string[]) => viewWith({ choices: { country } });

	test.each<[query: string, countries: string[]]>([
		['?country=alps', ['AT', 'FR']],
		['?country=ALPS', ['AT', 'FR']],
		['?country=alps,gb', ['AT', 'FR', 'GB']],
		['?country=fr&country=alps', ['FR', 'AT']],
		['?country=alone', ['GB']],
	])('%s stands for their values', (query, countries) => {
		expect(readView(query, known, groups)).toEqual({ view: ofCountries(...countries), misunderstood: [] });
	});

	test.each<[countries: string[], query: string]>([
		[['AT', 'FR'], 'country=alps'],
		[['FR', 'AT', 'GB'], 'country=all'],
		[['AT'], 'country=AT'],
		[['GB'], 'country=GB'],
		[['AT', 'GB'], 'country=AT&country=GB'],
	])('%j has the shortest address', (countries, query) => {
		expect(formatView(ofCountries(...countries), groups)).toBe(query);
	});

	test('a group of another facet is not understood', () => {
		expect(readView('?theme=alps', known, groups).misunderstood).toEqual(['theme=alps']);
	});
});
