import type { Mark, Node } from 'prosemirror-model';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readText } from '../../../src/editor/text/from-markdown.ts';
import { markTypes, nodeTypes, textSchema } from '../../../src/editor/text/text-schema.ts';
import { TextWriter } from '../../../src/editor/text/to-markdown.ts';
import { typedTexts } from '../../corpus/typed-texts.ts';
import { htmlOf, rulesOf, textRules } from './rules.ts';

const { nodes } = textSchema;
const p = (...content: Node[]) => nodes.paragraph.create(null, content);
const say = (words: string, ...marks: Mark[]) => textSchema.text(words, marks);
const strong = markTypes.strong.create();
const em = markTypes.em.create();
const link = markTypes.link.create({ href: '/clusters/' });
const br = () => nodeTypes.hard_break.create();
const row = (type: 'table_header' | 'table_cell', ...cells: string[]) =>
	nodes.table_row.create(
		null,
		cells.map((words) => nodes[type].create(null, words ? say(words) : [])),
	);
const item = (...content: Node[]) => nodes.list_item.create(null, content);

/** Places where one types, with the text that the page shows around it and the elements that are there. */
const places: [name: string, make: (typed: string) => Node[], page: (typed: string) => string, elements: string][] = [
	['paragraph', (t) => [p(say(t))], (t) => t, 'p'],
	['paragraph between others', (t) => [p(say('One')), p(say(t)), p(say('Two'))], (t) => `One ${t} Two`, 'p p p'],
	['heading', (t) => [nodes.heading.create({ level: 2 }, say(t))], (t) => t, 'h2'],
	['item', (t) => [nodes.bullet_list.create(null, item(p(say(t))))], (t) => t, 'ul li'],
	[
		'second paragraph of a numbered item',
		(t) => [nodes.ordered_list.create({ start: 9 }, [item(p(say('One')), p(say(t))), item(p(say('Two')), p(say(t)))])],
		(t) => `One ${t} Two ${t}`,
		'ol li p p li p p',
	],
	['quotation', (t) => [nodes.blockquote.create(null, p(say(t)))], (t) => t, 'blockquote p'],
	[
		'head and cell of a table',
		(t) => [nodes.table.create(null, [row('table_header', t, 'B'), row('table_cell', t, '')])],
		(t) => `${t} B ${t}`,
		'div table thead tr th th tbody tr td td',
	],
	['after a line break', (t) => [p(say('One'), br(), say(t))], (t) => `One ${t}`, 'p br'],
	['before a line break', (t) => [p(say(t), br(), say('One'))], (t) => `${t} One`, 'p br'],
	['bold between blanks', (t) => [p(say('a '), say(t, strong), say(' b'))], (t) => `a ${t} b`, 'p strong'],
	['bold in a word', (t) => [p(say('a'), say(t, strong), say('b'))], (t) => `a${t}b`, 'p strong'],
	['italic, alone', (t) => [p(say(t, em))], (t) => t, 'p em'],
	[
		'bold and italic beside others',
		(t) => [p(say('a', strong), say(t, strong, em), say('b', em))],
		(t) => `a${t}b`,
		'p strong em em',
	],
	['link', (t) => [p(say('a '), say(t, link), say(' b'))], (t) => `a ${t} b`, 'p a'],
];

/** Blanks count once. */
const shown = (words: string) => words.replaceAll(/\s+/g, ' ').trim();

test.each(places)('what is typed into a %s is what the page shows', (_name, make, page, elements) => {
	for (const typed of typedTexts) {
		const doc = nodes.doc.create(null, make(typed));
		const markdown = new TextWriter(textRules).write(doc, readText('', textRules.parse)) ?? 'nothing';
		const { document } = parseHTML(`<!doctype html><html><body>${htmlOf(markdown)}</body></html>`);
		// What is typed as an address becomes a link by itself.
		for (const address of document.querySelectorAll('a'))
			if (address.textContent === address.getAttribute('href') || address.getAttribute('href') !== '/clusters/')
				address.replaceWith(...address.childNodes);
		const found = [...document.body.querySelectorAll('*')].map(({ localName }) => localName).join(' ');
		const about = `${typed} → ${markdown}`;
		expect(shown(document.body.textContent), about).toBe(shown(page(typed)));
		expect(found, about).toBe(elements);
		expect(rulesOf(markdown), about).toEqual([]);
	}
});
