import type { Term } from '../schemas/term.ts';
import { groupBy } from '../formats/group-by.ts';

/** Of a term what a link to it needs. */
export interface NamedTerm {
	id: string;
	data: Pick<Term, 'term' | 'language' | 'concept'>;
}

const SHOWN_MAX = 6;

/** Answers which other terms name the same concept as one. */
export function termsLike(terms: readonly NamedTerm[]): (term: NamedTerm) => NamedTerm[] {
	const byConcept = groupBy(terms, ({ data }) => data.concept);
	return ({ id, data }) => (byConcept.get(data.concept) ?? []).filter((other) => other.id !== id).slice(0, SHOWN_MAX);
}
