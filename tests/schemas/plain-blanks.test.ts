import { expect, test } from 'vitest';
import { withPlainBlanks } from '../../src/schemas/plain-blanks.ts';

test.each([
	['a line end of slides (U+000B)', 'A\vhub', 'A hub'],
	['a page end (U+000C)', 'A\fhub', 'A hub'],
	['a line end of mainframes (U+0085)', 'A\u0085hub', 'A hub'],
	['a line separator (U+2028)', 'A\u2028hub', 'A hub'],
	['a paragraph separator (U+2029)', 'A\u2029hub', 'A hub'],
	['several of them, each for itself', 'A\u2028\vhub\f', 'A  hub '],
	['a line break, which stays', 'A\nhub\r\n', 'A\nhub\r\n'],
	['a tab, which stays', 'A\thub', 'A\thub'],
	['a blank that does not break, which stays', 'A\u00a0hub', 'A\u00a0hub'],
	['nothing', '', ''],
])('a blank stands for %s', (_description, text, plain) => {
	expect(withPlainBlanks(text)).toBe(plain);
});
