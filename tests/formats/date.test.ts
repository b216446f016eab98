import { describe, expect, test } from 'vitest';
import { formatDate, formatDeadline, formatRange } from '../../src/formats/date.ts';

test.each([
	['2027-03-31', '31 March 2027'],
	['2027-03-01', '1 March 2027'],
	['2028-02-29', '29 February 2028'],
	['2026-12-31', '31 December 2026'],
	['2027-01-01', '1 January 2027'],
	['2027-03', 'March 2027'],
	['2027-12', 'December 2027'],
	['2027', '2027'],
])('the date %s reads: %s', (date, text) => {
	expect(formatDate(date)).toBe(text);
});

describe('a range of days', () => {
	test('names month and year once', () => {
		expect(formatRange('2019-05-15', '2019-05-16')).toBe('15–16 May 2019');
	});

	test('of one day is that day', () => {
		expect(formatRange('2019-05-15', '2019-05-15')).toBe('15 May 2019');
	});
});

describe('the last moment of a day in Brussels', () => {
	test.each([
		['in winter', '2027-01-15', '15 January 2027, 23:59 Brussels time (CET)'],
		['in summer', '2027-07-15', '15 July 2027, 23:59 Brussels time (CEST)'],
		['the day before summer time begins', '2027-03-27', '27 March 2027, 23:59 Brussels time (CET)'],
		['the day that summer time begins', '2027-03-28', '28 March 2027, 23:59 Brussels time (CEST)'],
		['in the first week of summer time', '2027-03-31', '31 March 2027, 23:59 Brussels time (CEST)'],
		['the day after summer time begins', '2027-03-29', '29 March 2027, 23:59 Brussels time (CEST)'],
		['the day before summer time ends', '2027-10-30', '30 October 2027, 23:59 Brussels time (CEST)'],
		['the day that summer time ends', '2027-10-31', '31 October 2027, 23:59 Brussels time (CET)'],
		['the day after summer time ends', '2027-11-01', '1 November 2027, 23:59 Brussels time (CET)'],
	])('%s', (_description, day, text) => {
		expect(formatDeadline(day)).toBe(text);
	});
});
