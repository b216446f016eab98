import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { AllSelection, TextSelection, type EditorState } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { depthOf, insertPasted } from '../../../src/editor/text/insert-pasted.ts';
import { readPasted, withoutStyles } from '../../../src/editor/text/paste.ts';
import { readText } from '../../../src/editor/text/from-markdown.ts';
import { textState } from '../../../src/editor/text/text-state.ts';
import { TextWriter } from '../../../src/editor/text/to-markdown.ts';
import { htmlOf, rulesOf, textRules } from './rules.ts';

const PASTES = new URL('../../corpus/pastes/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, PASTES), 'utf8');
const pastes = readdirSync(PASTES)
	.filter((name) => name.endsWith('.html'))
	.map((name) => name.replace('.html', ''));

const surroundings = { origins: ['http://localhost:4481'], hasKept: () => false };

/** Reads the HTML of a clipboard as a browser does. */
const pasted = (html: string, depth = 0) =>
	readPasted(parseHTML(serialize(parse(withoutStyles(html)))).document, surroundings, depth);

/** A field with a text in which the caret is where it says ‸, or in which all is selected. */
function fieldAt(text: string): EditorState {
	const { doc } = readText(text, textRules.parse);
	const state = textState(doc);
	if (!text.includes('‸')) return state.apply(state.tr.setSelection(new AllSelection(doc)));
	let at = 1;
	doc.descendants((node, position) => {
		if (node.text?.includes('‸')) at = position + node.text.indexOf('‸');
	});
	const tr = text === '‸' ? state.tr.delete(1, 2) : state.tr.delete(at, at + 1);
	return state.apply(tr.setSelection(TextSelection.create(tr.doc, at)));
}

/** The text of a field after a paste. */
function paste(text: string, html: string): string {
	const state = fieldAt(text);
	const { blocks } = pasted(html, depthOf(state));
	const { doc } = state.apply(insertPasted(state, blocks));
	doc.check();
	return new TextWriter(textRules).write(doc, readText(text.replace('‸', ''), textRules.parse)) ?? 'nothing';
}

/** Nobody sees which of two marks lies in the other. */
const sorted = (html: string) =>
	html.replaceAll(/<em><strong>([^<]*)<\/strong><\/em>/g, '<strong><em>$1</em></strong>');

const lettersOf = (html: string) => html.replaceAll(/<[^>]*>|&#?\w+;/g, ' ').replaceAll(/[^\p{L}\p{N}]/gu, '');

const places: [place: string, text: string][] = [
	['an empty text', '‸'],
	['a paragraph', 'One\n\nbefore ‸ after\n\nTwo'],
	['an item', '- one\n- before ‸ after\n- two'],
	['a nested item', '1. one\n   - before ‸ after\n2. two'],
	['a heading', '## before ‸ after'],
	['a quotation', '> before ‸ after'],
	['a cell', '| a | b |\n| --- | --- |\n| c | before ‸ after |'],
	['bold words', 'a **before ‸ after** b'],
	['a link', 'a [before ‸ after](/clusters/) b'],
	['all', 'One\n\n- two'],
];

describe.each(pastes)('%s', (name) => {
	const html = read(`${name}.html`);
	const markdown = read(`${name}.md`);

	test('becomes the text that it means', () => {
		expect(sorted(htmlOf(paste('‸', html)))).toBe(sorted(htmlOf(markdown)));
	});

	test.each(places)('keeps all words in %s, and makes nothing that is refused', (_place, text) => {
		const made = paste(text, html);
		const [before = '', after = ''] = text.includes('‸') ? htmlOf(text).split('‸') : [];
		expect(lettersOf(htmlOf(made)), made).toBe(lettersOf(before) + lettersOf(htmlOf(markdown)) + lettersOf(after));
		expect(rulesOf(made), made).toEqual([]);
		expect(made).not.toMatch(/\]\((?:\/admin|#|file:|data:|blob:|javascript:)|google\.com\/url|safelinks/);
	});
});

test.each([
	['04-word-footnotes', 0, 2],
	['06-word-picture-and-headings', 1, 1],
	['10-outlook-safelinks', 1, 0],
	['14-web-page-article', 1, 4],
	['17-image-only', 1, 0],
	['18-image-in-link-in-em', 2, 0],
	['25-links-to-the-editor', 0, 5],
])('of %s it is said how many pictures and links were left out', (name, pictures, links) => {
	const made = pasted(read(`${name}.html`));
	expect([made.pictures.length, made.links]).toEqual([pictures, links]);
});

test('200 kB of Word are pasted whole', () => {
	const line = (index: number) =>
		`<p class="MsoNormal" style="margin:0cm"><span lang="EN-GB" style="color:black">Line ${index} with <b>bold</b>.<o:p></o:p></span></p>`;
	const { blocks } = pasted(Array.from({ length: 1500 }, (_, index) => line(index)).join(''));
	expect(blocks).toHaveLength(1500);
	expect(blocks[1499]?.textContent).toBe('Line 1499 with bold.');
});

test('styles are gone before a parser sees them, and words that look like them stay', () => {
	const html =
		'<base href="x"><style>p{}</style><p class=a style="color:red" title="a > b style=c">if style="x" &lt;b style=y&gt;</p>';
	expect(withoutStyles(html)).toBe(
		'<p class=a data-style="color:red" title="a > b data-style=c">if style="x" &lt;b style=y&gt;</p>',
	);
});

test('a block that the field keeps comes only from the text itself', () => {
	const html = (own: string) => `<pre data-kept="" ${own}>&lt;ServiceList /&gt;</pre>`;
	const at = (own: string, has: boolean) =>
		readPasted(parseHTML(serialize(parse(html(own)))).document, { origins: [], hasKept: () => has }).blocks[0]?.type
			.name;
	expect(at('data-pm-slice="0 0 []"', true)).toBe('kept');
	expect(at('data-pm-slice="0 0 []"', false)).toBe('paragraph');
	expect(at('', true)).toBe('paragraph');
});
