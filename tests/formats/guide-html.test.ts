import { expect, test } from 'vitest';
import { headingsIn, toGuideHtml } from '../../src/formats/guide-html.ts';
import { renderMarkdown } from '../../src/formats/markdown.ts';

const htmlOf = (text: string) => renderMarkdown(text, () => undefined).html;

test('the headings of a text lead to its parts', () => {
	expect(headingsIn(htmlOf('## Rent & *wages*\n\nText\n\n### Smaller\n\n## Later'))).toEqual([
		{ id: 's-rent-wages', words: 'Rent &amp; wages' },
		{ id: 's-later', words: 'Later' },
	]);
});

test.each([
	['a date stays on one line', 'On 30 June 2027', 'On 30\u00a0June\u00a02027'],
	['a month stays with its year', 'In May 2018', 'In May\u00a02018'],
	['an amount stays on one line', 'EUR 1.9 million, 85 %', 'EUR\u00a01.9\u00a0million, 85\u00a0%'],
	['words stay as they are', 'In 2019 19 cases', 'In 2019 19 cases'],
])('in the guide %s', (_, text, shown) => {
	expect(toGuideHtml(htmlOf(text))).toBe(`<p>${shown}</p>\n`);
});

test('an empty cell has a dash', () => {
	expect(toGuideHtml(htmlOf('| A | B |\n|---|---|\n| x | |'))).toContain('<td>–</td>');
});

test('a list of facts shows the name of each beside it', () => {
	expect(toGuideHtml(htmlOf('- **Closed:** 2019\n- **Who:** [Banks](/a/) and *funds*'))).toBe(
		'<dl>\n<div><dt>Closed</dt><dd>2019</dd></div>\n' +
			'<div><dt>Who</dt><dd><a href="/a/">Banks</a> and <em>funds</em></dd></div></dl>\n',
	);
});

test.each([
	'- **A charter.** Signed',
	'- **When:** 2019\n- Later',
	'- **When:** 2019\n  - In May',
	'1. **When:** 2019',
])('another list stays a list: %s', (list) => {
	expect(toGuideHtml(htmlOf(list))).toBe(htmlOf(list));
});
