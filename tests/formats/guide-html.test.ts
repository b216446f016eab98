import { expect, test } from 'vitest';
import { headingsIn, withTidyTables } from '../../src/formats/guide-html.ts';
import { renderMarkdown } from '../../src/formats/markdown.ts';

const htmlOf = (text: string) => renderMarkdown(text, () => undefined).html;

test('the headings of a text lead to its parts', () => {
	expect(headingsIn(htmlOf('## Rent & *wages*\n\nText\n\n### Smaller\n\n## Later'))).toEqual([
		{ id: 's-rent-wages', words: 'Rent &amp; wages' },
		{ id: 's-later', words: 'Later' },
	]);
});

test.each([
	['a date stays on one line', '30 June 2027', '30\u00a0June\u00a02027'],
	['an empty cell has a dash', '', '–'],
	['words stay as they are', 'In 2019', 'In 2019'],
])('in tables %s', (_, cell, shown) => {
	expect(withTidyTables(htmlOf(`| A | B |\n|---|---|\n| x | ${cell} |`))).toContain(`<td>${shown}</td>`);
});
