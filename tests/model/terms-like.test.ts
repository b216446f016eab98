import { expect, test } from 'vitest';
import { termsLike, type NamedTerm } from '../../src/model/terms-like.ts';

const named = (id: string, concept: string): NamedTerm => ({
	id,
	data: { term: id, language: 'fr', concept },
});

test('a term has those beside it that name the same concept, and not itself', () => {
	const terms = [named('asbl', 'association'), named('vzw', 'association'), named('scop', 'cooperative')];
	const like = termsLike(terms);
	expect(terms.map((term) => like(term).map(({ id }) => id))).toEqual([['vzw'], ['asbl'], []]);
});

test('of very many terms for one concept six are shown', () => {
	const terms = Array.from({ length: 20 }, (_, index) => named(`term-${index}`, 'association'));
	expect(termsLike(terms)(named('term-0', 'association'))).toEqual(terms.slice(1, 7));
});
