import {
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	Scalar,
	type CST,
	type Node,
	type Pair,
	type YAMLMap,
	type YAMLSeq,
} from 'yaml';
import { align, type Step } from './align.ts';
import { asItStands, isGroup, isSame, pruned, prunedValue, type Fields } from './pruned.ts';
import {
	blockLines,
	fieldNames,
	fitsBlock,
	formatDoubleQuoted,
	formatInFlow,
	formatScalar,
	formatSingleQuoted,
	innerSchema,
	itemLines,
	pairLines,
	valueLines,
	type Schema,
} from './yaml-text.ts';

/** A piece of the text to put in place of another. */
interface Splice {
	start: number;
	end: number;
	text: string;
}

/** Splices that change a value; undefined if the value has to be written anew. */
type Splices = Splice[] | undefined;

/** What stands in the text, and where. */
interface Place {
	source: string;
	/** Indent of what lies below the value. */
	indent: string;
	schema: Schema;
	isInFlow: boolean;
}

const lineStart = (source: string, offset: number) => source.lastIndexOf('\n', offset - 1) + 1;

function nextLine(source: string, offset: number): number {
	const end = source.indexOf('\n', offset);
	return end < 0 ? source.length : end + 1;
}

/** Where a line can be put in below what ends at an offset: after comments that are indented more than it. */
function lineBelow(source: string, offset: number, column: number): number {
	for (let next = nextLine(source, offset); ; next = nextLine(source, next)) {
		const comment = /^( *)#/.exec(source.slice(next, nextLine(source, next)));
		if (!comment || (comment[1] ?? '').length <= column) return next;
	}
}

/** The end of a piece of the text without the blank lines at its end. */
function trimBlankLines(source: string, start: number, end: number): number {
	const lastBreak = source.lastIndexOf('\n', end - 1);
	if (lastBreak < start || source.slice(lastBreak, end).trim() !== '') return end;
	let trimmed = lastBreak;
	while (trimmed > start && /\s/.test(source.charAt(trimmed - 1))) trimmed--;
	// Blanks at the end of the last line with words are part of the text.
	const lineEnd = source.indexOf('\n', trimmed);
	return source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
}

const columnOf = (source: string, offset: number) => offset - lineStart(source, offset);
const indentOf = (column: number) => ' '.repeat(column);
const isFirstOnLine = (source: string, offset: number) => /^ *$/.test(source.slice(lineStart(source, offset), offset));

const rangeOf = (node: Node): [start: number, end: number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];

/** Splices of all parts, or undefined if one part cannot be spliced. */
function joined(parts: Iterable<Splices>): Splices {
	const all: Splice[] = [];
	for (const part of parts) {
		if (!part) return undefined;
		all.push(...part);
	}
	return all;
}

/** A line put in; at the end of a text without line break, the break comes first. */
function insertLines(source: string, offset: number, lines: readonly string[]): Splice {
	const isAfterBreak = offset === 0 || source[offset - 1] === '\n';
	const text = lines.join('\n');
	return { start: offset, end: offset, text: isAfterBreak ? `${text}\n` : `\n${text}` };
}

const offsetOf = (tokens: readonly CST.SourceToken[] | undefined, type: CST.SourceToken['type']) =>
	tokens?.find((token) => token.type === type)?.offset;

const isBlank = (node: Node | null) => node === null || (isScalar(node) && node.value === null && node.source === '');

/** Where the dash of an item of a list stands. */
function dashOf(list: YAMLSeq<Node>, index: number): number | undefined {
	const token = list.srcToken;
	return token?.type === 'block-seq' ? offsetOf(token.items[index]?.start, 'seq-item-ind') : undefined;
}

function endOfPair(source: string, pair: Pair<Node, Node | null>): number {
	const end = pair.value && !isBlank(pair.value) ? endOf(source, pair.value) : undefined;
	return end ?? (offsetOf(pair.srcToken?.sep, 'map-value-ind') ?? rangeOf(pair.key)[1]) + 1;
}

/** Where a value ends, without the blank lines and comments below it. */
function endOf(source: string, node: Node): number {
	const [start, end] = rangeOf(node);
	if (isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)) {
		return trimBlankLines(source, start, end);
	}
	if (isMap<Node, Node | null>(node) && !node.flow) {
		const last = node.items.at(-1);
		return last ? endOfPair(source, last) : end;
	}
	if (isSeq<Node>(node) && !node.flow) {
		const last = node.items.at(-1);
		return !last || isBlank(last) ? (dashOf(node, node.items.length - 1) ?? end) + 1 : endOf(source, last);
	}
	return end;
}

/** Changes some words of a text that runs over several lines of the file; undefined if they cannot be told apart. */
function changeWords(raw: string, before: string, after: string): string | undefined {
	if (before.slice(before.trimEnd().length) !== after.slice(after.trimEnd().length)) return undefined;
	const words = before.split(/(?<=[ \n])/);
	const newWords = after.split(/(?<=[ \n])/);
	let first = words.findIndex((word, index) => word !== newWords[index]);
	if (first < 0) first = words.length;
	let last = 0;
	while (last < Math.min(words.length, newWords.length) - first && words.at(-1 - last) === newWords.at(-1 - last))
		last++;
	for (let more = 0; more < 4; more++) {
		const from = Math.max(0, first - more);
		const old = words
			.slice(from, words.length - last)
			.join('')
			.trimEnd();
		const parts = raw.split(old);
		if (old === '' || parts.length !== 2) continue;
		return parts.join(
			newWords
				.slice(from, newWords.length - last)
				.join('')
				.trimEnd(),
		);
	}
	return undefined;
}

/** A text that stood as a block of lines, as a block again. */
function changeBlock(raw: string, value: string): string | undefined {
	const [header = '', ...rows] = raw.split(/\r?\n/);
	const comment = /^\|-?([ \t]+#.*)?$/.exec(header);
	const indent = /^ +(?=\S)/.exec(rows.find((row) => row.trim() !== '') ?? '')?.[0];
	if (!comment || !indent || !fitsBlock(value)) return undefined;
	return blockLines(value, indent, comment[1]).join('\n');
}

function changeScalar({ source, indent, isInFlow }: Place, node: Scalar, value: unknown): Splices {
	const [start] = rangeOf(node);
	const end = endOf(source, node);
	const raw = source.slice(start, end);
	const put = (text: string | undefined): Splices => (text === undefined ? undefined : [{ start, end, text }]);
	if (typeof value !== 'string') return put(formatScalar(value));
	const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
	const block = node.type === Scalar.BLOCK_LITERAL ? changeBlock(raw, value) : undefined;
	if (block !== undefined) return put(block);
	// A plain text may have got words that need quotation marks.
	const mayChangeWords = raw.includes('\n') && (node.type !== Scalar.PLAIN || formatScalar(value, isInFlow) === value);
	const text = mayChangeWords ? changeWords(raw, String(node.value), value) : undefined;
	if (text !== undefined) return put(text);
	if (isBlock) return undefined;
	const hasComment = /^[ \t]*#/.test(source.slice(end));
	if (value.includes('\n') && !isInFlow && !hasComment) return put(valueLines(value, undefined, indent).join('\n'));
	if (node.type === Scalar.QUOTE_DOUBLE) return put(formatDoubleQuoted(value));
	if (node.type === Scalar.QUOTE_SINGLE) return put(formatSingleQuoted(value) ?? formatDoubleQuoted(value));
	return put(formatScalar(value, isInFlow));
}

/** Writes a field anew, with everything in it. */
function rewritePair({ source, schema }: Place, pair: Pair<Node, Node | null>, key: string, value: unknown): Splices {
	const [start] = rangeOf(pair.key);
	const column = columnOf(source, start);
	const text = pairLines(key, value, innerSchema(schema, key), indentOf(column)).join('\n').slice(column);
	return [{ start, end: endOfPair(source, pair), text }];
}

/** The fields that are new, each put after the last one that comes before it in the order of the form. */
function addPairs(place: Place, pairs: Map<string, Pair<Node, Node | null>>, after: Fields): Splices {
	const { source, schema } = place;
	const order = [...new Set([...fieldNames(schema), ...pairs.keys(), ...Object.keys(after)])];
	const [first] = pairs.values();
	if (!first) return undefined;
	const [top] = rangeOf(first.key);
	const column = columnOf(source, top);
	return order
		.filter((key) => Object.hasOwn(after, key) && !pairs.has(key))
		.map((key): Splice => {
			const lines = pairLines(key, after[key], innerSchema(schema, key), indentOf(column));
			const earlier = order
				.slice(0, order.indexOf(key))
				.filter((name) => pairs.has(name))
				.at(-1);
			const anchor = earlier === undefined ? undefined : pairs.get(earlier);
			if (anchor) return insertLines(source, lineBelow(source, endOfPair(source, anchor), column), lines);
			if (isFirstOnLine(source, top)) return insertLines(source, lineStart(source, top), lines);
			return { start: top, end: top, text: `${lines.join('\n').slice(column)}\n${indentOf(column)}` };
		});
}

function changeMap(place: Place, node: YAMLMap<Node, Node | null>, before: Fields, after: Fields, isDeep: boolean) {
	const { source, schema } = place;
	const pairs = new Map<string, Pair<Node, Node | null>>();
	for (const pair of node.items) {
		if (!isScalar(pair.key)) return undefined;
		pairs.set(String(pair.key.value), pair);
	}
	const isEmptied = ![...pairs.keys()].some((key) => Object.hasOwn(after, key));
	const hasSameFields =
		Object.keys(after).every((key) => pairs.has(key)) &&
		Object.keys(pruned(before)).every((key) => Object.hasOwn(after, key));
	if (isEmptied || (node.flow && !hasSameFields)) return undefined;
	const changed = [...pairs].map(([key, pair]): Splices => {
		const value = Object.hasOwn(after, key) ? after[key] : undefined;
		if (isSame(prunedValue(before[key], asItStands), value)) return [];
		const [start] = rangeOf(pair.key);
		if (value === undefined) {
			if (!isFirstOnLine(source, start)) return undefined;
			return [{ start: lineStart(source, start), end: nextLine(source, endOfPair(source, pair)), text: '' }];
		}
		const inner = {
			source,
			indent: indentOf(columnOf(source, start) + 2),
			schema: innerSchema(schema, key),
			isInFlow: place.isInFlow || node.flow === true,
		};
		const splices = isDeep ? changeValue(inner, pair.value, before[key], value) : undefined;
		return splices ?? (node.flow ? undefined : rewritePair(place, pair, key, value));
	});
	return joined([...changed, hasSameFields ? [] : addPairs(place, pairs, after)]);
}

/** An item of a list with its place in the text. */
interface Item {
	node: Node;
	/** Where its dash stands, in a list of lines. */
	dash: number | undefined;
	value: unknown;
}

const itemSchema = (schema: Schema) => innerSchema(schema, 0);

/** Which items remain, changed or not. */
const keptIn = (steps: readonly Step[]): number[] =>
	steps.flatMap((step) => (step.kind === 'stays' || step.kind === 'changes' ? [step.from] : []));

/** For each item that comes, the last item before it that stays. */
function anchorsOf(steps: readonly Step[]): { to: number; after: number | undefined }[] {
	let after: number | undefined;
	return steps.flatMap((step) => {
		if (step.kind === 'stays' || step.kind === 'changes') after = step.from;
		return step.kind === 'comes' ? [{ to: step.to, after }] : [];
	});
}

function changeBlockList({ source, schema }: Place, items: readonly Item[], after: readonly unknown[], steps: Step[]) {
	const dashes = items.map(({ dash }) => dash);
	const firstKept = keptIn(steps)[0] ?? 0;
	const column = columnOf(source, dashes[firstKept] ?? 0);
	const changed = steps.map((step): Splices => {
		const item = 'from' in step ? items[step.from] : undefined;
		if (!item || step.kind === 'stays') return [];
		const { dash, node, value } = item;
		if (dash === undefined) return undefined;
		if (step.kind === 'goes') {
			if (!isFirstOnLine(source, dash)) return undefined;
			return [{ start: lineStart(source, dash), end: nextLine(source, endOf(source, node)), text: '' }];
		}
		const next = 'to' in step ? after[step.to] : undefined;
		const indent = indentOf(columnOf(source, dash) + 2);
		const splices = changeValue({ source, indent, schema: itemSchema(schema), isInFlow: false }, node, value, next);
		if (splices) return splices;
		const text = itemLines(next, itemSchema(schema), indentOf(columnOf(source, dash)))
			.join('\n')
			.trimStart();
		return [{ start: dash, end: endOf(source, node), text }];
	});
	const added = anchorsOf(steps).map(({ to, after: anchor }): Splices => {
		const lines = itemLines(after[to], itemSchema(schema), indentOf(column));
		const node = anchor === undefined ? undefined : items[anchor]?.node;
		if (node) return [insertLines(source, lineBelow(source, endOf(source, node), column), lines)];
		const top = dashes[firstKept];
		if (top === undefined || !isFirstOnLine(source, top)) return undefined;
		return [insertLines(source, lineStart(source, top), lines)];
	});
	return joined([...changed, ...added]);
}

function changeFlowList(
	{ source, schema, indent }: Place,
	items: readonly Item[],
	after: readonly unknown[],
	steps: Step[],
) {
	const starts = items.map(({ node }) => rangeOf(node)[0]);
	const ends = items.map(({ node }) => rangeOf(node)[1]);
	const kept = keptIn(steps);
	const between = source.slice(ends[0], starts[1]);
	const separator = items.length > 1 && /^,\s*$/.test(between) ? between : ', ';
	const lastKept = kept.at(-1) ?? 0;
	const firstKept = kept[0] ?? 0;
	const changed = steps.map((step): Splices => {
		const item = 'from' in step ? items[step.from] : undefined;
		if (!item || step.kind === 'stays') return [];
		if (step.kind === 'goes') {
			const [start, end] =
				step.from > lastKept ? [ends[step.from - 1], ends[step.from]] : [starts[step.from], starts[step.from + 1]];
			return start === undefined || end === undefined ? undefined : [{ start, end, text: '' }];
		}
		const next = 'to' in step ? after[step.to] : undefined;
		const inner = { source, indent, schema: itemSchema(schema), isInFlow: true };
		return changeValue(inner, item.node, item.value, next);
	});
	const added = anchorsOf(steps).map(({ to, after: anchor }): Splices => {
		const text = formatInFlow(after[to], itemSchema(schema));
		const offset = anchor === undefined ? starts[firstKept] : ends[anchor];
		if (offset === undefined) return undefined;
		return [{ start: offset, end: offset, text: anchor === undefined ? text + separator : separator + text }];
	});
	return joined([...changed, ...added]);
}

function changeList(place: Place, node: YAMLSeq<Node>, values: readonly unknown[], after: readonly unknown[]): Splices {
	// Blank items are no items for the form; they stay as they are.
	const items = node.items
		.map((item, index): Item => ({
			node: item,
			dash: dashOf(node, index),
			value: prunedValue(values[index], asItStands),
		}))
		.filter(({ value }) => value !== undefined);
	const steps = align(
		items.map(({ value }) => value),
		after,
	);
	if (keptIn(steps).length === 0) return undefined;
	return (node.flow ? changeFlowList : changeBlockList)(place, items, after, steps);
}

function changeValue(place: Place, node: Node | null, before: unknown, after: unknown): Splices {
	const filled = prunedValue(before, asItStands);
	if (isSame(filled, after)) return [];
	if (filled === undefined) return undefined;
	if (!node || isBlank(node)) return undefined;
	if (isScalar(node) && (typeof after !== 'object' || after === null)) return changeScalar(place, node, after);
	const text = () => formatInFlow(after, place.schema);
	const anew = (): Splices => [{ start: rangeOf(node)[0], end: rangeOf(node)[1], text: text() }];
	if (isMap<Node, Node | null>(node) && isGroup(before) && isGroup(after)) {
		return changeMap(place, node, before, after, true) ?? (node.flow ? anew() : undefined);
	}
	if (isSeq<Node>(node) && Array.isArray(before) && Array.isArray(after)) {
		return changeList(place, node, before, after) ?? (node.flow ? anew() : undefined);
	}
	return undefined;
}

function apply(source: string, splices: readonly Splice[]): string | undefined {
	const lineBreak = /\r?\n/.exec(source)?.[0] ?? '\n';
	const inOrder = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
	let done = 0;
	let text = '';
	for (const splice of inOrder) {
		if (splice.start < done) return undefined;
		text += source.slice(done, splice.start) + splice.text.replace(/\r?\n/g, lineBreak);
		done = splice.end;
	}
	return text + source.slice(done);
}

/**
 * YAML with other values, in which everything that says the same stays as it was: order, comments, blank lines,
 * quotation marks. Undefined where that is more than this can do. `isDeep` changes single values inside of groups and
 * lists; without it, a field of the entry that differs is written anew as a whole.
 */
export function spliceYaml(
	source: string,
	before: Fields,
	after: Fields,
	schema: Schema,
	isDeep: boolean,
): string | undefined {
	const document = parseDocument<Node>(source, { keepSourceTokens: true, logLevel: 'silent', uniqueKeys: false });
	if (document.errors.length > 0 || !isMap<Node, Node | null>(document.contents) || document.contents.flow) {
		return undefined;
	}
	const place = { source, indent: '', schema, isInFlow: false };
	const splices = changeMap(place, document.contents, before, after, isDeep);
	return splices && apply(source, splices);
}
