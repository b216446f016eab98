import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { MAX_DEPTH } from '../../schemas/text-limits.ts';
import { withoutUnreadable, withSeenSigns } from '../../schemas/unseen-signs.ts';
import { pastedAddress } from './pasted-address.ts';
import { childrenOf, markTypes, nodeTypes, textSchema, type Alignment } from './text-schema.ts';

/** A picture that a paste names and cannot put in by itself. */
export interface PastedPicture {
	address: string;
	/** How many of the blocks stand before it. */
	after: number;
}

/** What a paste made, and what it left out. */
export interface Pasted {
	blocks: Node[];
	pictures: PastedPicture[];
	links: number;
}

/** What a paste has to know of where it happens. */
export interface PasteSurroundings {
	/** The origins of the site. */
	origins: readonly string[];
	/** Whether the text has a kept block with this source: only those may be moved. */
	hasKept: (source: string) => boolean;
}

/** Where blocks come to lie: in the text, in an item or quotation, or in a cell. */
type Container = 'text' | 'inner' | 'cell';

interface Context {
	container: Container;
	/** Lists and quotations around. */
	depth: number;
	marks: readonly Mark[];
	keepsLines: boolean;
}

/** A part of a line: words, a picture, or its end. */
type Part = { text: string; marks: readonly Mark[] } | { node: Node };

const UNSEEN = new Set(
	'script style noscript template head title meta link button select input textarea svg math object embed iframe audio video canvas map'.split(
		' ',
	),
);
const BLOCKS = new Set(
	'p div section article header footer main aside nav address figure figcaption dl dt dd center form fieldset legend details summary body html hgroup caption'.split(
		' ',
	),
);

const RAISED: Record<string, string> = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎' };
const RAISABLE = '0123456789+-=()';

/**
 * HTML in which a parser finds no styles: the policy of the page would have each of them reported. Rows and cells
 * without their table get one, or the parser drops them.
 */
export function withoutStyles(html: string): string {
	const plain = html
		.replace(/<style\b[^]*?<\/style\s*>/gi, '')
		.replace(/<(?:[a-z!/?])(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) =>
			/^<base\b/i.test(tag) ? '' : tag.replace(/(\s)style(\s*=)/gi, '$1data-style$2'),
		);
	return plain.replace(
		/^((?:\s|<meta[^>]*>|<!--[^]*?-->|<\/?(?:html|body)[^>]*>)*)(<(?:tr|td|th|tbody|thead)\b)/i,
		'$1<table>$2',
	);
}

const styleOf = (element: Element): string => element.getAttribute('data-style')?.toLowerCase() ?? '';

const isHidden = (element: Element): boolean =>
	/(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)/.test(styleOf(element)) ||
	element.hasAttribute('hidden');

const isElement = (node: ChildNode): node is Element & ChildNode => node.nodeType === 1;

const add = (marks: readonly Mark[], mark: Mark): readonly Mark[] => mark.addToSet(marks);
const drop = (marks: readonly Mark[], name: 'strong' | 'em' | 'del' | 'link'): readonly Mark[] =>
	marks.filter(({ type }) => type !== markTypes[name]);

/** The marks of what is in an element: its style says more than its name. */
function marksOf(element: Element, marks: readonly Mark[]): readonly Mark[] {
	const name = element.localName;
	let inside = marks;
	if (name === 'b' || name === 'strong') inside = add(inside, markTypes.strong.create());
	if (name === 'i' || name === 'em') inside = add(inside, markTypes.em.create());
	if (name === 's' || name === 'strike' || name === 'del') inside = add(inside, markTypes.del.create());
	if (/^(?:code|tt|kbd|samp)$/.test(name)) inside = add(inside, markTypes.code.create());
	const style = styleOf(element);
	const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/.exec(style)?.[1];
	if (weight !== undefined) {
		const isStrong = weight.startsWith('bold') || Number(weight) >= 600;
		inside = isStrong ? add(inside, markTypes.strong.create()) : drop(inside, 'strong');
	}
	const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/.exec(style)?.[1];
	if (slant !== undefined) inside = slant === 'normal' ? drop(inside, 'em') : add(inside, markTypes.em.create());
	if (/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/.test(style)) {
		inside = add(inside, markTypes.del.create());
	}
	return inside;
}

/** Blanks that do not break stay where signs ask for them. */
const withBlanks = (text: string): string =>
	text.replace(/[\u00a0\u202f]/g, (blank, at: number) => {
		const [before = '', after = ''] = [text[at - 1], text[at + 1]];
		const stays = /[:;!?%€°»]/.test(after) || before === '«' || (/\d/.test(before) && /\d/.test(after));
		return stays ? blank : ' ';
	});

/** The nodes of a line: blanks count once, and not at its ends. */
function lineOf(parts: readonly Part[]): Node[] {
	const whole = withBlanks(parts.map((part) => ('node' in part ? '\n' : part.text)).join(''));
	const nodes: Node[] = [];
	let at = 0;
	let last = ' ';
	for (const part of parts) {
		if ('node' in part) {
			nodes.push(part.node);
			last = part.node.type === nodeTypes.hard_break ? ' ' : 'x';
			at++;
			continue;
		}
		let text = '';
		for (const sign of whole.slice(at, at + part.text.length)) {
			const isBlank = /[ \t\n\r\f]/.test(sign);
			if (!isBlank) text += sign;
			else if (!/\s/.test(last)) text += ' ';
			last = isBlank ? ' ' : sign;
		}
		at += part.text.length;
		if (text !== '') nodes.push(textSchema.text(text, part.marks));
	}
	return trimLine(nodes);
}

/** A line without blanks and line ends at its ends. */
function trimLine(nodes: Node[]): Node[] {
	const trimmed = [...nodes];
	for (const [end, pattern] of [
		[0, /^\s+/],
		[-1, /\s+$/],
	] as const) {
		for (;;) {
			const node = trimmed.at(end);
			if (!node) break;
			const text = node.text?.replace(pattern, '');
			const isNothing = node.type === nodeTypes.hard_break || text === '';
			if (isNothing) trimmed.splice(end, 1);
			else {
				if (text !== undefined && text !== node.text) trimmed.splice(end, 1, textSchema.text(text, node.marks));
				break;
			}
		}
	}
	return trimmed;
}

/** An item with how deep it lies in lists. */
interface Item {
	node: Node;
	level: number;
	isOrdered: boolean;
	start: number;
}

/** Collects blocks and the line that is being read. */
class Collected {
	blocks: Node[] = [];
	parts: Part[] = [];
	/** Items without a list around them, or of a list of Word: with how deep they lie. */
	items: Item[] = [];

	/** How many blocks there are, with the one that is begun. */
	get blocksSoFar(): number {
		const isBegun = this.items.length > 0 || this.parts.some((part) => 'text' in part && part.text.trim() !== '');
		return this.blocks.length + Number(isBegun);
	}

	/** Ends the line. Two line ends in a row are the end of a paragraph. */
	endLine(): void {
		const lines: Part[][] = [[]];
		this.parts.forEach((part, index) => {
			const isEnd = 'node' in part && part.node.type === nodeTypes.hard_break;
			const rest = this.parts.slice(index + 1);
			const next = rest.find((other) => 'node' in other || other.text.trim() !== '');
			if (isEnd && next && 'node' in next && next.node.type === nodeTypes.hard_break) lines.push([]);
			else lines.at(-1)?.push(part);
		});
		this.parts = [];
		for (const line of lines) {
			const nodes = lineOf(line);
			if (nodes.length > 0) this.add(nodeTypes.paragraph.create(null, nodes));
		}
	}

	add(...blocks: Node[]): void {
		this.endList();
		this.blocks.push(...blocks);
	}

	endList(): void {
		const items = this.items;
		this.items = [];
		if (items.length > 0) this.blocks.push(...nested(items));
	}

	end(): Node[] {
		this.endLine();
		this.endList();
		return this.blocks;
	}
}

/** Lists of items that say how deep they lie. */
function nested(items: readonly Item[]): Node[] {
	const [first] = items;
	if (!first) return [];
	const { level, isOrdered, start } = first;
	const end = items.findIndex((item) => item.level < level || (item.level === level && item.isOrdered !== isOrdered));
	const own = end < 0 ? items : items.slice(0, end);
	const nodes = own.flatMap((item, index): Node[] => {
		if (item.level > level) return [];
		const next = own.findIndex((other, at) => at > index && other.level <= level);
		return [withBlocks(item.node, nested(own.slice(index + 1, next < 0 ? undefined : next)))];
	});
	return [listOf(nodes, isOrdered, start), ...(end < 0 ? [] : nested(items.slice(end)))];
}

const withBlocks = (item: Node, blocks: Node[]): Node => item.copy(item.content.append(Fragment.from(blocks)));

function listOf(items: Node[], isOrdered: boolean, start: number): Node {
	const isTight = items.every((item) => childrenOf(item).filter(({ type }) => type === nodeTypes.paragraph).length < 2);
	return isOrdered
		? nodeTypes.ordered_list.create({ isTight, start }, items)
		: nodeTypes.bullet_list.create({ isTight }, items);
}

/** All words of blocks in one line. */
export function inOneLine(blocks: readonly Node[], between = ' '): Node[] {
	const lines = blocks.flatMap((block): Node[][] => {
		if (block.type === nodeTypes.kept) return [];
		if (block.inlineContent)
			return [childrenOf(block).map((node) => (node.type === nodeTypes.hard_break ? textSchema.text(' ') : node))];
		return [inOneLine(childrenOf(block), block.type === nodeTypes.table_row ? ' – ' : ' ')];
	});
	return lines
		.filter((line) => line.length > 0)
		.flatMap((line, index) => (index > 0 ? [textSchema.text(between), ...line] : line));
}

class Walk {
	readonly surroundings: PasteSurroundings;
	readonly isOwn: boolean;
	/** What the text itself is collected in. */
	readonly top = new Collected();
	pictures: PastedPicture[] = [];
	links = 0;

	constructor(surroundings: PasteSurroundings, isOwn: boolean) {
		this.surroundings = surroundings;
		this.isOwn = isOwn;
	}

	blocksIn(element: ParentNode, context: Context): Node[] {
		const into = new Collected();
		this.walk(element, context, into);
		return into.end();
	}

	walk(element: ParentNode, context: Context, into: Collected): void {
		for (const child of element.childNodes) {
			if (isElement(child)) this.enter(child, context, into);
			else if (child.nodeType === 3) this.words(child.nodeValue ?? '', context, into);
		}
	}

	words(text: string, { marks, keepsLines }: Context, into: Collected): void {
		const seen = withoutUnreadable(withSeenSigns(text));
		if (!keepsLines) {
			if (seen !== '') into.parts.push({ text: seen, marks });
			return;
		}
		seen.split(/\r\n|\r|\n/).forEach((line, index) => {
			if (index > 0) into.parts.push({ node: nodeTypes.hard_break.create() });
			if (line !== '') into.parts.push({ text: line, marks });
		});
	}

	enter(element: Element, context: Context, into: Collected): void {
		const name = element.localName;
		if (UNSEEN.has(name) || isHidden(element) || /mso-list\s*:\s*ignore/.test(styleOf(element))) return;
		const inside = { ...context, marks: marksOf(element, context.marks) };
		const isBlock = (act: () => void) => {
			into.endLine();
			act();
		};
		if (name === 'br') into.parts.push({ node: nodeTypes.hard_break.create() });
		else if (name === 'img') this.picture(element, inside, into);
		else if (name === 'a') this.link(element, inside, into);
		else if (name === 'sup' || name === 'sub') this.raised(element, inside, into);
		else if (name === 'hr') into.endLine();
		else if (/^h[1-6]$/.test(name))
			isBlock(() => {
				into.add(...this.heading(element, inside));
			});
		else if (name === 'blockquote')
			isBlock(() => {
				into.add(...this.quotation(element, inside));
			});
		else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') {
			isBlock(() => {
				into.add(...this.list(element, inside));
			});
		} else if (name === 'li') {
			isBlock(() => {
				const node = this.item(element, inside);
				if (node) into.items.push({ node, level: 1, isOrdered: false, start: 1 });
			});
		} else if (name === 'table')
			isBlock(() => {
				into.add(...this.table(element, inside));
			});
		else if (name === 'pre')
			isBlock(() => {
				this.lines(element, inside, into);
			});
		else if (name === 'p' && /mso-list\s*:\s*\S*\s*level/.test(styleOf(element))) {
			isBlock(() => {
				this.wordItem(element, inside, into);
			});
		} else if (BLOCKS.has(name)) {
			into.endLine();
			const marks = name === 'dt' ? add(inside.marks, markTypes.strong.create()) : inside.marks;
			this.walk(element, { ...inside, marks }, into);
			into.endLine();
		} else this.walk(element, inside, into);
	}

	picture(element: Element, { marks }: Context, into: Collected): void {
		const src = element.getAttribute('src') ?? '';
		if (!this.isOwn || !src.startsWith('../assets/')) {
			this.pictures.push({ address: src, after: this.top.blocksSoFar });
			return;
		}
		const attrs = { src, alt: element.getAttribute('alt') ?? '', title: element.getAttribute('title') ?? '' };
		into.parts.push({ node: nodeTypes.image.create(attrs, null, marks) });
	}

	link(element: Element, context: Context, into: Collected): void {
		const source = element.getAttribute('href');
		if (source === null) {
			this.walk(element, context, into);
			return;
		}
		const href = pastedAddress(source, this.surroundings.origins, this.isOwn);
		if (href === undefined) this.links++;
		const marks = drop(context.marks, 'link');
		const isPlain = href === undefined || href === `mailto:${element.textContent.trim()}`;
		const title = this.isOwn ? (element.getAttribute('title') ?? '') : '';
		this.walk(
			element,
			{ ...context, marks: isPlain ? marks : add(marks, markTypes.link.create({ href, title })) },
			into,
		);
	}

	raised(element: Element, context: Context, into: Collected): void {
		const before = into.parts.length;
		this.walk(element, context, into);
		const signs = RAISED[element.localName] ?? '';
		const parts = into.parts.slice(before);
		const text = parts.map((part) => ('text' in part ? part.text : '?')).join('');
		if (!Array.from(text).every((sign) => RAISABLE.includes(sign))) return;
		into.parts.splice(
			before,
			parts.length,
			...parts.map((part) =>
				'text' in part
					? {
							...part,
							text: Array.from(part.text)
								.map((sign) => signs[RAISABLE.indexOf(sign)] ?? sign)
								.join(''),
						}
					: part,
			),
		);
	}

	heading(element: Element, context: Context): Node[] {
		const line = inOneLine(
			this.blocksIn(element, { ...context, container: 'cell', marks: drop(drop(context.marks, 'strong'), 'em') }),
		);
		if (line.length === 0) return [];
		const plain = line.map((node) => node.mark(drop(drop(node.marks, 'strong'), 'em')));
		if (context.container === 'text') {
			return [nodeTypes.heading.create({ level: Number(element.localName.charAt(1)) <= 2 ? 2 : 3 }, plain)];
		}
		return [
			nodeTypes.paragraph.create(
				null,
				plain.map((node) => node.mark(add(node.marks, markTypes.strong.create()))),
			),
		];
	}

	quotation(element: Element, context: Context): Node[] {
		const blocks = this.blocksIn(element, { ...context, container: inner(context), depth: context.depth + 1 });
		const isDeep = context.depth >= MAX_DEPTH || context.container === 'cell';
		return blocks.length === 0 || isDeep ? blocks : [nodeTypes.blockquote.create(null, blocks)];
	}

	item(element: ParentNode, context: Context): Node | undefined {
		const blocks = this.blocksIn(element, { ...context, container: inner(context), depth: context.depth + 1 });
		return blocks.length > 0 ? nodeTypes.list_item.create(null, blocks) : undefined;
	}

	list(element: Element, context: Context): Node[] {
		const isOrdered = element.localName === 'ol';
		const items: Node[] = [];
		const loose = new Collected();
		const endLoose = () => {
			const blocks = loose.end();
			loose.blocks = [];
			const [last] = items.slice(-1);
			const isList = blocks.every(({ type }) => type === nodeTypes.bullet_list || type === nodeTypes.ordered_list);
			// Google Docs puts lists beside the item that they belong to.
			if (last && isList) items.splice(-1, 1, withBlocks(last, blocks));
			else if (blocks.length > 0) items.push(nodeTypes.list_item.create(null, blocks));
		};
		const within = { ...context, container: inner(context), depth: context.depth + 1 };
		for (const child of element.childNodes) {
			if (!isElement(child)) {
				if (child.nodeType === 3) this.words(child.nodeValue ?? '', context, loose);
				continue;
			}
			if (child.localName !== 'li') {
				this.enter(child, within, loose);
				continue;
			}
			if (isHidden(child)) continue;
			loose.endLine();
			if (loose.blocks.length > 0) endLoose();
			const item = this.item(child, { ...context, marks: marksOf(child, context.marks) });
			if (item) items.push(item);
		}
		loose.endLine();
		if (loose.blocks.length > 0) endLoose();
		if (context.depth >= MAX_DEPTH || context.container === 'cell') return items.flatMap(childrenOf);
		const start = Number(element.getAttribute('start') ?? 1);
		return items.length === 0 ? [] : [listOf(items, isOrdered, Number.isInteger(start) && start >= 0 ? start : 1)];
	}

	wordItem(element: Element, context: Context, into: Collected): void {
		const node = this.item(element, context);
		if (!node) return;
		const level = Number(/level(\d+)/.exec(styleOf(element))?.[1] ?? 1);
		const marker =
			[...element.querySelectorAll('[data-style]')]
				.find((part) => /mso-list\s*:\s*ignore/.test(styleOf(part)))
				?.textContent.trim() ?? '';
		const isOrdered = /^\(?(?:\d+|[a-z]{1,5})[.)]/i.test(marker);
		into.items.push({
			node,
			level: Math.min(level, MAX_DEPTH - context.depth),
			isOrdered,
			start: Number(/^\d+/.exec(marker)?.[0] ?? 1),
		});
	}

	lines(element: Element, context: Context, into: Collected): void {
		const source = element.textContent;
		if (this.isOwn && element.hasAttribute('data-kept') && this.surroundings.hasKept(source)) {
			into.add(nodeTypes.kept.create({ source }));
			return;
		}
		this.walk(element, { ...context, keepsLines: true }, into);
		into.endLine();
	}

	table(element: Element, context: Context): Node[] {
		const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element);
		const cellsOf = (row: Element) => [...row.children].filter(({ localName }) => /^t[dh]$/.test(localName));
		const isLayout =
			/^(?:presentation|none)$/.test(element.getAttribute('role') ?? '') ||
			element.querySelector('table') !== null ||
			rows.flatMap(cellsOf).length < 2;
		const caption = [...element.children].find(({ localName }) => localName === 'caption');
		const above = caption ? this.blocksIn(caption, context) : [];
		if (isLayout)
			return [...above, ...rows.flatMap((row) => cellsOf(row).flatMap((cell) => this.blocksIn(cell, context)))];
		const grid: { content: Node[]; align: Alignment }[][] = rows.map(() => []);
		rows.forEach((row, y) => {
			let x = 0;
			for (const cell of cellsOf(row)) {
				while (grid[y]?.[x]) x++;
				const content = inOneLine(
					this.blocksIn(cell, { ...context, container: 'cell', marks: marksOf(cell, context.marks) }),
				);
				const [width, height] = ['colspan', 'rowspan'].map((name) =>
					Math.min(Math.max(Number(cell.getAttribute(name)) || 1, 1), 100),
				);
				for (let down = 0; down < (height ?? 1) && y + down < grid.length; down++) {
					for (let right = 0; right < (width ?? 1); right++) {
						const isFirst = down + right === 0;
						const line = grid[y + down];
						if (line) line[x + right] = { content: isFirst ? content : [], align: alignOf(cell) };
					}
				}
				x += width ?? 1;
			}
		});
		const filled = grid.filter((row) => row.some(({ content }) => content.length > 0));
		const width = Math.max(0, ...filled.map(({ length }) => length));
		if (filled.length === 0) return above;
		if (context.container !== 'text') {
			const lines = filled.map((row) => row.map(({ content }) => nodeTypes.paragraph.create(null, content)));
			return [...above, ...lines.map((cells) => nodeTypes.paragraph.create(null, inOneLine(cells, ' – ')))];
		}
		const alignments = Array.from({ length: width }, (_, x): Alignment => {
			const told = filled.slice(1).flatMap((row) => (row[x] && row[x].content.length > 0 ? [row[x].align] : []));
			const own = told.length > 0 ? told : [filled[0]?.[x]?.align ?? null];
			return own.every((align) => align === own[0]) ? (own[0] ?? null) : null;
		});
		return [
			...above,
			nodeTypes.table.create(
				null,
				filled.map((row, y) =>
					nodeTypes.table_row.create(
						null,
						alignments.map((align, x) => {
							const content = row[x]?.content ?? [];
							return y === 0
								? nodeTypes.table_header.create(
										{ align },
										content.map((node) => node.mark(drop(node.marks, 'strong'))),
									)
								: nodeTypes.table_cell.create({ align }, content);
						}),
					),
				),
			),
		];
	}
}

const inner = ({ container }: Context): Container => (container === 'text' ? 'inner' : container);

function alignOf(cell: Element): Alignment {
	for (const element of [cell, ...cell.querySelectorAll('p, div')]) {
		const align =
			/text-align\s*:\s*(right|center)/.exec(styleOf(element))?.[1] ?? element.getAttribute('align')?.toLowerCase();
		if (align === 'right' || align === 'center') return align;
	}
	return null;
}

/** Reads what was pasted, a document made of HTML that went through `withoutStyles`, into blocks of a text. */
export function readPasted(document: Document, surroundings: PasteSurroundings, depth = 0): Pasted {
	// Only this field writes that; what it says is checked like anything else.
	const isOwn = document.querySelector('[data-pm-slice]') !== null;
	const walk = new Walk(surroundings, isOwn);
	walk.walk(document.body, { container: 'text', depth, marks: [], keepsLines: false }, walk.top);
	const blocks = walk.top.end();
	return { blocks, pictures: walk.pictures, links: walk.links };
}
