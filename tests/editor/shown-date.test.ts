import { expect, test } from 'vitest';
import { shownDate } from '../../src/editor/shown-date.ts';

test.each([
	['2026-11-26', '26 November 2026'],
	['2026-11', 'November 2026'],
	['2026', '2026'],
	['2026-13-45', '2026-13-45'],
	['soon', 'soon'],
	[undefined, ''],
])('in a line of a list %s is shown as “%s”', (value, shown) => {
	expect(shownDate(value)).toBe(shown);
});
