import { describe, expect, test } from 'vitest';
import { messageOf, messagesOf, mends, type BrokenEntry } from '../entries.ts';

test('a term with only the fields it must have passes', () => {
	expect(messagesOf('terms')).toEqual([]);
});

test('a term with every field filled in passes', () => {
	expect(messagesOf('terms', { abbreviation: 'PTCE', language: 'fr', country: 'FR' })).toEqual([]);
});

describe('a term is refused when', () => {
	const rows: BrokenEntry[] = [
		['the word is missing', { term: undefined }, 'Term (term) is missing', mends.addText],
		[
			'its language has a country',
			{ language: 'fr-BE' },
			'Language (language) "fr-BE" is not a language code',
			mends.hint,
		],
		[
			'its concept has a blank',
			{ concept: 'a cluster' },
			'Concept (concept) "a cluster" may have only small letters a to z, digits and single hyphens',
			mends.hint,
		],
		['its definition is missing', { definition: undefined }, 'Definition (definition) is missing', mends.addText],
		[
			'its definition is nothing but blanks',
			{ definition: '  ' },
			'Definition (definition) "  " has fewer than 1 character(s)',
			mends.fill,
		],
		['it has no sources', { sources: undefined }, 'Sources (sources) is missing', mends.addList],
		['a field is misspelled', { lang: 'en' }, 'lang is a field that nobody knows', mends.spelling],
	];

	test.each(rows)('%s', (_description, changes, what, mend) => {
		expect(messagesOf('terms', changes)).toEqual([messageOf('terms', what, mend)]);
	});
});
