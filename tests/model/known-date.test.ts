import { expect, test } from 'vitest';
import { knownDate } from '../../src/model/known-date.ts';

test('a date is shown as exactly as it is known', () => {
	expect(knownDate({ date: '2026-03-01', datePrecision: 'month' })).toBe('2026-03');
	expect(knownDate({ date: '2026-03-01', datePrecision: 'day' })).toBe('2026-03-01');
});
