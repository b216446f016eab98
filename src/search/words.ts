import { fold } from '../formats/fold.ts';

/** Letters that some write as two: “Göteborg” → “goeteborg”, “Århus” → “aarhus”. */
const asTwo: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const AS_TWO = /[äöüåø]/g;

/** A text as it is compared: small plain letters, ligatures taken apart. */
export const plainly = (text: string): string => fold(text.normalize('NFKC'));

/** The same with letters that some write as two. */
const plainlyAsTwo = (text: string): string =>
	plainly(
		text
			.normalize('NFKC')
			.toLowerCase()
			.replace(AS_TWO, (letter) => asTwo[letter] ?? letter),
	);

const WORD = /[\p{L}\p{N}]+/gu;
/** Parts that people write in one word too: “co-operative”, “P.T.C.E.”. */
const JOINED = /[\p{L}\p{N}]+(?:[-‐‑–.&+/][\p{L}\p{N}]+)+/gu;
/** The same with apostrophes, which tell words apart in a sentence and not in a name: “Clus’Ter Jura”. */
const JOINED_IN_NAME = /[\p{L}\p{N}]+(?:[-‐‑–.&+/'`´][\p{L}\p{N}]+)+/gu;

/** The words of a text as they are compared, in order. */
export const wordsOf = (text: string): string[] => plainly(text).match(WORD) ?? [];

/** Words that a hyphen or stop joins, in one. */
export const joinedWordsOf = (text: string): string[] =>
	(plainly(text).match(JOINED) ?? []).map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''));

/** A word of a name in one of its spellings; `covers` of the name’s own words. */
export interface Spelling {
	word: string;
	covers: number;
}

/** Names of more words are not asked for in one. */
export const WORDS_IN_ONE_MAX = 8;

/** Every word of a name in all spellings that count: as it stands, with letters as two, joined. */
export function spellingsOf(name: string): Spelling[] {
	const found = new Map<string, number>();
	const add = (word: string, covers: number) => {
		if (word && !found.has(word)) found.set(word, covers);
	};
	for (const text of [plainly(name), plainlyAsTwo(name)]) {
		const words = text.match(WORD) ?? [];
		for (const word of words) add(word, 1);
		for (const joined of text.match(JOINED_IN_NAME) ?? []) {
			const parts = joined.match(WORD) ?? [];
			add(parts.join(''), parts.length);
		}
		if (words.length > 1 && words.length <= WORDS_IN_ONE_MAX) add(words.join(''), words.length);
	}
	return [...found].map(([word, covers]) => ({ word, covers }));
}

const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [
	[/(?<=[a-z]{2})ies$/, 'y'],
	[/(?<=[a-z](?:ss|sh|ch|x|z))es$/, ''],
	[/(?<=[a-z]{2}[^su])s$/, ''],
	[/(?<=[a-z]{3})(?:ing|ed)$/, ''],
	[/(?<=[a-z]{4})e$/, ''],
];

/** Words that end as forms of others do, and are none. */
const NO_FORM = /^(?:news|series|species|united)$/;

/** What the forms of an English word share: “clusters”, “cluster”; “closed”, “closes”, “closing”. */
export const stemOf = (word: string): string =>
	NO_FORM.test(word) ? word : ENDINGS.reduce((stem, [ending, instead]) => stem.replace(ending, instead), word);

/** How many errors turn one word into another, at most `most`; two neighbours that changed places are one. */
export function errorsBetween(one: string, other: string, most: number): number {
	if (Math.abs(one.length - other.length) > most) return most + 1;
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let row = 1; row <= one.length; row += 1) {
		const now = [row];
		let least = row;
		for (let column = 1; column <= other.length; column += 1) {
			const isSame = one[row - 1] === other[column - 1];
			let errors = Math.min(
				(last[column] ?? 0) + 1,
				(now[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (isSame ? 0 : 1),
			);
			if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
				errors = Math.min(errors, (before[column - 2] ?? 0) + 1);
			now[column] = errors;
			least = Math.min(least, errors);
		}
		if (least > most) return most + 1;
		[before, last] = [last, now];
	}
	return last[other.length] ?? most + 1;
}
