import { describe, expect, test } from 'vitest';
import { addDays, addMonths, knownDate, lastDayDone, siteToday } from '../../src/formats/brussels-days.ts';

const noon = new Date('2026-11-24T12:00:00Z');

describe('the day in SITE_TODAY', () => {
	test.each(['2027-03-31', '2028-02-29', '1999-12-31'])('counts if it is a day: %s', (day) => {
		expect(siteToday({ SITE_TODAY: day }, noon)).toBe(day);
	});

	test.each([
		'2027-02-30',
		'2027-02-29',
		'2027-13-01',
		'2027-00-10',
		'2027-3-31',
		'31.03.2027',
		'2027-03',
		'2027-03-31T00:00:00Z',
		' 2027-03-31',
		'tomorrow',
	])('stops the build if it is none: %s', (day) => {
		expect(() => siteToday({ SITE_TODAY: day }, noon)).toThrow(
			`SITE_TODAY is “${day}”, which is not a day. Write it as year-month-day: SITE_TODAY=2027-03-31.`,
		);
	});

	test('does not count if it is empty', () => {
		expect(siteToday({ SITE_TODAY: '' }, noon)).toBe('2026-11-24');
	});
});

describe('without SITE_TODAY the day is that of Brussels', () => {
	test.each([
		['in winter at 23:59', '2027-01-15T22:59:00Z', '2027-01-15'],
		['in winter at midnight', '2027-01-15T23:00:00Z', '2027-01-16'],
		['in winter at 23:30 of world time', '2027-01-15T23:30:00Z', '2027-01-16'],
		['in summer at 23:59', '2027-07-15T21:59:00Z', '2027-07-15'],
		['in summer at midnight', '2027-07-15T22:00:00Z', '2027-07-16'],
		['in summer at 23:30 of world time', '2027-07-15T23:30:00Z', '2027-07-16'],
		['at the start of the day that summer time begins', '2027-03-27T23:00:00Z', '2027-03-28'],
		['at the end of the day that summer time begins', '2027-03-28T21:59:00Z', '2027-03-28'],
		['after the day that summer time begins', '2027-03-28T22:00:00Z', '2027-03-29'],
		['before the day that summer time ends', '2027-10-30T21:59:00Z', '2027-10-30'],
		['at the start of the day that summer time ends', '2027-10-30T22:00:00Z', '2027-10-31'],
		['at the end of the day that summer time ends', '2027-10-31T22:59:00Z', '2027-10-31'],
		['after the day that summer time ends', '2027-10-31T23:00:00Z', '2027-11-01'],
		['at New Year', '2026-12-31T23:00:00Z', '2027-01-01'],
		['on February 29', '2028-02-28T23:00:00Z', '2028-02-29'],
	])('%s', (_description, moment, day) => {
		expect(siteToday({}, new Date(moment))).toBe(day);
	});
});

test.each([
	['2027-03-31', 1, '2027-04-01'],
	['2027-02-28', 1, '2027-03-01'],
	['2028-02-28', 1, '2028-02-29'],
	['2026-12-31', 1, '2027-01-01'],
	['2027-01-01', -1, '2026-12-31'],
	['2027-03-27', 1, '2027-03-28'],
	['2027-03-28', 1, '2027-03-29'],
	['2027-10-31', 1, '2027-11-01'],
	['2026-11-24', 400, '2027-12-29'],
	['2026-11-24', 0, '2026-11-24'],
])('%s and %i days is %s', (day, days, result) => {
	expect(addDays(day, days)).toBe(result);
});

test.each([
	['2026-11-24', 0, '2026-11-24'],
	['2026-11-24', 1, '2026-12-24'],
	['2026-11-24', 2, '2027-01-24'],
	['2026-11-24', 12, '2027-11-24'],
	['2026-11-24', 15, '2028-02-24'],
	['2026-12-31', 1, '2027-01-31'],
	['2026-11-30', 3, '2027-02-28'],
	['2027-11-30', 3, '2028-02-29'],
	['2027-01-31', 1, '2027-02-28'],
	['2027-01-29', 1, '2027-02-28'],
	['2028-01-31', 1, '2028-02-29'],
	['2028-02-29', 12, '2029-02-28'],
	['2028-02-29', 48, '2032-02-29'],
	['2027-02-28', 12, '2028-02-28'],
	['2027-03-31', 1, '2027-04-30'],
	['2027-05-31', 13, '2028-06-30'],
	['2027-08-31', 1, '2027-09-30'],
	['2027-07-31', 1, '2027-08-31'],
	['2027-03-31', -1, '2027-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
	expect(addMonths(day, months)).toBe(expected);
});

test('a date is shown as exactly as it is known', () => {
	expect(knownDate({ date: '2026-03-01', datePrecision: 'month' })).toBe('2026-03');
	expect(knownDate({ date: '2026-03-01', datePrecision: 'day' })).toBe('2026-03-01');
});

test.each([
	['2026-11-24', '2026-11-26'],
	['2026-12-24', '2026-12-24'],
])('of a site built for %s, what was done by %s is not ahead', (SITE_TODAY, last) => {
	expect(lastDayDone({ SITE_TODAY }, new Date('2026-11-26T12:00:00Z'))).toBe(last);
});
