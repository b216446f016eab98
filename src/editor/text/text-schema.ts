import { Schema, type Mark, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';

/** How the cells of a column stand, if a text says so. */
export type Alignment = 'left' | 'center' | 'right' | null;

/** How a cell stands. */
export const alignmentOf = ({ attrs }: Node): Alignment => {
	const { align } = attrs as { align: Alignment };
	return align;
};

const cell = (element: 'td' | 'th', tableRole: 'cell' | 'header_cell'): NodeSpec => ({
	content: 'inline*',
	isolating: true,
	tableRole,
	// What prosemirror-tables asks of every cell; no text joins cells.
	attrs: { align: { default: null }, colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
	toDOM: (node) => [element, { class: `align-${alignmentOf(node) ?? 'start'}` }, 0],
});

/** What texts are made of. Elements are read only as browsers make them while one types. `inner` may also stand in lists and quotations. */
const nodes = {
	doc: { content: 'block+' },
	paragraph: {
		content: 'inline*',
		group: 'block inner',
		parseDOM: [{ tag: 'p' }, { tag: 'div' }],
		toDOM: () => ['p', 0],
	},
	heading: {
		content: 'inline*',
		group: 'block',
		attrs: { level: { default: 2 } },
		defining: true,
		toDOM: ({ attrs }) => [`h${attrs['level']}`, 0],
	},
	blockquote: { content: 'inner+', group: 'block inner', defining: true, toDOM: () => ['blockquote', 0] },
	bullet_list: {
		content: 'list_item+',
		group: 'block inner',
		attrs: { isTight: { default: true } },
		toDOM: () => ['ul', 0],
	},
	ordered_list: {
		content: 'list_item+',
		group: 'block inner',
		attrs: { isTight: { default: true }, start: { default: 1 } },
		toDOM: ({ attrs }) => ['ol', { start: String(attrs['start']) }, 0],
	},
	list_item: { content: 'inner+', defining: true, toDOM: () => ['li', 0] },
	table: {
		content: 'table_row+',
		group: 'block inner',
		tableRole: 'table',
		isolating: true,
		toDOM: () => ['table', ['tbody', 0]],
	},
	table_row: { content: '(table_header | table_cell)+', tableRole: 'row', toDOM: () => ['tr', 0] },
	table_header: cell('th', 'header_cell'),
	table_cell: cell('td', 'cell'),
	/** What the field does not know, as it stands in the text: it can be moved and taken out, not changed. */
	kept: {
		group: 'block inner',
		atom: true,
		attrs: { source: {} },
		toDOM: ({ attrs }) => ['pre', { class: 'kept', 'data-kept': '' }, String(attrs['source'])],
	},
	text: { group: 'inline' },
	image: {
		inline: true,
		group: 'inline',
		attrs: { src: {}, alt: { default: '' }, title: { default: '' } },
		draggable: true,
		toDOM: ({ attrs }) => ['img', attrs],
	},
	hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
} satisfies Record<string, NodeSpec>;

/** From the outside in, where several begin and end together. */
const marks = {
	link: {
		attrs: { href: {}, title: { default: '' } },
		inclusive: false,
		toDOM: ({ attrs }) => ['a', { href: String(attrs['href']), title: String(attrs['title']) || null }, 0],
	},
	strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
	em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
	del: { toDOM: () => ['del', 0] },
	code: { inclusive: false, toDOM: () => ['code', 0] },
	/** A blank at which the text begins a new line and the page does not. */
	wrap: { inclusive: false, excludes: '', toDOM: () => ['span', 0] },
} satisfies Record<string, MarkSpec>;

/** What the field for texts can hold: what texts allow, and no more. */
export const textSchema = new Schema({ nodes, marks });

export const { nodes: nodeTypes, marks: markTypes } = textSchema;

/** A text of an attribute. */
export const attrOf = ({ attrs }: Node | Mark, name: string): string => String(attrs[name]);

/** Whether a block is one line: in a heading or a cell nothing begins a new one. */
export const isOneLine = (block: Node): boolean =>
	block.type === nodeTypes.heading || block.type === nodeTypes.table_cell || block.type === nodeTypes.table_header;

/** What is in a node, one by one. */
export const childrenOf = ({ children }: Node): readonly Node[] => children;
