import { entryOfPosting, frequencyOf, FREQUENCIES, fromDistances } from './index-format.ts';
import type { SearchRecord } from './records.ts';
import type { Concept } from './synonyms.ts';
import { stopWords } from './tables.ts';
import { plainly, wordsOf } from './words.ts';

/** A word of texts: the entries whose text holds it, and the places where. */
class TextWord {
	/** Each entry times the steps of frequency, with the step. */
	readonly postings: number[] = [];
	/** For each posting how many places follow; then these. In one list: millions of small ones would fill the memory. */
	readonly #places: number[] = [];
	readonly #hasPlaces: boolean;
	#entry = -1;
	#times = 0;
	#last = 0;

	constructor(hasPlaces: boolean) {
		this.#hasPlaces = hasPlaces;
	}

	/** Takes the next place of it; entries come in their order. */
	note(entry: number, place: number): void {
		if (entry === this.#entry) {
			this.#times += 1;
			this.postings[this.postings.length - 1] = entry * FREQUENCIES + frequencyOf(this.#times);
		} else {
			[this.#entry, this.#times, this.#last] = [entry, 1, 0];
			this.postings.push(entry * FREQUENCIES);
			if (this.#hasPlaces) this.#places.push(0);
		}
		if (this.#hasPlaces) {
			this.#places[this.#places.length - this.#times] = this.#times;
			this.#places.push(place - this.#last);
		}
		this.#last = place;
	}

	/** For each posting the places of the word in the text, counted in words, each as its distance from the one before. */
	places(): number[][] {
		const lists: number[][] = [];
		for (let at = 0; at < this.#places.length;) {
			const end = at + 1 + (this.#places[at] ?? 0);
			lists.push(this.#places.slice(at + 1, end));
			at = end;
		}
		return lists;
	}
}

/** Words with what texts say of each. */
export type TextIndex = ReadonlyMap<string, Pick<TextWord, 'postings' | 'places'>>;

/** Between two parts of a text, so that no phrase is found across both. */
const GAP = 20;
const PART = /[\p{L}\p{N}\p{M}]+|[-‐‑–.&+/]+/gu;
const SIGN_OF_WORD = /[\p{L}\p{N}]/u;

/** What stands for all names of a concept: no word that anybody types. */
export const wordOfConcept = (concept: string): string => `=${concept}`;

/** The texts of all entries, word for word. */
export function textIndexOf(records: readonly SearchRecord[], concepts: readonly Concept[]): TextIndex {
	const index = new Map<string, TextWord>();
	const wordFor = (word: string, hasPlaces = !stopWords.has(word)): TextWord => {
		const known = index.get(word);
		if (known) return known;
		const made = new TextWord(hasPlaces);
		index.set(word, made);
		return made;
	};
	// The same words come again and again; folding one costs more than looking it up.
	const parts = new Map<string, { isWord: boolean; folded: string; words: readonly TextWord[] }>();
	const partFor = (part: string) => {
		const known = parts.get(part);
		if (known) return known;
		const words = plainly(part).match(/[\p{L}\p{N}]+/gu) ?? [];
		const made = { isWord: SIGN_OF_WORD.test(part), folded: words.join(''), words: words.map((word) => wordFor(word)) };
		parts.set(part, made);
		return made;
	};
	for (const [entry, { title, where, text, facts }] of records.entries()) {
		let place = 0;
		const read = (part: string) => {
			// Words that a hyphen joins count in one as well, where the first of them stands.
			let joined = '';
			let joinedAt = 0;
			let joins = 0;
			let end = -1;
			const close = () => {
				if (joins > 1) wordFor(joined).note(entry, joinedAt);
				joins = 0;
			};
			for (const match of part.matchAll(PART)) {
				const isNext = match.index === end;
				end = match.index + match[0].length;
				const { isWord, folded, words } = partFor(match[0]);
				if (!isWord) {
					if (!isNext || match[0].length > 1) close();
					continue;
				}
				if (isNext && joins > 0) {
					joined += folded;
					joins += 1;
				} else {
					close();
					[joined, joinedAt, joins] = [folded, place, 1];
				}
				for (const word of words) word.note(entry, place++);
			}
			close();
			place += GAP;
		};
		for (const part of [title, where, text, facts]) read(part);
	}
	for (const { concept, names } of concepts) {
		const entries = new Set(names.flatMap((name) => entriesWithPhrase(index, wordsOf(name))));
		const inOrder = [...entries].sort((one, other) => one - other);
		for (const entry of inOrder) wordFor(wordOfConcept(concept), false).note(entry, 0);
	}
	return index;
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

function entriesWithPhrase(index: TextIndex, phrase: readonly string[]): number[] {
	const { words, steps } = phraseSteps(phrase);
	const [first, ...others] = words.map((word) => {
		const known = index.get(word);
		const places = known?.places() ?? [];
		return new Map(known?.postings.map((posting, at) => [entryOfPosting(posting), places[at] ?? []]));
	});
	return [...(first ?? [])].flatMap(([entry, own]) => {
		const lists = [own, ...others.map((known) => known.get(entry))];
		return lists.every((list) => list !== undefined) && holdsPhrase(lists.map(fromDistances), steps) ? [entry] : [];
	});
}
