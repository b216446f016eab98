import type { Node } from 'prosemirror-model';
import { align, type Pair } from './align.ts';
import { readText, type Parse, type Piece, type ReadText } from './from-markdown.ts';
import { isEmpty, showsSame } from './same-text.ts';
import { alignmentOf, childrenOf, attrOf, nodeTypes, type Alignment } from './text-schema.ts';
import { cautions, writeInline, type Place } from './inline-to-markdown.ts';

/** How texts are read, and what of them would be refused. */
export interface TextRules {
	parse: Parse;
	problems: (markdown: string) => readonly unknown[];
}

/** What is taken over from the text as it was: all that is the same, blocks that are, or nothing. */
interface Manner {
	keepsGaps: boolean;
	keepsParts: boolean;
	keepsBlocks: boolean;
	/** Whether all punctuation is escaped: beside other blocks words may mean what they do not mean alone. */
	isCautious?: true;
}

const manners: readonly Manner[] = [
	{ keepsGaps: true, keepsParts: true, keepsBlocks: true },
	{ keepsGaps: false, keepsParts: true, keepsBlocks: true },
	{ keepsGaps: false, keepsParts: false, keepsBlocks: true },
	{ keepsGaps: false, keepsParts: false, keepsBlocks: false },
	{ keepsGaps: true, keepsParts: false, keepsBlocks: true, isCautious: true },
	{ keepsGaps: false, keepsParts: false, keepsBlocks: false, isCautious: true },
];

const placeOf = ({ type }: Node): Place =>
	type === nodeTypes.paragraph ? 'paragraph' : type === nodeTypes.heading ? 'heading' : 'cell';

/** A text of a line alone, for reading it back. */
const alone: Record<Place, (line: string) => string> = {
	paragraph: (line) => line,
	heading: (line) => `## ${line}`,
	cell: (line) => `| ${line} |\n| --- |`,
};

/** The block that a line alone makes. */
const blockOf: Record<Place, (doc: Node) => Node | null | undefined> = {
	paragraph: (doc) => doc.firstChild,
	heading: (doc) => doc.firstChild,
	cell: (doc) => doc.firstChild?.firstChild?.firstChild,
};

/** Writes texts so that what was not changed stays as it is. One writer serves one text for as long as it is open. */
export class TextWriter {
	readonly rules: TextRules;
	lines = new WeakMap<Node, string>();
	cautiousLines = new WeakMap<Node, string>();
	lineBreak = '\n';
	manner: Manner = { keepsGaps: true, keepsParts: true, keepsBlocks: true };

	constructor(rules: TextRules) {
		this.rules = rules;
	}

	/** The Markdown of a text that was read and then changed; undefined if none says what the text says. */
	write(doc: Node, read: ReadText): string | undefined {
		this.lineBreak =
			/\r\n|\r|\n/.exec(read.before + read.pieces.map(({ source, after }) => source + after).join(''))?.[0] ?? '\n';
		const meant = this.withKeptRead(doc);
		for (const manner of manners) {
			this.manner = manner;
			const blocks = this.writeBlocks(childrenOf(doc), manner.keepsBlocks ? read.pieces : [], '\n\n');
			const text = blocks === '' ? '' : read.before + blocks + (read.pieces.at(-1)?.after ?? '');
			if (showsSame(readText(text, this.rules.parse).doc, meant)) return text;
		}
		return undefined;
	}

	/** A text in which blocks that were kept in a list, such as headings, are what they became outside of it. */
	withKeptRead(doc: Node): Node {
		const blocks = childrenOf(doc).flatMap((block) =>
			block.type === nodeTypes.kept ? childrenOf(readText(attrOf(block, 'source'), this.rules.parse).doc) : [block],
		);
		return nodeTypes.doc.create(null, blocks);
	}

	/** What stands in a paragraph, a heading or a cell: as readable as can be without saying something else. */
	line(block: Node): string {
		const lines = this.manner.isCautious ? this.cautiousLines : this.lines;
		const known = lines.get(block);
		if (known !== undefined) return known;
		const place = placeOf(block);
		const ways = cautions.slice(this.manner.isCautious ? 1 : 0).map((caution) => writeInline(block, place, caution));
		const expected = place === 'heading' ? nodeTypes.heading.create({ level: 2 }, block.content) : block;
		const readable = ways.filter((way) => {
			const { doc } = readText(alone[place](way), this.rules.parse);
			const found = doc.childCount === 1 ? blockOf[place](doc) : undefined;
			return found && place !== 'cell' ? showsSame(found, expected) : found && this.isSameCell(found, expected);
		});
		const line =
			readable.find((way) => this.rules.problems(alone[place](way)).length === 0) ?? readable[0] ?? ways[1] ?? '';
		lines.set(block, line);
		return line;
	}

	isSameCell(one: Node, other: Node): boolean {
		const [a, b] = [one, other].map((cell) => nodeTypes.heading.create(null, cell.content));
		return a !== undefined && b !== undefined && showsSame(a, b);
	}

	/** Lines with something before each: before the first, and before the others that are not blank. */
	indent(text: string, first: string, others: string): string {
		return text
			.split(/(?<=\r\n|\r(?!\n)|\n)/)
			.map((line, index) => (index === 0 ? first : line.trim() === '' ? others.trimEnd() : others) + line)
			.join('');
	}

	gap(lines: string): string {
		return lines.replaceAll('\n', this.lineBreak);
	}

	writeBlocks(blocks: readonly Node[], pieces: readonly Piece[], between: '\n' | '\n\n'): string {
		const pairs = align(
			pieces.map(({ node }) => node),
			blocks,
		);
		const shown = blocks
			.map((node, index) => ({ node, pair: pairs[index] }))
			.filter(({ node, pair }) => pair?.isSame === true || !isEmpty(node));
		let text = '';
		let last: { pair: Pair | undefined; node: Node; source: string } | undefined;
		shown.forEach(({ node, pair }, index) => {
			const piece = pair && pieces[pair.index];
			const next = shown[index + 1];
			const following = next?.pair?.isSame ? pieces[next.pair.index] : undefined;
			const avoided = [last?.source ?? '', following?.source ?? ''].flatMap(markOfList);
			const isNeighbour = pair !== undefined && last?.pair?.index === pair.index - 1;
			const wereApart = isNeighbour && last?.pair?.isSame;
			const isMerged =
				piece && !wereApart && markOfList(piece.source).some((mark) => mark === markOfList(last?.source ?? '')[0]);
			const source = piece && pair.isSame && !isMerged ? piece.source : this.writeBlock(node, piece, avoided);
			if (last) {
				const old = isNeighbour && this.manner.keepsGaps ? pieces[last.pair?.index ?? -1]?.after : undefined;
				const isNested = between === '\n' && last.node.type === nodeTypes.paragraph && isList(node);
				text += old ?? this.gap(isNested ? '\n' : '\n\n');
			}
			text += source;
			last = { pair, node, source };
		});
		return text;
	}

	writeBlock(node: Node, piece: Piece | undefined, avoided: readonly string[]): string {
		switch (node.type) {
			case nodeTypes.kept:
				return attrOf(node, 'source');
			case nodeTypes.heading:
				return `${'#'.repeat(Number(node.attrs['level']))} ${this.line(node)}`;
			case nodeTypes.blockquote:
				return this.indent(this.writeBlocks(childrenOf(node), this.partsOf(piece), '\n\n'), '> ', '> ');
			case nodeTypes.table:
				return this.writeTable(node, piece);
			case nodeTypes.bullet_list:
			case nodeTypes.ordered_list:
				return this.writeList(node, piece, avoided);
			default:
				return this.writeParagraph(node, piece);
		}
	}

	partsOf(piece: Piece | undefined): readonly Piece[] {
		return this.manner.keepsParts ? (piece?.inner ?? []) : [];
	}

	/** Lines of a paragraph that are the same stay as they are. */
	writeParagraph(node: Node, piece: Piece | undefined): string {
		const lines = this.line(node).split('\n');
		const asBefore = piece?.node.type === node.type ? this.line(piece.node).split('\n') : [];
		const sources = piece?.source.split(/\r\n|\r|\n/) ?? [];
		const canKeep = this.manner.keepsParts && asBefore.length > 1 && sources.length === asBefore.length;
		if (!canKeep) return lines.join(this.lineBreak);
		let start = 0;
		let end = 0;
		const most = Math.min(lines.length, asBefore.length);
		while (start < most && lines[start] === asBefore[start]) start++;
		while (end < most - start && lines.at(-1 - end) === asBefore.at(-1 - end)) end++;
		return [
			...sources.slice(0, start),
			...lines.slice(start, lines.length - end),
			...sources.slice(sources.length - end),
		].join(this.lineBreak);
	}

	writeList(list: Node, piece: Piece | undefined, avoided: readonly string[]): string {
		const isOrdered = list.type === nodeTypes.ordered_list;
		const pieces = piece?.node.type === list.type ? this.partsOf(piece) : [];
		const items = childrenOf(list);
		const pairs = align(
			pieces.map(({ node }) => node),
			items,
		);
		const shown = items
			.map((node, index) => ({ node, pair: pairs[index] }))
			.filter(({ node, pair }) => pair?.isSame === true || !isEmpty(node));
		const old = pieces.map(({ marker = '' }) => /\d+/.exec(marker)?.[0] ?? '');
		const isConstant = old.length > 1 && old.every((number) => number === old[0]);
		const isRow = old.every((number, index) => Number(number) === Number(old[0]) + index);
		const known = markOfList(pieces[0]?.source ?? '')[0];
		const choices = [...(known ? [known] : []), ...(isOrdered ? ['.', ')'] : ['-', '*', '+'])];
		const taken = [...avoided, ...items.flatMap(signOfRule)];
		const mark = choices.find((each) => !taken.includes(each)) ?? choices[0] ?? '';
		const isTight =
			list.attrs['isTight'] === true &&
			items.every((item) => childrenOf(item).every((block, index) => index === 0 || isList(block) || isEmpty(block)));
		let number = Number(list.attrs['start'] ?? 1);
		let text = '';
		let last: Pair | undefined;
		shown.forEach(({ node, pair }, index) => {
			const own = pair && pieces[pair.index];
			if (index > 0 && !isConstant) number++;
			if (!isConstant && !isRow && pair && index > 0) number = Number(old[pair.index]);
			const sign = isOrdered ? `${number}${mark}` : mark;
			const marker = own?.marker?.replace(/[-+*]|\d+[.)]/, () => sign) ?? `${sign} `;
			const source = pair?.isSame && own ? this.movedItem(own, marker) : undefined;
			const isNeighbour = pair !== undefined && last?.index === pair.index - 1;
			if (index > 0) {
				const gap = isNeighbour && this.manner.keepsGaps ? pieces[last?.index ?? -1]?.after : undefined;
				text += gap ?? this.gap(isTight ? '\n' : '\n\n');
			}
			text += source ?? this.writeItem(node, own, marker, isTight);
			last = pair;
		});
		return text;
	}

	/** The source of an item with another marker, if that needs no more than exchanging it. */
	movedItem({ source, marker }: Piece, wanted: string): string | undefined {
		if (marker === wanted || marker === undefined) return source;
		return marker.length === wanted.length ? wanted + source.slice(marker.length) : undefined;
	}

	writeItem(item: Node, piece: Piece | undefined, marker: string, isTight: boolean): string {
		const blocks = this.writeBlocks(childrenOf(item), this.partsOf(piece), isTight ? '\n' : '\n\n');
		if (blocks === '') return marker.trimEnd();
		const wide = marker.endsWith(' ') ? marker : `${marker} `;
		return this.indent(blocks, wide, ' '.repeat(wide.length));
	}

	writeTable(table: Node, piece: Piece | undefined): string {
		const pieces = piece?.node.type === table.type ? this.partsOf(piece) : [];
		const rows = childrenOf(table);
		const pairs = align(
			pieces.map(({ node }) => node),
			rows,
		);
		const lines = rows.map((row, index) => {
			const pair = pairs[index];
			const own = pair && pieces[pair.index];
			return own && pair.isSame ? own.source : this.writeRow(row, own);
		});
		const [head, before] = [rows[0], pieces[0]?.node];
		const isSameHead = head && before && alignmentsOf(head).join() === alignmentsOf(before).join();
		const rule = isSameHead && piece?.marker !== undefined ? piece.marker : ruleOf(head ? alignmentsOf(head) : []);
		return [lines[0], rule, ...lines.slice(1)].join(this.lineBreak);
	}

	/** A row; cells that are the same stay as they are, and others as wide as they were if they can. */
	writeRow(row: Node, piece: Piece | undefined): string {
		const cells = childrenOf(row);
		const before = piece ? childrenOf(piece.node) : [];
		const [, lead = '', middle = '', trail = ''] = /^(\s*\|?)(.*?)((?<!\\)\|?\s*)$/.exec(piece?.source ?? '') ?? [];
		const sources = middle.split(/(?<!\\)\|/);
		if (!piece || sources.length !== cells.length || before.length !== cells.length) {
			return `|${cells.map((cell) => ` ${this.line(cell)} `).join('|')}|`;
		}
		const written = cells.map((cell, index) => {
			const source = sources[index] ?? '';
			const other = before[index];
			if (other?.content.eq(cell.content)) return source;
			const [blank] = /^\s*/.exec(source.trim() === '' ? ' ' : source) ?? [''];
			const end = /\s$/.test(source) || source.trim() === '' ? ' ' : '';
			return (blank + this.line(cell) + end).padEnd(source.length);
		});
		return lead + written.join('|') + trail;
	}
}

const isList = ({ type }: Node): boolean => type === nodeTypes.bullet_list || type === nodeTypes.ordered_list;

/** The sign of a list that would take in items of another one right beside it. */
const markOfList = (source: string): string[] => /^ {0,3}(?:\d+)?([-+*.)])(?=\s|$)/.exec(source)?.slice(1, 2) ?? [];

/** The sign of a rule that begins an item: behind a marker of the same sign it would be one rule with it. */
const signOfRule = ({ firstChild }: Node): string[] =>
	firstChild?.type === nodeTypes.kept
		? (/^([-*])(?:\s*\1)+\s*$/.exec(attrOf(firstChild, 'source'))?.slice(1, 2) ?? [])
		: [];

const alignmentsOf = (row: Node): Alignment[] => childrenOf(row).map(alignmentOf);

const rules: Record<NonNullable<Alignment>, string> = { left: ':---', center: ':---:', right: '---:' };

/** The line below the head of a table. */
const ruleOf = (alignments: readonly Alignment[]): string =>
	`|${alignments.map((each) => ` ${each ? rules[each] : '---'} `).join('|')}|`;
