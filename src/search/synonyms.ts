import { fold } from '../formats/fold.ts';
import { groupBy } from '../formats/group-by.ts';
import type { Entry } from '../schemas/collections.ts';

/** The names of one concept across countries and languages. */
export type Synonyms = readonly string[];

/** A single English word, such as “network”, says too little to search for in its place. */
const isTelling = ({ data: { term, language } }: Entry<'terms'>) => language !== 'en' || term.includes(' ');

/**
 * The concepts that have several names, each with its names: terms, abbreviations, and the concept’s own slug in
 * words, which is its English name.
 */
export function synonymsOf(terms: readonly Entry<'terms'>[]): Synonyms[] {
	const groups = groupBy(terms.filter(isTelling), ({ data }) => data.concept);
	return [...groups].flatMap(([concept, group]) => {
		const names = [
			...group.flatMap(({ data }) => [data.term, ...(data.abbreviation ? [data.abbreviation] : [])]),
			concept.replaceAll('-', ' '),
		];
		const distinct = names.filter((name, index) => names.findIndex((other) => fold(other) === fold(name)) === index);
		return distinct.length > 1 ? [distinct] : [];
	});
}

/**
 * The other names of what a query names: “PTCE” → “pôle territorial de coopération économique” and so on. The query
 * must hold the whole name, as words; accents and capitals do not matter.
 */
export function otherNamesFor(query: string, synonyms: readonly Synonyms[]): string[] {
	const toWords = (text: string) =>
		fold(text)
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim();
	const asked = ` ${toWords(query)} `;
	const isAsked = (name: string) => toWords(name) !== '' && asked.includes(` ${toWords(name)} `);
	return synonyms.flatMap((names) => (names.some(isAsked) ? names.filter((name) => !isAsked(name)) : []));
}
