import { describe, expect, test } from 'vitest';
import { comparedTable, wordsOf } from '../../src/formats/compared-table.ts';
import { comparedProfile } from '../../src/model/compared-profile.ts';
import { entryOf } from '../entries.ts';

const full = entryOf('clusters', {
	name: 'Full | one',
	country: 'ES',
	place: 'Madrid',
	founded: 2012,
	members: { total: 200, qualifier: 'about', counts: 'companies', asOf: '2021', kinds: ['companies'] },
	services: ['training'],
	themes: ['food', 'digital'],
	sectors: ['=1+1', 'ethical banking'],
	website: 'https://www.example.org/path',
}).data;
const bare = entryOf('clusters', { name: 'Bare', country: 'PT', themes: ['food'] }).data;

const fact = (profile: ReturnType<typeof comparedProfile>, label: string) =>
	profile.facts.find(([name]) => name === label)?.[1];

describe('what is compared of a profile', () => {
	const profile = comparedProfile('full', full);

	test('comes in the order in which people ask', () => {
		expect(profile.facts.slice(0, 3).map(([label]) => label)).toEqual(['Members', 'Founded', 'Kind']);
	});

	test('tells a number with what was counted and when', () => {
		expect(fact(profile, 'Members')).toEqual({ text: 'about 200', note: 'companies, 2021', isFigure: true });
	});

	test('is the same rows for every profile, with nothing where nothing is stated', () => {
		const other = comparedProfile('bare', bare);
		expect(other.facts.map(([label]) => label)).toEqual(profile.facts.map(([label]) => label));
		expect(fact(other, 'Members')).toBeNull();
		expect(other.lists.map(({ items }) => items.length)).toEqual(profile.lists.map(({ items }) => items.length));
	});

	test('says what it has of all services and themes', () => {
		const had = profile.lists.map(({ items }) => items.filter(([, isHad]) => isHad).map(([label]) => label));
		expect(had).toEqual([['Training'], ['Food and farming', 'Digital']]);
	});
});

describe('the table of compared profiles', () => {
	const [head = [], line = []] = comparedTable([comparedProfile('full', full)], 'https://site.example');

	test('begins each line with name and place, and ends it with the page', () => {
		expect([...head.slice(0, 3), head.at(-1)]).toEqual(['Name', 'Place', 'Members', 'Page']);
		expect([...line.slice(1, 3), line.at(-1)]).toEqual([
			'Madrid, Spain',
			'about 200, companies, 2021',
			'https://site.example/clusters/full/',
		]);
	});

	test('lets no text run as a formula, nor pass for two', () => {
		expect(line[0]).toBe('Full / one');
		expect(line).toContain("'=1+1, ethical banking");
		expect(line.at(-2)).toBe('Food and farming | Digital');
	});

	test('is empty for no profile', () => {
		expect(comparedTable([], 'https://site.example')).toEqual([]);
		expect(wordsOf(null)).toBe('');
	});
});
