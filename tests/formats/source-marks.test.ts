import { expect, test } from 'vitest';
import { sourceMarks, withMarks } from '../../src/formats/source-marks.ts';

const first = '<a href="#source-1" aria-label="Source 1">1</a>';
const third = '<a href="#source-3" aria-label="Source 3">3</a>';

test.each([
	['sources, each a link', [1, 3], false, `<sup class="marks">${first} ${third}</sup>`],
	['sources before our reading', [1], true, `<sup class="marks">${first}</sup>`],
	['our reading, where no source says it alone', [], true, '<sup class="marks star">*</sup>'],
	['nothing, where a fact speaks for itself', [], false, ''],
])('marks are %s', (_what, numbers, isOurReading, html) => {
	expect(sourceMarks(numbers, isOurReading)).toBe(html);
});

test.each([
	['at the end of the last paragraph', '<p>One.</p>\n<p>Two.</p>\n', '<p>One.</p>\n<p>Two.X</p>'],
	['below a list', '<ul><li>One</li></ul>', '<ul><li>One</li></ul><p>X</p>'],
	['nowhere, where there is no text', '', ''],
])('marks of a text stand %s', (_where, html, marked) => {
	expect(withMarks(html, 'X')).toBe(marked);
});
