import type { Mark, Node } from 'prosemirror-model';
import { withSeenSigns } from '../../schemas/unseen-signs.ts';
import { alignmentOf, attrOf, childrenOf, isOneLine, markTypes, nodeTypes } from './text-schema.ts';

/** A sign with its marks, or a picture, or the end of a line. */
interface Sign {
	sign: string;
	marks: readonly Mark[];
}

/** Stands for the end of a line that pages show, and for that of one that they do not. */
const BREAK = '\u000b';
const WRAP = '\n';

const keyOf = (mark: Mark): string =>
	mark.type === markTypes.link ? JSON.stringify([attrOf(mark, 'href'), attrOf(mark, 'title')]) : mark.type.name;

const isBlank = ({ sign, marks }: Sign) =>
	/^\s$/.test(sign) && sign !== BREAK && sign !== WRAP && !markTypes.code.isInSet(marks);

const isSpace = (sign: Sign | undefined) => sign !== undefined && /^[ \t]$/.test(sign.sign) && isBlank(sign);

function signsIn(block: Node): Sign[] {
	const signs: Sign[] = [];
	const isLine = isOneLine(block);
	block.forEach((node) => {
		const { marks } = node;
		if (node.type === nodeTypes.hard_break) signs.push({ sign: isLine ? ' ' : BREAK, marks: isLine ? marks : [] });
		else if (node.type === nodeTypes.image) {
			signs.push({ sign: JSON.stringify([attrOf(node, 'src'), attrOf(node, 'alt'), attrOf(node, 'title')]), marks });
		} else if (markTypes.wrap.isInSet(marks)) {
			signs.push({ sign: isLine ? ' ' : WRAP, marks: isLine ? marks : [] });
		} else for (const sign of withSeenSigns(node.text ?? '')) signs.push({ sign, marks });
	});
	return signs;
}

const isLineEnd = (sign: Sign | undefined) => !sign || sign.sign === BREAK || sign.sign === WRAP;

/** The nearest sign in a direction that can be seen, or is the end of a line unless these are passed. */
function nearest(signs: readonly Sign[], from: number, step: 1 | -1, passesLines = false): Sign | undefined {
	for (let at = from + step; ; at += step) {
		const sign = signs[at];
		if (!sign || !(isBlank(sign) || (passesLines && isLineEnd(sign)))) return sign;
	}
}

/** What a page shows of a line of words, as a text that is the same if the page is. */
function lineKey(block: Node): string {
	const all = signsIn(block);
	let key = '';
	let last = '';
	all.forEach((sign, index) => {
		let { marks } = sign;
		// Pages show several in a row as one.
		if (isSpace(sign) && isSpace(all[index - 1])) return;
		if (isBlank(sign) || isLineEnd(sign)) {
			const isEnd = isLineEnd(sign);
			const around = [nearest(all, index, -1, isEnd), nearest(all, index, 1, isEnd)];
			// At the ends of a line there are none, as there are no lines at the ends of a block.
			if (isEnd ? around.includes(undefined) : around.some(isLineEnd)) return;
			// Nobody sees whether a blank is bold, nor where between two words a link ends.
			// Two line ends in a row are that of the page.
			const isDouble = isLineEnd(nearest(all, index, 1)) || nearest(all, index, -1)?.sign === BREAK;
			if (sign.sign === WRAP && isDouble) return;
			marks = marks.filter(
				(mark) =>
					(mark.type === markTypes.link || mark.type === markTypes.del) &&
					around.every((other) => other && mark.isInSet(other.marks)),
			);
		}
		const set = marks.map(keyOf).sort().join(' ');
		key += set === last ? sign.sign : `\u0000${set}\u0000${sign.sign}`;
		last = set;
	});
	return key.normalize();
}

/** What a page shows of a block, as a text that is the same if the page is; empty for what shows nothing. */
function blockKey(block: Node): string {
	switch (block.type) {
		case nodeTypes.kept:
			return JSON.stringify(attrOf(block, 'source').replaceAll(/\r\n?/g, '\n').trimEnd());
		case nodeTypes.paragraph: {
			const line = lineKey(block);
			return line && JSON.stringify(line);
		}
		case nodeTypes.heading: {
			const line = lineKey(block);
			return line && JSON.stringify([attrOf(block, 'level'), line]);
		}
		case nodeTypes.table: {
			const alignments: unknown[] = [];
			block.firstChild?.forEach((cell) => alignments.push(alignmentOf(cell)));
			const rows = childrenOf(block).map((row) => childrenOf(row).map(lineKey));
			return JSON.stringify(['table', alignments, rows]);
		}
		default: {
			const inner = childrenOf(block).map(blockKey).filter(Boolean);
			if (inner.length === 0) return '';
			const start = block.type === nodeTypes.ordered_list ? attrOf(block, 'start') : '';
			return JSON.stringify([block.type.name, start, inner]);
		}
	}
}

/** Whether a block shows nothing, and so is not written. */
export const isEmpty = (block: Node): boolean => blockKey(block) === '';

/** Whether pages show the same of two blocks, or texts. */
export const showsSame = (one: Node, other: Node): boolean => one === other || blockKey(one) === blockKey(other);
