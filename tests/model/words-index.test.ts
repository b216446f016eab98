import { expect, test } from 'vitest';
import { wordsByLanguage, wordsByLetter } from '../../src/model/words-index.ts';
import { entryOf } from '../entries.ts';

const word = (term: string, language = 'en') => entryOf('terms', { term, language }, term);
const labels = (groups: ReturnType<typeof wordsByLetter>) =>
	groups.map(({ id, label, terms }) => [id, label, terms.map(({ data }) => data.term)]);

test('English words stand under their letter, accents and capitals apart, and signs last', () => {
	expect(
		labels(wordsByLetter([word('Éclair'), word('24-hour place'), word('edge'), word('Bank'), word('pôle', 'fr')])),
	).toEqual([
		['letter-b', 'B', ['Bank']],
		['letter-e', 'E', ['Éclair', 'edge']],
		['letter-other', 'Other', ['24-hour place']],
	]);
});

test('other words stand under their language, by its name', () => {
	expect(
		labels(
			wordsByLanguage([word('pôle', 'fr'), word('rete', 'it'), word('Netz', 'de'), word('edge'), word('grappe', 'fr')]),
		),
	).toEqual([
		['language-fr', 'French', ['pôle', 'grappe']],
		['language-de', 'German', ['Netz']],
		['language-it', 'Italian', ['rete']],
	]);
});
