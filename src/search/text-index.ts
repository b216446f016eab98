import { frequencyOf, FREQUENCIES } from './index-format.ts';
import type { SearchRecord } from './records.ts';
import type { Concept } from './synonyms.ts';
import { stopWords } from './tables.ts';
import { plainly, wordsOf } from './words.ts';

/** Words with the entries whose text holds them, and the places where. */
export interface TextIndex {
	/** Each entry times the steps of frequency, with the step. */
	postings: Map<string, number[]>;
	/** For each posting the places of the word in the text, counted in words. */
	places: Map<string, number[][]>;
}

/** Between two parts of a text, so that no phrase is found across both. */
const GAP = 20;
const PART = /[\p{L}\p{N}\p{M}]+|[-‐‑–.&+/]+/gu;
const isWord = (part: string) => /[\p{L}\p{N}]/u.test(part);

/** What stands for all names of a concept: no word that anybody types. */
export const wordOfConcept = (concept: string): string => `=${concept}`;

/** The texts of all entries, word for word. */
export function textIndexOf(records: readonly SearchRecord[], concepts: readonly Concept[]): TextIndex {
	const postings = new Map<string, number[]>();
	const places = new Map<string, number[][]>();
	// The same words come again and again; folding one costs more than looking it up.
	const folded = new Map<string, readonly string[]>();
	const foldedOf = (part: string) => {
		const known = folded.get(part);
		if (known) return known;
		const words = plainly(part).match(/[\p{L}\p{N}]+/gu) ?? [];
		folded.set(part, words);
		return words;
	};
	for (const [entry, { title, where, text, facts }] of records.entries()) {
		const own = new Map<string, number[]>();
		let place = 0;
		const note = (word: string, at: number) => {
			const known = own.get(word);
			if (known) known.push(at);
			else own.set(word, [at]);
		};
		const read = (part: string) => {
			// Words that a hyphen joins count in one as well, where the first of them stands.
			let joined = '';
			let joinedAt = 0;
			let joins = 0;
			let end = -1;
			const close = () => {
				if (joins > 1) note(joined, joinedAt);
				joins = 0;
			};
			for (const match of part.matchAll(PART)) {
				const isNext = match.index === end;
				end = match.index + match[0].length;
				if (!isWord(match[0])) {
					if (!isNext || match[0].length > 1) close();
					continue;
				}
				const words = foldedOf(match[0]);
				if (isNext && joins > 0) {
					joined += words.join('');
					joins += 1;
				} else {
					close();
					[joined, joinedAt, joins] = [words.join(''), place, 1];
				}
				for (const word of words) note(word, place++);
			}
			close();
			place += GAP;
		};
		for (const part of [title, where, text, facts]) read(part);
		for (const [word, at] of own) {
			const posting = entry * FREQUENCIES + frequencyOf(at.length);
			const known = postings.get(word);
			if (known) known.push(posting);
			else postings.set(word, [posting]);
			if (stopWords.has(word)) continue;
			const list = places.get(word);
			if (list) list.push(at);
			else places.set(word, [at]);
		}
	}
	for (const { concept, names } of concepts) {
		const entries = new Set(names.flatMap((name) => entriesWithPhrase({ postings, places }, wordsOf(name))));
		if (entries.size > 0)
			postings.set(
				wordOfConcept(concept),
				[...entries].sort((one, other) => one - other).map((entry) => entry * FREQUENCIES),
			);
	}
	return { postings, places };
}

/** Which of the places of the words of a phrase, stop words apart, lie as they do there. */
export function holdsPhrase(places: readonly (readonly number[] | undefined)[], steps: readonly number[]): boolean {
	const [first = [], ...others] = places;
	const sets = others.map((list) => new Set(list));
	return first.some((start) => sets.every((set, index) => set.has(start + (steps[index + 1] ?? 0) - (steps[0] ?? 0))));
}

/** The words of a phrase whose places are known, and where in it they stand. */
export function phraseSteps(words: readonly string[]): { words: string[]; steps: number[] } {
	const steps = words.flatMap((word, step) => (stopWords.has(word) ? [] : [step]));
	return { words: steps.map((step) => words[step] ?? ''), steps };
}

function entriesWithPhrase({ postings, places }: TextIndex, phrase: readonly string[]): number[] {
	const { words, steps } = phraseSteps(phrase);
	const [first, ...others] = words.map((word) => ({
		entries: (postings.get(word) ?? []).map((posting) => Math.floor(posting / FREQUENCIES)),
		places: places.get(word) ?? [],
	}));
	if (!first) return [];
	const following = others.map(({ entries, places }) => new Map(entries.map((entry, index) => [entry, places[index]])));
	return first.entries.filter((entry, index) =>
		holdsPhrase([first.places[index], ...following.map((known) => known.get(entry))], steps),
	);
}
