import { describe, expect, test } from 'vitest';
import { conceptsIn, conceptsOf } from '../../src/search/synonyms.ts';
import { entryOf, type Fields } from '../entries.ts';

const term = (changes: Fields) => entryOf('terms', changes);
const pole = term({
	term: 'pôle territorial de coopération économique',
	abbreviation: 'PTCE',
	language: 'fr',
	concept: 'territorial-pole',
});
const district = term({
	term: 'distretto dell’economia solidale',
	abbreviation: 'DES',
	language: 'it',
	concept: 'district',
});
const concepts = [
	{ concept: 'territorial-pole', names: ['pôle territorial de coopération économique', 'PTCE', 'territorial pole'] },
	{ concept: 'district', names: ['distretto dell’economia solidale', 'DES', 'district'] },
];

describe('the names of one concept', () => {
	test('are terms, abbreviations and the concept in words', () => {
		expect(conceptsOf([pole, district])).toEqual(concepts);
	});

	test('come from all its terms', () => {
		const greek = term({ term: 'πόλος συνεργασίας', language: 'el', concept: 'territorial-pole' });
		expect(conceptsOf([pole, district, greek])[0]?.names).toEqual([
			'pôle territorial de coopération économique',
			'PTCE',
			'πόλος συνεργασίας',
			'territorial pole',
		]);
	});

	test('are each there once, however they are written', () => {
		const again = term({
			term: 'Pole territorial de cooperation economique',
			language: 'ca',
			concept: 'territorial-pole',
		});
		const english = term({ term: 'Territorial Pole', language: 'en', concept: 'territorial-pole' });
		expect(conceptsOf([pole, again, english]).map(({ names }) => names)).toEqual([
			['pôle territorial de coopération économique', 'PTCE', 'Territorial Pole'],
		]);
	});

	test('leave out a single English word, which says too little', () => {
		const network = term({ term: 'network', language: 'en', concept: 'territorial-pole' });
		expect(conceptsOf([network, pole])).toEqual([concepts[0]]);
	});

	test('are left out where there is but one', () => {
		expect(conceptsOf([term({ term: 'social economy', language: 'en', concept: 'social-economy' })])).toEqual([]);
	});

	test('are none without terms', () => {
		expect(conceptsOf([])).toEqual([]);
	});
});

describe('the other names of what a search asks for', () => {
	test.each([
		['an abbreviation', 'PTCE', ['pôle territorial de coopération économique', 'territorial pole']],
		['an abbreviation in small letters', 'ptce', ['pôle territorial de coopération économique', 'territorial pole']],
		['a name without accents', 'pole territorial de cooperation economique', ['PTCE', 'territorial pole']],
		['a name in capitals', 'TERRITORIAL POLE', ['pôle territorial de coopération économique', 'PTCE']],
		['a name amid other words', 'a PTCE near Lyon', ['pôle territorial de coopération économique', 'territorial pole']],
		['a name between signs', '“PTCE”, (2014)', ['pôle territorial de coopération économique', 'territorial pole']],
		['a name with another apostrophe', "distretto dell'economia solidale", ['DES', 'district']],
		['two names of one concept', 'PTCE territorial pole', ['pôle territorial de coopération économique']],
		[
			'names of two concepts',
			'PTCE district',
			['pôle territorial de coopération économique', 'territorial pole', 'distretto dell’economia solidale', 'DES'],
		],
	])('are found for %s', (_description, query, others) => {
		expect(conceptsIn(query, concepts).flatMap(({ otherNames }) => otherNames)).toEqual(others);
	});

	test.each([
		['nothing', ''],
		['signs alone', '“…”'],
		['a part of a word', 'aptce'],
		['the beginning of a word', 'distr'],
		['a part of a name', 'pôle territorial'],
		['the words of a name in another order', 'pole territorial de economique cooperation'],
		['something else', 'bread'],
	])('are none for %s', (_description, query) => {
		expect(conceptsIn(query, concepts)).toEqual([]);
	});

	test('are none where no word has another name', () => {
		expect(conceptsIn('PTCE', [])).toEqual([]);
	});
});
