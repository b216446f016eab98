import { expect, test } from 'vitest';
import { checkOn, type CheckState } from '../../src/model/check-state.ts';

const settings = { checkFreshMonths: 12, checkDueMonths: 15 };

test.each<[checked: string, today: string, state: CheckState]>([
	['2026-11-24', '2026-11-24', 'fresh'],
	['2026-11-24', '2027-11-23', 'fresh'],
	['2026-11-24', '2027-11-24', 'due'],
	['2026-11-24', '2027-11-25', 'due'],
	['2026-11-24', '2028-02-23', 'due'],
	['2026-11-24', '2028-02-24', 'overdue'],
	['2026-11-24', '2028-02-25', 'overdue'],
	['2028-02-29', '2029-02-27', 'fresh'],
	['2028-02-29', '2029-02-28', 'due'],
	['2028-02-29', '2029-05-28', 'due'],
	['2028-02-29', '2029-05-29', 'overdue'],
	['2026-11-30', '2028-02-28', 'due'],
	['2026-11-30', '2028-02-29', 'overdue'],
	['2026-08-31', '2027-08-30', 'fresh'],
	['2026-08-31', '2027-08-31', 'due'],
	['2026-08-31', '2027-11-29', 'due'],
	['2026-08-31', '2027-11-30', 'overdue'],
])('a check of %s is on %s: %s', (checked, today, state) => {
	expect(checkOn(checked, settings, today).state).toBe(state);
});

test('the next check is due on the same day a year later', () => {
	expect(checkOn('2026-11-24', settings, '2026-12-01').nextBy).toBe('2027-11-24');
});

test('the months of the settings count', () => {
	expect(checkOn('2026-11-24', { checkFreshMonths: 1, checkDueMonths: 2 }, '2027-01-24')).toEqual({
		state: 'overdue',
		nextBy: '2026-12-24',
	});
});
