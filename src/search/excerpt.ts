import { plainly } from './words.ts';

/** A piece of a text, and whether it is one of the words searched for. */
export interface ExcerptPart {
	text: string;
	isMarked: boolean;
}

/** Words before the first that was searched for, and in all. */
const [WORDS_BEFORE, WORDS_IN_ALL] = [8, 32];
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A text in pieces, with the words marked that were searched for. */
export function markedParts(text: string, marked: ReadonlySet<string>): ExcerptPart[] {
	const parts: ExcerptPart[] = [];
	let end = 0;
	const add = (piece: string, isMarked: boolean) => {
		const last = parts.at(-1);
		if (last?.isMarked === isMarked) last.text += piece;
		else if (piece) parts.push({ text: piece, isMarked });
	};
	for (const { 0: word, index } of text.matchAll(WORD)) {
		add(text.slice(end, index), false);
		add(word, marked.has(plainly(word)));
		end = index + word.length;
	}
	add(text.slice(end), false);
	return parts;
}

/** The part of a text where most of the words stand that were searched for; undefined if none does. */
export function excerptOf(text: string, marked: ReadonlySet<string>): ExcerptPart[] | undefined {
	const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
		start: index,
		end: index + word.length,
		plain: plainly(word),
	}));
	const places = words.flatMap(({ plain }, place) => (marked.has(plain) ? [place] : []));
	if (places.length === 0) return undefined;
	let [best, most] = [0, 0];
	for (const place of places) {
		const within = new Set(
			places
				.filter((other) => other >= place && other < place + WORDS_IN_ALL - WORDS_BEFORE)
				.map((at) => words[at]?.plain),
		).size;
		if (within > most) [best, most] = [place, within];
	}
	const first = Math.max(0, best - WORDS_BEFORE);
	const last = Math.min(words.length, first + WORDS_IN_ALL);
	const start = first === 0 ? 0 : (words[first]?.start ?? 0);
	const end = last === words.length ? text.length : (words[last - 1]?.end ?? text.length);
	const piece = `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
	return markedParts(piece, marked);
}
