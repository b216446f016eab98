import { describe, expect, test } from 'vitest';
import { errorsBetween, joinedWordsOf, spellingsOf, stemOf, wordsOf } from '../../src/search/words.ts';

describe('the words of a text', () => {
	test.each([
		['Matières & Couleurs', ['matieres', 'couleurs']],
		['L’Île-Saint-Denis', ['l', 'ile', 'saint', 'denis']],
		['Clus’Ter Jura', ['clus', 'ter', 'jura']],
		['ﬁgeacteurs', ['figeacteurs']],
		['ΚΑΡΔΙΤΣΑΣ', ['καρδιτσασ']],
		['Καρδίτσας', ['καρδιτσασ']],
		['Ghaqda Għaqda', ['ghaqda', 'ghaqda']],
		['Łódź, København; Straße', ['lodz', 'kobenhavn', 'strasse']],
		['12 % of 4.3 million', ['12', 'of', '4', '3', 'million']],
		['…', []],
	])('of “%s” are %j', (text, words) => {
		expect(wordsOf(text)).toEqual(words);
	});
});

test.each([
	['a co-operative', ['cooperative']],
	['P.T.C.E.', ['ptce']],
	['l’économie', []],
	['Vienna – Bratislava', []],
])('of “%s” a hyphen or stop joins %j', (text, joined) => {
	expect(joinedWordsOf(text)).toEqual(joined);
});

describe('a name is found by each spelling', () => {
	test.each([
		['Göteborg', ['goteborg', 'goeteborg']],
		['Vägen ut!', ['vagen', 'ut', 'vagenut', 'vaegen', 'vaegenut']],
		['Kooperativt København', ['kobenhavn', 'koebenhavn']],
		['Århus', ['arhus', 'aarhus']],
		['Möbelwerkstätten', ['mobelwerkstatten', 'moebelwerkstaetten']],
		['Gießen', ['giessen']],
		['Clus’Ter Jura', ['cluster', 'clusterjura']],
		['Malta Co-operative Federation', ['co', 'operative', 'cooperative']],
		['Sol.Co. Mantova', ['solco']],
	])('“%s” by %j', (name, spellings) => {
		expect(spellingsOf(name).map(({ word }) => word)).toEqual(expect.arrayContaining(spellings));
	});

	test('which says how many of its words it stands for', () => {
		expect(spellingsOf('Clus’Ter Jura').find(({ word }) => word === 'cluster')?.covers).toBe(2);
		expect(spellingsOf('Clus’Ter Jura').find(({ word }) => word === 'clusterjura')?.covers).toBe(3);
	});
});

test.each([
	['clusters', 'cluster'],
	['companies', 'company'],
	['closed', 'closes'],
	['closing', 'closed'],
	['housing', 'houses'],
	['businesses', 'business'],
	['training', 'trained'],
])('“%s” and “%s” are forms of one word', (one, other) => {
	expect(stemOf(one)).toBe(stemOf(other));
});

test.each([
	['theseus', 'these'],
	['bus', 'bu'],
	['news', 'new'],
	['united', 'unit'],
	['care', 'car'],
])('“%s” and “%s” are not', (one, other) => {
	expect(stemOf(one)).not.toBe(stemOf(other));
});

test.each([
	['mondragon', 'mondragon', 0],
	['mondragn', 'mondragon', 1],
	['strasburg', 'strasbourg', 1],
	['mannhiem', 'mannheim', 1],
	['kaleidoskop', 'kaleidoscoop', 2],
	['abc', 'xyz', 3],
])('between “%s” and “%s” lie %i errors', (one, other, errors) => {
	expect(errorsBetween(one, other, 2)).toBe(errors);
	expect(errorsBetween(other, one, 2)).toBe(errors);
});
