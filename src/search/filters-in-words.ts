import { fold } from '../formats/fold.ts';

/** A value of a facet, or a group of some, with the words that it is called by. */
export interface Choosable {
	facet: string;
	values: readonly string[];
	text: string;
}

/** What words say as filters. */
export interface FiltersInWords {
	/** What the filters are called. */
	labels: string[];
	choices: Record<string, string[]>;
	/** The words that are no filter. */
	rest: string;
}

/** Words that join others, and those that are said of everything here. */
const JOINING = /^(?:and|in|of|the|with|for|clusters?|countries|country|social|economy)$/;
/** A word is no name of a theme if it is shorter: “food” of “Food and farming”. */
const TELLING_MIN_CHARACTERS = 4;

const wordsOf = (text: string): string[] =>
	fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

const telling = (text: string) => wordsOf(text).filter((word) => !JOINING.test(word));

/** Facets whose values one of their words names: themes are called by several, “Food and farming”. */
const NAMED_BY_ONE = ['theme'];

/**
 * The filters that words name: a whole label (“Southern Europe”), or a word of a theme (“food”). The longest labels
 * first, so that a part of one is not taken for another.
 */
export function filtersInWords(words: string, choosable: readonly Choosable[]): FiltersInWords {
	let rest = telling(words);
	const found: Choosable[] = [];
	const take = (one: Choosable, names: readonly string[]) => {
		rest = rest.filter((word) => !names.includes(word));
		found.push(one);
	};
	const longestFirst = choosable.toSorted((a, b) => b.text.length - a.text.length);
	for (const one of longestFirst) {
		const names = telling(one.text);
		if (names.length > 0 && names.every((name) => rest.includes(name))) take(one, names);
	}
	for (const one of choosable.filter(({ facet }) => NAMED_BY_ONE.includes(facet))) {
		const [name] = telling(one.text).filter((word) => word.length >= TELLING_MIN_CHARACTERS && rest.includes(word));
		if (name) take(one, [name]);
	}
	const choices: Record<string, string[]> = {};
	for (const { facet, values } of found) (choices[facet] ??= []).push(...values);
	return { labels: found.map(({ text }) => text), choices, rest: found.length > 0 ? rest.join(' ') : words };
}
