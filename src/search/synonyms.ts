import { groupBy } from '../formats/group-by.ts';
import type { Entry } from '../schemas/collections.ts';
import { plainly, wordsOf } from './words.ts';

/** A concept with its names across countries and languages. */
export interface Concept {
	concept: string;
	names: readonly string[];
}

/** A single English word, such as “network”, says too little to search for in its place. */
const isTelling = ({ data: { term, language } }: Entry<'terms'>) => language !== 'en' || term.includes(' ');

/**
 * The concepts that have several names, each with its names: terms, abbreviations, and the concept’s own slug in
 * words, which is its English name.
 */
export function conceptsOf(terms: readonly Entry<'terms'>[]): Concept[] {
	const groups = groupBy(terms.filter(isTelling), ({ data }) => data.concept);
	return [...groups].flatMap(([concept, group]) => {
		const names = [
			...group.flatMap(({ data }) => [data.term, ...(data.abbreviation ? [data.abbreviation] : [])]),
			concept.replaceAll('-', ' '),
		];
		const distinct = names.filter(
			(name, index) => names.findIndex((other) => plainly(other) === plainly(name)) === index,
		);
		return distinct.length > 1 ? [{ concept, names: distinct }] : [];
	});
}

/** A concept that a query names, by which of its words, and the other names of it. */
export interface AskedConcept {
	concept: string;
	words: readonly string[];
	otherNames: readonly string[];
}

/**
 * The concepts that a query names: “PTCE” → “pôle territorial de coopération économique” and so on. The query must hold
 * the whole name, as words; accents and capitals do not matter.
 */
export function conceptsIn(query: string, concepts: readonly Concept[]): AskedConcept[] {
	const asked = ` ${wordsOf(query).join(' ')} `;
	const isAsked = (name: string) => asked.includes(` ${wordsOf(name).join(' ')} `);
	return concepts.flatMap(({ concept, names }) => {
		const named = names.filter(isAsked);
		return named.length > 0
			? [{ concept, words: named.flatMap(wordsOf), otherNames: names.filter((name) => !isAsked(name)) }]
			: [];
	});
}
