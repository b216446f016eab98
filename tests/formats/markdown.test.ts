import { describe, expect, test } from 'vitest';
import { renderMarkdown, type Picture } from '../../src/formats/markdown.ts';

const pictures: Record<string, Picture> = { 'a-house.jpg': { src: '/_astro/a-house.jpg', width: 800, height: 600 } };
const render = (markdown: string) => renderMarkdown(markdown, (file) => pictures[file]);
const htmlOf = (markdown: string) => render(markdown).html;
const rulesOf = (markdown: string) => render(markdown).problems.map(({ rule }) => rule);

const idsOf = (markdown: string) => [...htmlOf(markdown).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

describe('plain Markdown', () => {
	test.each([
		['a paragraph', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>\n'],
		['emphasis', '*one* **two**', '<p><em>one</em> <strong>two</strong></p>\n'],
		['a list', '- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n'],
		['a quotation', '> one', '<blockquote>\n<p>one</p>\n</blockquote>\n'],
		['code that looks like a script', '`<script>`', '<p><code>&lt;script&gt;</code></p>\n'],
		['a plain < written as an entity', 'a &lt;b&gt; c', '<p>a &lt;b&gt; c</p>\n'],
		['nothing', '', ''],
	])('becomes HTML: %s', (_description, markdown, html) => {
		expect(render(markdown)).toEqual({ html, problems: [] });
	});
});

describe('a link', () => {
	test.each([
		['to another site', '[x](https://example.org/a?b=1#c)', 'https://example.org/a?b=1#c'],
		['to an unencrypted site', '[x](http://example.org)', 'http://example.org'],
		['to a page of this site', '[x](/clusters/)', '/clusters/'],
		['to a mailbox', '[x](mailto:info@example.org)', 'mailto:info@example.org'],
		['through a reference', '[x][a]\n\n[a]: https://example.org', 'https://example.org'],
	])('is kept: %s', (_description, markdown, href) => {
		expect(render(markdown)).toEqual({ html: `<p><a href="${href}">x</a></p>\n`, problems: [] });
	});

	test.each([
		['a script', '[x](javascript:alert(1))', 'javascript:alert(1)'],
		['a script in capitals', '[x](JaVaScRiPt:alert(1))', 'JaVaScRiPt:alert(1)'],
		['a script behind an entity', '[x](&#106;avascript:alert(1))', 'javascript:alert(1)'],
		['a script behind a tab', '[x](&#9;javascript:alert(1))', '%09javascript:alert(1)'],
		['a script through a reference', '[x][a]\n\n[a]: javascript:alert(1)', 'javascript:alert(1)'],
		['a Visual Basic script', '[x](vbscript:msgbox(1))', 'vbscript:msgbox(1)'],
		['data', '[x](data:text/html,hello)', 'data:text/html,hello'],
		['a file', '[x](file:///etc/passwd)', 'file:///etc/passwd'],
		['a site without a protocol', '[x](//evil)', '//evil'],
		['a page beside this one', '[x](another-page/)', 'another-page/'],
		['nothing', '[x]()', ''],
	])('loses its address and is reported if it leads to %s', (_description, markdown, address) => {
		expect([htmlOf(markdown), rulesOf(markdown)]).toEqual(['<p><a>x</a></p>\n', [`The text links to “${address}”`]]);
	});

	test('to a heading of the text reaches it', () => {
		const [, target] = /href="#([^"]*)"/.exec(htmlOf('## Why we ask\n\n[x](#why-we-ask)')) ?? [];
		expect(idsOf('## Why we ask')).toEqual([target]);
	});

	test('cannot leave the site with a backslash', () => {
		expect(htmlOf(String.raw`[x](/\evil)`)).toBe('<p><a href="/%5Cevil">x</a></p>\n');
	});

	test('cannot break out of its attribute', () => {
		expect(htmlOf('[x](https://example.org/"onclick="alert)')).toBe(
			'<p><a href="https://example.org/%22onclick=%22alert">x</a></p>\n',
		);
	});
});

describe('raw HTML is left out and reported:', () => {
	test.each([
		['a script', '<script>alert(1)</script>', '', ['The text has raw HTML: <script>alert(1)</script>']],
		[
			'a script inside a sentence',
			'one <script>alert(1)</script> two',
			'<p>one alert(1) two</p>\n',
			['The text has raw HTML: <script>', 'The text has raw HTML: </script>'],
		],
		[
			'an element with onclick',
			'one <b onclick="alert(1)">two</b>',
			'<p>one two</p>\n',
			['The text has raw HTML: <b onclick="alert(1)">', 'The text has raw HTML: </b>'],
		],
		[
			'a picture with onerror',
			'<img src=x onerror=alert(1)>',
			'',
			['The text has raw HTML: <img src=x onerror=alert(1)>'],
		],
		['a frame', '<iframe src="//evil"></iframe>', '', ['The text has raw HTML: <iframe src="//evil"></iframe>']],
		['a style', '<style>p { color: red }</style>', '', ['The text has raw HTML: <style>p { color: red }</style>']],
		['an attribute style', '<p style="color: red">x</p>', '', ['The text has raw HTML: <p style="color: red">x</p>']],
		['a form', '<form action="//evil">', '', ['The text has raw HTML: <form action="//evil">']],
		['a comment', '<!-- a note -->', '', ['The text has raw HTML: <!-- a note -->']],
		[
			'HTML in a cell of a table',
			'| a |\n|---|\n| <b>x</b> |',
			'<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n</tr>\n</tbody>\n</table></div>\n',
			['The text has raw HTML: <b>', 'The text has raw HTML: </b>'],
		],
	])('%s', (_description, markdown, html, rules) => {
		expect([htmlOf(markdown), rulesOf(markdown)]).toEqual([html, rules]);
	});

	test('a half element stays text', () => {
		expect(htmlOf('<svg/onload=alert(1)>')).toBe('<p>&lt;svg/onload=alert(1)&gt;</p>\n');
	});

	test('a long one is cut in the message', () => {
		expect(rulesOf(`<div>${'x'.repeat(100)}</div>`)).toEqual([`The text has raw HTML: <div>${'x'.repeat(55)}`]);
	});
});

describe('a picture', () => {
	test('of content/assets/ is shown with its size', () => {
		expect(render('![A house](../assets/a-house.jpg)')).toEqual({
			html: '<p><img src="/_astro/a-house.jpg" alt="A house" width="800" height="600" loading="lazy"></p>\n',
			problems: [],
		});
	});

	test('that there is in several widths lets the browser choose', () => {
		const srcset = '/small.webp 480w, /large.webp 960w';
		const large = { src: '/large.webp', srcset, width: 960, height: 720 };
		expect(renderMarkdown('![A house](../assets/a-house.jpg)', () => large).html).toBe(
			'<p><img src="/large.webp" alt="A house" srcset="/small.webp 480w, /large.webp 960w" width="960" height="720" sizes="(min-width: 40rem) 38rem, 100vw" loading="lazy"></p>\n',
		);
	});

	test.each([
		'https://example.org/a-house.jpg',
		'//example.org/a-house.jpg',
		'data:image/png;base64,AAAA',
		'/a-house.jpg',
		'a-house.jpg',
		'../assets/another.jpg',
		'../../a-house.jpg',
		'../assets/../a-house.jpg',
		'../assets/a-house.svg',
	])('from elsewhere is left out and reported: %s', (address) => {
		expect([htmlOf(`![A house](${address})`), rulesOf(`![A house](${address})`)]).toEqual([
			'<p></p>\n',
			[`The text shows a picture that is not in content/assets/: ${address}`],
		]);
	});

	test('without a description is reported', () => {
		expect(rulesOf('![](../assets/a-house.jpg)')).toEqual(['The picture ../assets/a-house.jpg has no description']);
	});

	test('cannot break out of its description', () => {
		expect(htmlOf('![a" onerror="alert(1)](../assets/a-house.jpg)')).toContain('alt="a&quot; onerror=&quot;alert(1)"');
	});
});

describe('a table', () => {
	const html = htmlOf('| Name | Members |\n|:-----|--------:|\n| One  |       8 |');

	test('has no attribute style, which the policy blocks', () => {
		expect(html).not.toContain('style');
	});

	test('has its numbers at the end of the cell', () => {
		expect(html).toContain('<td class="end">8</td>');
	});

	test('has the heading of its numbers at the end of the cell', () => {
		expect(html).toContain('<th class="end">Members</th>');
	});

	test('has its words at the start of the cell', () => {
		expect(html).toContain('<td>One</td>');
	});

	test('is told from the next one', () => {
		const two = '| a |\n|---|\n\n| b |\n|---|';
		expect(htmlOf(two).match(/aria-label="[^"]*"/g)).toEqual(['aria-label="Table 1"', 'aria-label="Table 2"']);
	});

	test('of three columns or more names the column of each value, and of two does not', () => {
		const three = '| Where | How much | When |\n|---|--:|---|\n| Here | 2 | Now |\n| There | 3 | |';
		expect(htmlOf(three)).toContain('<div class="scroll in-rows"');
		expect(htmlOf(three).match(/<td[^>]*>[^<]*/g)).toEqual([
			'<td>Here',
			'<td class="end" data-label="How much">2',
			'<td data-label="When">Now',
			'<td>There',
			'<td class="end" data-label="How much">3',
			'<td data-label="When">',
		]);
		expect(htmlOf('| Where | When |\n|---|---|\n| Here | Now |')).not.toMatch(/in-rows|data-label/);
	});

	test('lies in a box that scrolls and that a keyboard reaches', () => {
		expect(html).toMatch(/^<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table>/);
	});
});

describe('a heading', () => {
	test.each([
		['of the second level', '## Why we ask', '<h2 id="s-why-we-ask">Why we ask</h2>\n'],
		['of the third level', '### What happens', '<h3 id="s-what-happens">What happens</h3>\n'],
		['of the fourth level', '#### Details', '<h4 id="s-details">Details</h4>\n'],
		['with punctuation', '## “Who”, and why?', '<h2 id="s-who-and-why">“Who”, and why?</h2>\n'],
		['with emphasis', '## A *new* one', '<h2 id="s-a-new-one">A <em>new</em> one</h2>\n'],
		['with accents', '## Café in Liège', '<h2 id="s-cafe-in-liege">Café in Liège</h2>\n'],
	])('has an id to link to: %s', (_description, markdown, html) => {
		expect(render(markdown)).toEqual({ html, problems: [] });
	});

	test('with the same words as another has an id of its own', () => {
		expect(idsOf('## Sources\n\n## Sources')).toEqual(['s-sources', 's-sources-2']);
	});

	test('never has the id of another, whatever its words', () => {
		expect(new Set(idsOf('## Sources\n\n## Sources\n\n## Sources 2')).size).toBe(3);
	});

	test('in another script has an id that is not empty', () => {
		expect(idsOf('## Ελλάδα')).not.toContain('');
	});

	test('of the first level is reported', () => {
		expect(rulesOf('# A title')).toEqual(['The text has a heading of the first level']);
	});

	test('of the first level, underlined, is reported', () => {
		expect(rulesOf('A title\n=======')).toEqual(['The text has a heading of the first level']);
	});
});

test('a list of tasks is reported for each of them', () => {
	expect(rulesOf('- [ ] one\n- [x] two')).toEqual(['The text has a list of tasks', 'The text has a list of tasks']);
});

test('a list of tasks shows no boxes', () => {
	expect(htmlOf('- [ ] one')).not.toContain('<input');
});

test('every problem of a text is reported, in its order', () => {
	expect(rulesOf('# One\n\n<b>\n\n[x](//evil)')).toEqual([
		'The text has a heading of the first level',
		'The text has raw HTML: <b>',
		'The text links to “//evil”',
	]);
});
