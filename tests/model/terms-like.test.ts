import { expect, test } from 'vitest';
import { termsLike, type NamedTerm } from '../../src/model/terms-like.ts';

const named = (id: string, concept: string): NamedTerm => ({
	id,
	data: { term: id, language: 'fr', concept },
});

test('a term has those beside it that name the same concept, and not itself', () => {
	const terms = [named('asbl', 'association'), named('vzw', 'association'), named('scop', 'cooperative')];
	const like = termsLike(terms);
	const idsLike = ({ id, data }: NamedTerm) => like(id, data).map((term) => term.id);
	expect(terms.map(idsLike)).toEqual([['vzw'], ['asbl'], []]);
});

test('of very many terms for one concept a dozen are shown', () => {
	const terms = Array.from({ length: 20 }, (_, index) => named(`term-${index}`, 'association'));
	expect(termsLike(terms)('term-0', { concept: 'association' })).toEqual(terms.slice(1, 13));
});
