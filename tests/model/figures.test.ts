import { describe, expect, test } from 'vitest';
import {
	basisOf,
	byCountry,
	byFiveYears,
	byFounding,
	byKind,
	byMemberKind,
	byMembers,
	byServices,
	byTheme,
	countSources,
	figuresOf,
	firstYearShown,
	foundings,
	tableOf,
	totalOf,
	type Figure,
} from '../../src/model/figures.ts';
import { entryOf, type Fields } from '../entries.ts';

const profiles = (...rows: Fields[]) =>
	rows.map((fields, index) => entryOf('clusters', fields, `profile-${index + 1}`));
const times = (count: number, fields: Fields): Fields[] => Array.from({ length: count }, () => fields);
const counts = (figure: Pick<Figure, 'rows'> | undefined) =>
	figure?.rows.map((row) => [row.label, row.clusters, row.related]);

test('without profiles there is no figure', () => {
	expect(figuresOf([])).toEqual([]);
});

test('of profiles that state nothing there are the figures of what each must have', () => {
	expect(figuresOf(profiles({}, {})).map(({ id }) => id)).toEqual(['country', 'theme', 'kind']);
});

describe('by country', () => {
	test('clusters and related structures are counted apart, the most first', () => {
		const figure = byCountry(
			profiles({ country: 'GR' }, { country: 'FR' }, { country: 'FR', kind: 'other' }, { country: 'AT' }),
		);
		expect(counts(figure)).toEqual([
			['France', 1, 1],
			['Austria', 1, 0],
			['Greece', 1, 0],
		]);
		expect(figure.rows[0]?.address).toBe('/clusters/country/fr/');
	});

	test.each<[title: string, rows: Fields[]]>([
		[
			'One in four is in France',
			[
				...times(3, { country: 'FR' }),
				...times(1, { country: 'BE' }),
				...['AT', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES'].map((country) => ({ country })),
			],
		],
		['All are in the Netherlands', times(2, { country: 'NL' })],
		[
			'France and the United Kingdom have the most profiles, 2 each',
			[...times(2, { country: 'FR' }), ...times(2, { country: 'GB' }), { country: 'AT' }],
		],
		['No country has more than 1 profile', ['AT', 'BG', 'CY', 'CZ'].map((country) => ({ country }))],
	])('the title is “%s”', (title, rows) => {
		expect(byCountry(profiles(...rows)).title).toBe(title);
	});
});

test('by theme: the title tells how many have several', () => {
	const figure = byTheme(profiles(...times(3, { themes: ['food', 'care'] }), ...times(7, { themes: ['food'] })));
	expect(figure.title).toBe('Three in ten work in several fields');
	expect(counts(figure)).toEqual([
		['Food and farming', 10, 0],
		['Health and care', 3, 0],
	]);
});

test.each<[title: string, rows: Fields[]]>([
	['All are clusters', times(3, {})],
	['One in five is a related structure', [...times(8, {}), ...times(2, { kind: 'other' })]],
	['Two in five are related structures', [...times(6, {}), ...times(4, { kind: 'other' })]],
])('by kind: “%s”', (title, rows) => {
	expect(byKind(profiles(...rows)).title).toBe(title);
});

describe('by year', () => {
	const rows = profiles(
		...times(6, { founded: 2013 }),
		...times(2, { founded: 2001 }),
		{ founded: 1949, kind: 'other' },
		{ founded: 2020 },
		{},
	);
	const founded = foundings(rows);

	test('the title names the ten years in which most began', () => {
		const figure = byFounding(rows);
		expect(figure?.title).toBe('Three in five began between 2010 and 2019');
		expect(counts(figure)).toEqual([
			['1949', 0, 1],
			['2001', 2, 0],
			['2013', 6, 0],
			['2020', 1, 0],
		]);
		expect(figure && basisOf(figure)).toBe('10 of 11 profiles state it');
	});

	test('five years stand together, and what is older is one line', () => {
		expect(firstYearShown(founded)).toBe(1980);
		expect(counts({ rows: byFiveYears(founded, 2000) })).toEqual([
			['before 2000', 0, 1],
			['2000–04', 2, 0],
			['2005–09', 0, 0],
			['2010–14', 6, 0],
			['2015–19', 0, 0],
			['2020–24', 1, 0],
		]);
	});

	test('none is shown where no profile states it', () => {
		expect(byFounding(profiles({}))).toBeUndefined();
	});
});

describe('by members', () => {
	const sized = (...totals: number[]) =>
		profiles(...totals.map((total) => ({ members: { total, asOf: 'undated' } })), {});

	test.each<[title: string, totals: number[]]>([
		['Half have fewer than 25 members', [4, 24, 25, 900]],
		['More than half have fewer than 50 members', [4, 25, 30]],
		['More than half have fewer than 25 members', [12, 12, 12, 900]],
		['More than half have fewer than 10 members', [1]],
		['More than half have 250 members or more', [300, 900]],
	])('the title is “%s” for %j', (title, totals) => {
		expect(byMembers(sized(...totals))?.title).toBe(title);
	});

	test('every number stands in one line', () => {
		const figure = byMembers(sized(1, 9, 10, 24, 25, 49, 50, 99, 100, 249, 250, 1_000_000));
		expect(figure?.rows.map(totalOf)).toEqual([2, 2, 2, 2, 2, 2]);
		expect(figure?.stated).toBe(12);
	});
});

test('by who takes part: the share is of those who state it', () => {
	const withKinds = (...kinds: string[]): Fields => ({ members: { kinds } });
	const figure = byMemberKind(
		profiles(...times(5, withKinds('companies', 'public-authorities')), ...times(10, withKinds('companies')), {}),
	);
	expect(figure?.title).toBe('Public authorities take part in one in three');
	expect(counts(figure)).toEqual([
		['Companies', 15, 0],
		['Public authorities', 5, 0],
	]);
});

test('services together: the pair that most offer makes the title, and its profiles are counted once', () => {
	const figure = byServices(
		profiles(
			...times(6, { services: ['training', 'finance'] }),
			...times(3, { services: ['training', 'advocacy'], kind: 'other' }),
			{ services: ['finance'] },
			{},
		),
	);
	expect(figure?.title).toBe('Three in five offer training and finance');
	expect(figure?.services.map(({ id, count }) => [id, count])).toEqual([
		['training', 9],
		['finance', 7],
		['advocacy', 3],
	]);
	expect(figure?.pairs.map((row) => [row.label, totalOf(row)])).toEqual([
		['Training + finance', 6],
		['Training + advocacy', 3],
	]);
	expect(byServices(profiles({ services: ['training'] }))).toBeUndefined();
});

test('a table has its head, and each line its sum', () => {
	expect(tableOf({ unit: 'Year', rows: [{ label: '2013', clusters: 6, related: 2 }] })).toEqual([
		['Year', 'Clusters', 'Related structures', 'Both'],
		['2013', '6', '2', '8'],
	]);
});

test('a page that supports several profiles is one source', () => {
	expect(countSources(profiles({}, {}))).toBe(1);
});
