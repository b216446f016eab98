import { describe, expect, test } from 'vitest';
import { mandatesOf, stripOf, yearsOf } from '../../src/model/geces-strip.ts';
import { entryOf, type Fields } from '../entries.ts';

test.each<[date: string, years: number]>([
	['2016', 2016.5],
	['2016-01-01', 2016],
	['2016-07', 2016 + 6.5 / 12],
	['2016-07-01', 2016.5],
])('%s is %d in years', (date, years) => {
	expect(yearsOf(date)).toBeCloseTo(years, 5);
});

test('no day of a year lies in another', () => {
	expect(yearsOf('2016-12-31')).toBeLessThan(2017);
});

const settings = entryOf('site').data;
const member = (mandate: string | undefined, name = 'An organisation') =>
	entryOf('organisations', { mandate, name }, `${name} ${mandate ?? ''}`);

test('mandates are those that members state, without what lies within another, and say whether the publisher sat', () => {
	const organisations = [
		member('2018–2024', settings.publisher),
		member('2015–2017'),
		member('2012–2017'),
		member('from October 2024'),
		member('for some years'),
		member(undefined),
	];
	expect(mandatesOf({ organisations, settings })).toEqual([
		{ label: '2012–2017', from: 2012, to: 2018, isOurs: false },
		{ label: '2018–2024', from: 2018, to: 2025, isOurs: true },
		{ label: 'from October 2024', from: 2024.75, to: Infinity, isOurs: false },
	]);
});

describe('the strip', () => {
	const step = (date: string, fields: Fields = {}) => entryOf('milestones', { date, ...fields }, date);
	const site = {
		milestones: [step('2011-01-01'), step('2016-01-01', { lane: 'clusters' }), step('2030-01-01')],
		meetings: [
			entryOf('meetings', { date: '2019-03-07', group: 'clusters' }, 'm'),
			entryOf('meetings', { date: '2027-01-01' }, 'later'),
		],
		updates: [],
		organisations: [member('2018–2024'), member('from October 2024')],
		settings,
		today: '2021-01-01',
	};

	test('is none while there is no step', () => {
		expect(stripOf({ ...site, milestones: [] })).toBeUndefined();
	});

	test('shows what has come, each in its lane and in the order of days', () => {
		const strip = stripOf(site);
		expect(strip?.lanes.map(({ label, marks }) => [label, marks.map(({ address }) => address)])).toEqual([
			['EU policy', ['/geces/timeline/#step-2011-01-01']],
			['Expert group', []],
			['Clusters', ['/geces/timeline/#step-2016-01-01', '/geces/meetings/m/']],
		]);
		expect(strip?.first).toBe(2011);
	});

	test('keeps every mark and mandate on its line', () => {
		const strip = stripOf(site);
		const xs = strip?.lanes.flatMap(({ marks }) => marks.map(({ x }) => x)) ?? [];
		expect(Math.min(...xs)).toBeGreaterThanOrEqual(110);
		expect(Math.max(...xs)).toBeLessThanOrEqual(1180);
		for (const { from, to } of strip?.mandates ?? []) expect(to).toBeLessThanOrEqual(1180 + (from - from));
	});
});
