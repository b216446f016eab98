import type { Mark, Node } from 'prosemirror-model';
import { attrOf, markTypes, nodeTypes } from './text-schema.ts';

/** How much is escaped: what Markdown would take for a mark, all punctuation, or all of it as entities. */
export type Caution = 'marks' | 'punctuation' | 'entities';

/** Where words stand: in a heading and a cell nothing begins a new line. */
export type Place = 'paragraph' | 'heading' | 'cell';

/** How cautious writing can be, from the most readable way on. */
export const cautions: readonly Caution[] = ['marks', 'punctuation', 'entities'];

/** Words with one set of marks, a picture, or the end of a line. */
interface Run {
	node: Node;
	text: string;
	marks: readonly Mark[];
}

type Part =
	| { kind: 'text'; text: string; isLinked: boolean }
	| { kind: 'raw'; text: string }
	| { kind: 'line'; text: string }
	| { kind: 'open' | 'close'; signs: '*' | '**' | '~~' };

const signsOf: Record<string, '*' | '**' | '~~'> = { em: '*', strong: '**', del: '~~' };

const isPunctuation = (sign: string) => /[\p{P}\p{S}]/u.test(sign);
const isSpace = (sign: string) => sign === '' || /\s/.test(sign);
const isWord = (sign: string) => !isSpace(sign) && !isPunctuation(sign);

const entity = (sign: string) => `&#${sign.codePointAt(0) ?? 0};`;

/** Code between as many backticks as it has none of. */
function codeOf(text: string, place: Place): string {
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const fence = '`'.repeat(longest + 1);
	const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
	return `${fence}${pad}${place === 'cell' ? text.replaceAll('|', '\\|') : text}${pad}${fence}`;
}

const escapeIn = (text: string, place: Place): string => {
	const escaped = text.replace(/[\\`*_[\]<>"~&!]/g, '\\$&');
	return place === 'cell' ? escaped.replaceAll('|', '\\|') : escaped;
};

/** Where a link or a picture leads, with its title. */
function destination(address: string, title: string, place: Place): string {
	const plain = place === 'cell' ? address.replaceAll('|', '%7C') : address;
	const isPlain = plain !== '' && /^(?:[^\s<>()\\&]|&(?!#|\w+;)|\((?:[^\s<>()\\&]|&(?!#|\w+;))*\))*$/.test(plain);
	const written = isPlain ? plain : `<${plain.replace(/[\\<>]|&(?=#|\w+;)/g, '\\$&')}>`;
	return title === '' ? `(${written})` : `(${written} "${escapeIn(title, place)}")`;
}

const pictureOf = ({ node }: Run, place: Place): string =>
	`![${escapeIn(attrOf(node, 'alt'), place)}]${destination(attrOf(node, 'src'), attrOf(node, 'title'), place)}`;

const isBreak = ({ node, marks }: Run): boolean =>
	node.type === nodeTypes.hard_break || markTypes.wrap.isInSet(marks) !== undefined;

const isBlank = (run: Run | undefined): boolean =>
	run !== undefined && (isBreak(run) || (run.node.isText && run.text.trim() === '' && !isCode(run)));

const isCode = ({ marks }: Run): boolean => markTypes.code.isInSet(marks) !== undefined;

/** Blanks at the ends of marked words stand outside of the marks: Markdown takes them for none otherwise. */
function trimmed(runs: readonly Run[]): { lead: Run[]; core: Run[]; tail: Run[] } {
	const split = runs.flatMap((run) => {
		if (!run.node.isText || isCode(run) || isBreak(run)) return [run];
		const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(run.text) ?? [];
		return [before, words, after].filter((text) => text !== '').map((text) => ({ ...run, text }));
	});
	let from = 0;
	let to = split.length;
	while (from < to && isBlank(split[from])) from++;
	while (to > from && isBlank(split[to - 1])) to--;
	return { lead: split.slice(0, from), core: split.slice(from, to), tail: split.slice(to) };
}

const without = (runs: readonly Run[], mark: Mark): Run[] =>
	runs.map((run) => ({ ...run, marks: mark.removeFromSet(run.marks) }));

/** How many runs from one on have a mark. */
function reachOf(runs: readonly Run[], from: number, mark: Mark): number {
	let to = from;
	while (to < runs.length && mark.isInSet(runs[to]?.marks ?? [])) to++;
	return to;
}

/** Marks that pages show between two words as well: such a mark is not written in two parts. */
const isSeenOnBlanks = ({ type }: Mark): boolean => type === markTypes.link || type === markTypes.del;

/** How many runs from one on a mark goes around: it ends where one that is seen on blanks begins and outlasts it. */
function endOf(runs: readonly Run[], from: number, mark: Mark): number {
	const to = reachOf(runs, from, mark);
	for (let at = from + 1; at < to; at++) {
		const begins = (runs[at]?.marks ?? []).filter(
			(each) => isSeenOnBlanks(each) && !each.isInSet(runs[at - 1]?.marks ?? []),
		);
		if (begins.some((each) => !each.eq(mark) && reachOf(runs, at, each) > to)) return at;
	}
	return to;
}

/** The parts of runs: marks that last longest go outside. */
function partsOf(runs: readonly Run[], place: Place, isLinked = false): Part[] {
	const parts: Part[] = [];
	for (let index = 0; ;) {
		const run = runs[index];
		if (!run) return parts;
		const [mark] = run.marks
			.filter(({ type }) => type !== markTypes.code && type !== markTypes.wrap)
			.map((each) => ({ each, to: endOf(runs, index, each) }))
			.sort((a, b) => b.to - a.to)
			.map(({ each }) => each);
		if (!mark) {
			parts.push(partOf(run, place, isLinked));
			index++;
			continue;
		}
		const to = endOf(runs, index, mark);
		const { lead, core, tail } = trimmed(without(runs.slice(index, to), mark));
		parts.push(...partsOf(lead, place, isLinked));
		if (core.length > 0) parts.push(...marked(mark, core, place, isLinked));
		parts.push(...partsOf(tail, place, isLinked));
		index = to;
	}
}

function partOf(run: Run, place: Place, isLinked: boolean): Part {
	if (isBreak(run)) {
		return { kind: 'line', text: place !== 'paragraph' ? ' ' : run.node.type === nodeTypes.hard_break ? '\\\n' : '\n' };
	}
	if (run.node.type === nodeTypes.image) return { kind: 'raw', text: pictureOf(run, place) };
	if (isCode(run)) return { kind: 'raw', text: codeOf(run.text, place) };
	return { kind: 'text', text: run.text, isLinked };
}

function marked(mark: Mark, core: readonly Run[], place: Place, isLinked: boolean): Part[] {
	if (mark.type !== markTypes.link) {
		const signs = signsOf[mark.type.name] ?? '*';
		return [{ kind: 'open', signs }, ...partsOf(core, place, isLinked), { kind: 'close', signs }];
	}
	const [href, title] = [attrOf(mark, 'href'), attrOf(mark, 'title')];
	const [only] = core;
	const isAddress = core.length === 1 && only?.marks.length === 0 && only.text === href && title === '';
	if (isAddress && /^https?:[^\s<>|]*$/.test(href)) return [{ kind: 'raw', text: `<${href}>` }];
	return [
		{ kind: 'raw', text: '[' },
		...partsOf(core, place, true),
		{ kind: 'raw', text: `]${destination(href, title, place)}` },
	];
}

/** What Markdown would take for a mark at the beginning of a line, up to the sign to escape; `isWhole` if nothing else is in the line. */
function lineStartIn(text: string, isWhole: boolean): string | undefined {
	const ends = isWhole ? '(?=\\s|$)' : '(?=\\s)';
	const [number] = new RegExp(`^\\d{1,9}[.)]${ends}`).exec(text) ?? [];
	if (number !== undefined) return number;
	const isMark =
		new RegExp(`^(?:#{1,6}${ends}|>|[-+*]${ends}|~~~)`).test(text) ||
		(isWhole && /^(?:(?:\*\s*){3,}|(?:_\s*){3,}|=+\s*|\|?[\s:-]*-[\s|:-]*)$/.test(text));
	return isMark ? text.charAt(0) : undefined;
}

/** What Markdown would take for a mark within a line: at a place, with the sign before and the one after. */
function isMark(text: string, at: number, before: string, after: string, isLinked: boolean): boolean {
	const rest = text.slice(at);
	switch (text[at]) {
		case '\\':
			return after === '' || /[!-/:-@[-`{-~\n]/.test(after);
		case '`':
			return true;
		case '*':
			return !(isSpace(before) && isSpace(after));
		case '_':
			return !(isSpace(before) && isSpace(after)) && !(isWord(before) && isWord(after));
		case '[':
			return isLinked || /^\[[^\]]*\](?:[([:]|$)/.test(rest) || /^\[[ x]\]\s/i.test(rest);
		case ']':
			return isLinked;
		case '<':
			return /^<[a-z/!?]/i.test(rest);
		case '&':
			return /^&(?:#\d+|#x[\da-f]+|\w+);/i.test(rest);
		case '~':
			return after === '~' || before === '~';
		default:
			return false;
	}
}

interface Around {
	before: string;
	/** The first sign of what follows, or none. */
	after: string;
	startsLine: boolean;
	place: Place;
	caution: Caution;
}

function escapeText(part: { text: string; isLinked: boolean }, around: Around): string {
	const { place, caution, startsLine } = around;
	const text = startsLine ? part.text.trimStart() : part.text;
	if (caution !== 'marks') {
		const write = caution === 'entities' ? entity : (sign: string) => `\\${sign}`;
		return text.replace(/[!-/:-@[-`{-~]/g, write);
	}
	const mark = startsLine && place === 'paragraph' ? lineStartIn(text, around.after === '') : undefined;
	const from = mark?.length ?? 0;
	let written = mark === undefined ? '' : `${mark.slice(0, -1)}\\${mark.slice(-1)}`;
	const signs = Array.from(text.slice(from));
	let at = from;
	let before = from > 0 ? text.charAt(from - 1) : startsLine ? '' : around.before;
	signs.forEach((sign, index) => {
		const after = signs[index + 1] ?? around.after;
		const isPicture = sign === '!' && index === signs.length - 1 && around.after === '[';
		const isBar = sign === '|' && place === 'cell';
		written += isBar || isPicture || isMark(text, at, before, after, part.isLinked) ? `\\${sign}` : sign;
		before = sign;
		at += sign.length;
	});
	// A heading may close with its mark.
	return place === 'heading' && around.after === '' ? written.replace(/(#+)(\s*)$/, '\\$1$2') : written;
}

const firstSign = (text: string) => Array.from(text)[0] ?? '';
const lastSign = (text: string) => Array.from(text.slice(-2)).at(-1) ?? '';

/** The first sign of what a part and those after it write, at least whether it is a blank, a letter or neither. */
function signFrom(parts: readonly Part[], index: number): string {
	const part = parts[index];
	if (!part) return '';
	if ('signs' in part) return part.signs.charAt(0);
	return part.kind === 'line' ? '' : firstSign(part.text);
}

/** Writes what stands in a paragraph, a heading or a cell. */
export function writeInline(block: Node, place: Place, caution: Caution): string {
	const runs: Run[] = [];
	block.forEach((node) => runs.push({ node, text: node.text ?? '', marks: node.marks }));
	const parts = partsOf(trimmed(runs).core, place).filter((part) => part.kind !== 'text' || part.text !== '');
	let written = '';
	let startsLine = true;
	/** The signs that opened what is open, from the outside in. */
	const opened: string[] = [];
	/** A letter next to a mark that Markdown would not take for one there. */
	let asEntity = false;
	parts.forEach((part, index) => {
		const before = startsLine ? '' : lastSign(written);
		const after = signFrom(parts, index + 1);
		switch (part.kind) {
			case 'line':
				// Two line ends in a row are that of the page.
				if (startsLine && part.text === '\n') return;
				written = written.replace(/[^\S\n]+$/, '').replace(/(?<!\\)\n$/, '') + part.text;
				startsLine = true;
				return;
			case 'raw':
				written += part.text;
				break;
			case 'open': {
				const signs = part.signs !== '~~' && before === '*' ? part.signs.replaceAll('*', '_') : part.signs;
				if (isPunctuation(after) && isWord(before)) written = written.slice(0, -before.length) + entity(before);
				opened.push(signs);
				written += signs;
				break;
			}
			case 'close': {
				const signs = opened.pop() ?? part.signs;
				asEntity = isWord(after) && (isPunctuation(before) || signs.startsWith('_'));
				written += signs;
				break;
			}
			case 'text': {
				const first = asEntity ? firstSign(part.text) : '';
				asEntity = false;
				const rest = { text: part.text.slice(first.length), isLinked: part.isLinked };
				const around = { before: first || before, after, startsLine: startsLine && first === '', place, caution };
				written += (first && entity(first)) + escapeText(rest, around);
			}
		}
		startsLine &&= written === '' || written.endsWith('\n');
	});
	return written;
}
