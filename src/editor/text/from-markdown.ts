import type { Token } from 'markdown-it';
import type { Mark, Node } from 'prosemirror-model';
import { markTypes, nodeTypes, textSchema } from './text-schema.ts';

/** A part of a text with its source: a block, an item of a list, or a row of a table. */
export interface Piece {
	node: Node;
	/** As it stands in the text, without what lists and quotations around it put before its lines. */
	source: string;
	/** The end of its last line, and the blank lines below it. */
	after: string;
	/** The pieces in it, where they can be told apart. */
	inner?: Piece[] | undefined;
	/** Of an item what stands before its words, of a table the line below its head. */
	marker?: string;
}

/** A text as the field holds it. */
export interface ReadText {
	doc: Node;
	/** Blank lines above the first piece: followed by `source` and `after` of all pieces it is the text again. */
	before: string;
	pieces: Piece[];
}

/** What takes a text apart: markdown-it with the rules of the pages. */
export type Parse = (markdown: string) => Token[];

/** A line, and the signs that end it. */
interface Line {
	text: string;
	end: string;
}

/** What the field does not know. The block around it is kept as it stands. */
class Unknown extends Error {}

const linesOf = (text: string): Line[] =>
	[...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
		// The last match is an empty one behind the last line.
		.slice(0, /[\r\n]$/.test(text) || text === '' ? undefined : -1)
		.map(([, line = '', end = '']) => ({ text: line, end }));

const isBlank = (line: Line | undefined): boolean => !line || line.text.trim() === '';

const join = (lines: readonly Line[]): string => lines.map(({ text, end }) => text + end).join('');

/** Lines without the end of the last. */
const joinBlock = (lines: readonly Line[]): string => join(lines).replace(/(?:\r\n|\r|\n)$/, '');

const markOf: Record<string, (token: Token) => Mark> = {
	strong: () => markTypes.strong.create(),
	em: () => markTypes.em.create(),
	s: () => markTypes.del.create(),
	link: (token) =>
		markTypes.link.create({ href: String(token.attrGet('href') ?? ''), title: String(token.attrGet('title') ?? '') }),
};

const plainTextOf = (tokens: readonly Token[]): string =>
	tokens.map(({ content, children }) => (children ? plainTextOf(children) : content)).join('');

function inlineOf(tokens: readonly Token[]): Node[] {
	let marks: readonly Mark[] = [];
	/** Links that the page makes of addresses by itself are plain text. */
	const opened: (Mark | undefined)[] = [];
	return tokens.flatMap((token): Node[] => {
		const { type, content, nesting } = token;
		const [name = ''] = type.split('_');
		if (nesting === 1 && markOf[name]) {
			const mark = token.markup === 'linkify' ? undefined : markOf[name](token);
			opened.push(mark);
			if (mark) marks = mark.addToSet(marks);
			return [];
		}
		if (nesting === -1) {
			const mark = opened.pop();
			if (mark) marks = mark.removeFromSet(marks);
			return [];
		}
		switch (type) {
			case 'text':
				return content === '' ? [] : [textSchema.text(content, marks)];
			case 'code_inline':
				return content === '' ? [] : [textSchema.text(content, markTypes.code.create().addToSet(marks))];
			case 'softbreak':
				return [textSchema.text(' ', markTypes.wrap.create().addToSet(marks))];
			case 'hardbreak':
				return [nodeTypes.hard_break.create(null, null, marks)];
			case 'image': {
				const src = String(token.attrGet('src') ?? '');
				const title = String(token.attrGet('title') ?? '');
				return [nodeTypes.image.create({ src, title, alt: plainTextOf(token.children ?? []) }, null, marks)];
			}
			default:
				throw new Unknown(type);
		}
	});
}

/** The tokens of an element and of what is in it, by where they begin: one after the other at the same level. */
function* elementsIn(tokens: readonly Token[]): Generator<[open: Token, inside: Token[]]> {
	for (let index = 0; index < tokens.length; index++) {
		const open = tokens[index];
		if (!open) return;
		let end = index;
		if (open.nesting === 1) {
			end++;
			while (end < tokens.length && !(tokens[end]?.nesting === -1 && tokens[end]?.level === open.level)) end++;
		}
		yield [open, tokens.slice(index + 1, end)];
		index = end;
	}
}

/** The lines of a quotation without its marks; undefined where a line goes without. */
function linesInQuote(lines: readonly Line[], from: number, to: number): Line[] | undefined {
	const inside = [...lines];
	for (let index = from; index < to; index++) {
		const { text, end } = lines[index] ?? { text: '', end: '' };
		const mark = /^ {0,3}> ?(?!\t)/.exec(text)?.[0];
		if (mark === undefined) return undefined;
		inside[index] = { text: text.slice(mark.length), end };
	}
	return inside;
}

/** What stands before the words of an item, and its lines without that; undefined where a line stands further left. */
function linesInItem(lines: readonly Line[], from: number, to: number): { marker: string; lines: Line[] } | undefined {
	const first = lines[from];
	const marker = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?: {1,4}(?! |$)|(?= *$)| (?= {4}))/.exec(first?.text ?? '')?.[0];
	if (!first || marker === undefined) return undefined;
	const width = marker.endsWith(' ') ? marker.length : marker.length + 1;
	const inside = [...lines];
	inside[from] = { text: first.text.slice(width), end: first.end };
	for (let index = from + 1; index < to; index++) {
		const { text, end } = lines[index] ?? { text: '', end: '' };
		if (text.trim() !== '' && !/^ *$/.test(text.slice(0, width))) return undefined;
		inside[index] = { text: text.slice(width), end };
	}
	return { marker, lines: inside };
}

/** A piece whose end in the lines is known, and what stands between it and the next one not yet. */
interface Placed extends Piece {
	from: number;
	to: number;
}

/** Says of pieces what stands below each, up to a line. What no token tells of stands between them, such as addresses of links. */
function spaced(placed: readonly Placed[], lines: readonly Line[], from: number, to: number): Piece[] {
	const whole: Placed[] = [];
	let last = from;
	for (const piece of [...placed, undefined]) {
		let begin = last;
		let end = piece?.from ?? to;
		while (begin < end && isBlank(lines[begin])) begin++;
		while (end > begin && isBlank(lines[end - 1])) end--;
		if (begin < end) whole.push(kept(lines, begin, end));
		if (piece) whole.push(piece);
		last = piece?.to ?? to;
	}
	return whole.map((piece, index): Piece => {
		const { node, source, inner, marker } = piece;
		const between = join(lines.slice(piece.from, whole[index + 1]?.from ?? to));
		const after = between.slice(join(lines.slice(piece.from, piece.to)).length - endOf(lines[piece.to - 1]).length);
		return { node, source, after, ...(inner ? { inner } : {}), ...(marker === undefined ? {} : { marker }) };
	});
}

const endOf = (line: Line | undefined): string => line?.end ?? '';

function kept(lines: readonly Line[], from: number, to: number): Placed {
	const source = joinBlock(lines.slice(from, to));
	return { node: nodeTypes.kept.create({ source }), source, after: '', from, to };
}

/** Where an element stands, without blank lines at its end. */
function rangeOf({ map }: Token, lines: readonly Line[] | undefined): [from: number, to: number] {
	const [from, end] = map ?? [0, 0];
	let to = end;
	while (lines && to > from + 1 && isBlank(lines[to - 1])) to--;
	return [from, to];
}

interface ReadPart {
	nodes: Node[];
	/** Where the lines of it are known. */
	pieces?: Piece[] | undefined;
}

/** Reads elements of one kind, such as the items of a list, with their lines if these are known. */
function readEach(
	tokens: readonly Token[],
	lines: readonly Line[] | undefined,
	range: [from: number, to: number],
	read: (open: Token, inside: Token[], from: number, to: number) => Pick<Piece, 'node' | 'inner' | 'marker'>,
): ReadPart {
	const nodes: Node[] = [];
	const placed: Placed[] = [];
	for (const [open, inside] of elementsIn(tokens)) {
		const [from, to] = rangeOf(open, lines);
		try {
			const part = read(open, inside, from, to);
			nodes.push(part.node);
			placed.push({ ...part, source: lines ? joinBlock(lines.slice(from, to)) : '', after: '', from, to });
		} catch (error) {
			if (!(error instanceof Unknown) || !lines || /_item|^tr/.test(open.type)) throw error;
			const part = kept(lines, from, to);
			nodes.push(part.node);
			placed.push(part);
		}
	}
	if (!lines) return { nodes };
	const pieces = spaced(placed, lines, ...range);
	return { nodes: pieces.map(({ node }) => node), pieces };
}

const alignmentIn = (token: Token) =>
	/text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1] ?? null;

function readTable(tokens: readonly Token[], lines: readonly Line[] | undefined, range: [number, number]) {
	const rows = tokens.filter(({ type }) => !/^(?:thead|tbody)_/.test(type));
	const nodes: Node[] = [];
	const pieces: Piece[] = [];
	for (const [row, inside] of elementsIn(rows)) {
		const cells = [...elementsIn(inside)].map(([cell, [words]]) => {
			const type = cell.type === 'th_open' ? nodeTypes.table_header : nodeTypes.table_cell;
			return type.create({ align: alignmentIn(cell) }, inlineOf(words?.children ?? []));
		});
		const node = nodeTypes.table_row.create(null, cells);
		const line = lines?.[row.map?.[0] ?? -1];
		nodes.push(node);
		if (line) pieces.push({ node, source: line.text, after: line.end });
	}
	const node = nodeTypes.table.create(null, nodes);
	const marker = lines?.[range[0] + 1]?.text;
	return marker === undefined || pieces.length < nodes.length ? { node } : { node, inner: pieces, marker };
}

function readList(open: Token, tokens: readonly Token[], lines: readonly Line[] | undefined, range: [number, number]) {
	const { nodes, pieces } = readEach(tokens, lines, range, (_item, inside, from, to) => {
		const own = lines && linesInItem(lines, from, to);
		const part = readBlocks(inside, own?.lines, [from, to]);
		const node = nodeTypes.list_item.create(null, filled(part.nodes));
		return own ? { node, inner: part.pieces, marker: own.marker } : { node };
	});
	const isTight = tokens.every(
		(token) => token.type !== 'paragraph_open' || token.level > open.level + 2 || token.hidden,
	);
	const attrs =
		open.type === 'ordered_list_open' ? { isTight, start: Number(open.attrGet('start') ?? 1) } : { isTight };
	const type = open.type === 'ordered_list_open' ? nodeTypes.ordered_list : nodeTypes.bullet_list;
	// What stands between items belongs to none of them.
	if (nodes.some((node) => node.type !== nodeTypes.list_item)) throw new Unknown(open.type);
	return { node: type.create(attrs, nodes), inner: pieces };
}

/** What a block must hold at least. */
const filled = (nodes: Node[]): Node[] => (nodes.length > 0 ? nodes : [nodeTypes.paragraph.create()]);

function readBlocks(tokens: readonly Token[], lines: readonly Line[] | undefined, range: [number, number]): ReadPart {
	return readEach(tokens, lines, range, (open, inside, from, to) => {
		switch (open.type) {
			case 'paragraph_open':
				return { node: nodeTypes.paragraph.create(null, inlineOf(inside[0]?.children ?? [])) };
			case 'heading_open': {
				if (open.level > 0) throw new Unknown(open.type);
				const level = Number(open.tag.slice(1));
				return { node: nodeTypes.heading.create({ level }, inlineOf(inside[0]?.children ?? [])) };
			}
			case 'blockquote_open': {
				const part = readBlocks(inside, lines && linesInQuote(lines, from, to), [from, to]);
				return { node: nodeTypes.blockquote.create(null, filled(part.nodes)), inner: part.pieces };
			}
			case 'bullet_list_open':
			case 'ordered_list_open':
				return readList(open, inside, lines, [from, to]);
			case 'table_open':
				return readTable(inside, lines, [from, to]);
			default:
				throw new Unknown(open.type);
		}
	});
}

/** Reads a text into what the field shows. Joined, its pieces are the text again, to the byte. */
export function readText(markdown: string, parse: Parse): ReadText {
	const lines = linesOf(markdown);
	const { nodes, pieces = [] } = readBlocks(parse(markdown), lines, [0, lines.length]);
	const length = pieces.reduce((sum, { source, after }) => sum + source.length + after.length, 0);
	return {
		doc: nodeTypes.doc.create(null, filled(nodes)),
		before: markdown.slice(0, markdown.length - length),
		pieces,
	};
}
