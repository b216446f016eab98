import { describe, expect, test } from 'vitest';
import { ContentError, formatProblem, type Problem } from '../../src/files/problem.ts';

const rule = 'is not a web address';
const mend = 'Write the full address, starting with https://.';

const rows: [description: string, problem: Problem, text: string][] = [
	[
		'with everything that is known',
		{
			file: 'clusters/one.md',
			lineNumber: 7,
			field: 'sources[0].url',
			label: 'Sources › Address',
			value: 'x',
			rule,
			mend,
		},
		'clusters/one.md:7\n  Sources › Address (sources[0].url) "x" is not a web address.\n  → Write the full address, starting with https://.',
	],
	[
		'without a line',
		{ file: 'clusters/one.md', field: 'website', label: 'Website', value: 'x', rule, mend },
		'clusters/one.md\n  Website (website) "x" is not a web address.\n  → Write the full address, starting with https://.',
	],
	[
		'without a label',
		{ file: 'clusters/one.md', field: 'website', value: 'x', rule, mend },
		'clusters/one.md\n  website "x" is not a web address.\n  → Write the full address, starting with https://.',
	],
	[
		'without a value',
		{ file: 'clusters/one.md', field: 'website', label: 'Website', rule, mend },
		'clusters/one.md\n  Website (website) is not a web address.\n  → Write the full address, starting with https://.',
	],
	[
		'about a whole file',
		{ file: 'notes.txt', rule: 'Nobody knows this folder or file', mend: 'Remove it.' },
		'notes.txt\n  Nobody knows this folder or file.\n  → Remove it.',
	],
];

test.each(rows)('a problem %s reads well', (_description, problem, text) => {
	expect(formatProblem(problem)).toBe(text);
});

describe('a value in a problem', () => {
	const shown = (value: unknown) => formatProblem({ file: 'f', field: 'x', value, rule: 'is wrong', mend: 'Mend it.' });

	test('is shown as a number if it is one', () => {
		expect(shown(7)).toBe('f\n  x 7 is wrong.\n  → Mend it.');
	});

	test('is shown whole up to 60 characters', () => {
		expect(shown('x'.repeat(58))).toBe(`f\n  x "${'x'.repeat(58)}" is wrong.\n  → Mend it.`);
	});

	test('is cut after 60 characters', () => {
		expect(shown('x'.repeat(59))).toBe(`f\n  x "${'x'.repeat(59)}… is wrong.\n  → Mend it.`);
	});

	test('stays on one line', () => {
		expect(shown('a\nb')).toBe(String.raw`f
  x "a\nb" is wrong.
  → Mend it.`);
	});
});

describe('the error that stops a build', () => {
	const one = { file: 'one.md', rule: 'The file is no profile', mend: 'Remove it.' };
	const two = { file: 'two.md', rule: 'The file is no profile', mend: 'Rename it.' };

	test('counts a single problem', () => {
		expect(new ContentError([one]).message).toBe(
			'1 problem in the content:\n\none.md\n  The file is no profile.\n  → Remove it.\n',
		);
	});

	test('tells every problem', () => {
		expect(new ContentError([one, two]).message).toBe(
			'2 problems in the content:\n\none.md\n  The file is no profile.\n  → Remove it.\n\ntwo.md\n  The file is no profile.\n  → Rename it.\n',
		);
	});
});
