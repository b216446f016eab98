import { foldBlanks, shortened, startOf } from '../formats/text.ts';
import { CHOICE_KEY, formatChoice, readChoice } from './choice.ts';
import { foldGroups, type Groups } from './value-groups.ts';
import { isSort, type Choices, type Sort } from './filter-rows.ts';

/** What a reader sees of the list; the address holds all of it. */
export interface View {
	choices: Choices;
	/** Words that the profiles must have. */
	words: string;
	sort: Sort;
	/** Counted from 1. */
	page: number;
	/** Slugs of the profiles chosen to compare or to print. */
	chosen: readonly string[];
}

/** The longest search that is asked; the rest of it is cut off. */
export const WORDS_MAX_CHARACTERS = 200;

/** Facets and their values that there are. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** A view, and what of the address could not be understood, as words for readers. */
export interface ReadView {
	view: View;
	misunderstood: string[];
}

const SHOWN_MAX_CHARACTERS = 41;

/** Parts of an address that other sites add and that mean nothing here, such as `utm_source`. */
const isForeign = (key: string) => /^(?:utm_.*|fbclid|gclid|ref)$/.test(key);

/**
 * Reads the query of an address. Keys may be repeated or their values joined with commas; capitals do not matter.
 * The name of a group stands for all its values. Whatever is not understood is left out and named; nothing throws.
 */
export function readView(query: string, known: Known, groups: Groups = new Map()): ReadView {
	const choices: Record<string, string[]> = {};
	const misunderstood: string[] = [];
	const view: View = { choices, words: '', sort: 'name', page: 1, chosen: [] };
	const parameters = new URLSearchParams(query);
	const complain = (key: string, value: string) => {
		const words = [key, value].map((part) => shortened(part, SHOWN_MAX_CHARACTERS)).join('=');
		if (!misunderstood.includes(words)) misunderstood.push(words);
	};
	for (const [given, value] of parameters) {
		const key = given.toLowerCase();
		const values = known.get(key);
		if (values) {
			for (const part of value.split(',').map((text) => text.trim())) {
				const id = [part, part.toUpperCase(), part.toLowerCase()].find((spelling) => values.has(spelling));
				const ids = id === undefined ? (groups.get(key)?.get(part.toLowerCase()) ?? []) : [id];
				if (ids.length === 0 && part) complain(key, part);
				for (const one of ids) if (!choices[key]?.includes(one)) (choices[key] ??= []).push(one);
			}
		} else if (key === 'q') {
			const words = foldBlanks(value);
			view.words ||= startOf(words, WORDS_MAX_CHARACTERS);
			if (words.length > WORDS_MAX_CHARACTERS) complain(key, words);
		} else if (key === 'sort') {
			const sort = value.toLowerCase();
			if (isSort(sort)) view.sort = sort;
			else complain(key, value);
		} else if (key === 'page') {
			if (/^[1-9]\d{0,5}$/.test(value)) view.page = Number(value);
			else complain(key, value);
		} else if (key !== CHOICE_KEY && !isForeign(key)) complain(key, value);
	}
	const { chosen, refused, excess } = readChoice(query);
	for (const slug of [...refused, ...excess]) complain(CHOICE_KEY, slug);
	return { view: { ...view, chosen }, misunderstood };
}

/** Whether a view shows something else than the list as it is built. */
export const isFiltered = ({ choices, words, sort }: View): boolean =>
	words !== '' || sort !== 'name' || Object.values(choices).some((ids) => ids.length > 0);

/**
 * The query of a view, without the question mark; empty for the list as it is. Same view, same address: a group that
 * is chosen as a whole stands by its name.
 */
export function formatView({ choices, words, sort, page, chosen }: View, groups: Groups = new Map()): string {
	const parameters = new URLSearchParams();
	// By name, in whatever order they were chosen.
	const facets = Object.keys(choices).sort();
	for (const facet of facets) {
		const ids = foldGroups(choices[facet] ?? [], groups.get(facet)).map(({ id }) => id);
		for (const id of ids.toSorted()) parameters.append(facet, id);
	}
	if (words) parameters.set('q', words);
	if (sort !== 'name') parameters.set('sort', sort);
	if (page > 1) parameters.set('page', String(page));
	const query = parameters.toString();
	return [query, formatChoice(chosen)].filter(Boolean).join('&');
}
