import { expect, test } from 'vitest';
import { filtersInWords, type Choosable } from '../../src/search/filters-in-words.ts';

const value = (facet: string, id: string, text: string, values = [id]): Choosable => ({ facet, values, text });
const choosable = [
	value('country', 'ES', 'Spain'),
	value('country', 'CZ', 'Czechia'),
	value('country', 'south', 'Southern Europe', ['ES', 'IT']),
	value('country', 'east', 'Central and Eastern Europe', ['CZ', 'PL']),
	value('theme', 'food', 'Food and farming'),
	value('theme', 'finance', 'Social finance'),
	value('service', 'training', 'Training'),
	value('kind', 'cluster', 'Social economy cluster'),
];

test.each<[words: string, choices: Record<string, string[]>, rest: string]>([
	['food southern europe', { country: ['ES', 'IT'], theme: ['food'] }, ''],
	['Food in Southern Europe', { country: ['ES', 'IT'], theme: ['food'] }, ''],
	['food clusters in Spain', { country: ['ES'], theme: ['food'] }, ''],
	['farming', { theme: ['food'] }, ''],
	['central and eastern europe', { country: ['CZ', 'PL'] }, ''],
	['training spain', { country: ['ES'], service: ['training'] }, ''],
	['bread spain', { country: ['ES'] }, 'bread'],
	['social economy cluster', {}, 'social economy cluster'],
	['europe', {}, 'europe'],
	['Torino Social Impact', {}, 'Torino Social Impact'],
	['', {}, ''],
])('“%s” names %j', (words, choices, rest) => {
	expect(filtersInWords(words, choosable)).toMatchObject({ choices, rest });
});

test('filters are told by their labels', () => {
	expect(filtersInWords('food spain', choosable).labels).toEqual(['Spain', 'Food and farming']);
});
