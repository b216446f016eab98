import { describe, expect, test } from 'vitest';
import { countValues, nextCheckBy, statedFacts, waitingChecks } from '../../src/model/coverage.ts';
import { facets, type FacetedSite } from '../../src/model/facets.ts';
import { entryOf, type Fields } from '../entries.ts';

const check = (on: string): Fields => ({
	check: { on, by: 'the editors', how: 'sources', against: 'The page listed.' },
});
const siteWith = (clusters: FacetedSite['clusters'], today = '2026-11-24'): FacetedSite => ({
	clusters,
	settings: entryOf('site').data,
	today,
});
const countsOf = (name: string, site: FacetedSite) => {
	const facet = facets.find((known) => known.name === name);
	if (!facet) throw new Error(`There is no facet ${name}.`);
	return countValues(facet, site).map(({ label, count }) => [label, count]);
};

describe('profiles by value', () => {
	const site = siteWith([
		entryOf('clusters', { country: 'PT', themes: ['food', 'care'], stage: 'active' }, 'one'),
		entryOf('clusters', { country: 'PT', themes: ['food'], stage: 'active' }, 'two'),
		entryOf('clusters', { country: 'AT', themes: ['food'] }, 'three'),
	]);

	test('name every country, also those with none; most profiles first, then by name', () => {
		const counts = countsOf('country', site);
		expect(counts.slice(0, 3)).toEqual([
			['Portugal', 2],
			['Austria', 1],
			['Albania', 0],
		]);
		expect(counts).toHaveLength(40);
	});

	test('count a profile in each of its themes', () => {
		expect(countsOf('theme', site).slice(0, 3)).toEqual([
			['Food and farming', 3],
			['Health and care', 1],
			['Across sectors', 0],
		]);
	});

	test('name every stage, and count no profile that states none', () => {
		expect(countsOf('stage', site)).toEqual([
			['Active', 2],
			['Closed', 0],
			['Completed', 0],
			['Emerging', 0],
			['On hold', 0],
		]);
	});
});

describe('facts that profiles may state', () => {
	const facts = statedFacts([
		entryOf('clusters', { website: 'https://example.org/', place: 'Porto', founded: 2015 }, 'one'),
		entryOf('clusters', { website: 'https://example.org/', place: 'Graz', labels: [] }, 'two'),
		entryOf('clusters', { website: 'https://example.org/', practice: {} }, 'three'),
	]);
	const factOf = (field: string) => facts.find((fact) => fact.field === field);

	test.each([
		['website', 'Website', 3, 100],
		['place', 'Place', 2, 67],
		['founded', 'Founded', 1, 33],
		['mailbox', 'Mailbox', 0, 0],
	])('are counted: %s', (field, label, count, percent) => {
		expect(factOf(field)).toMatchObject({ label, count, percent });
	});

	test.each(['labels', 'practice'])('are not stated by an empty list or group: %s', (field) => {
		expect(factOf(field)?.count).toBe(0);
	});

	test.each(['name', 'summary', 'country', 'themes', 'sources', 'check', 'proposedBy', 'aliases', 'ended'])(
		'are not what every profile has, what is no fact, or the end of a cluster: %s',
		(field) => {
			expect(factOf(field)).toBeUndefined();
		},
	);

	test('come with those first that most profiles leave out', () => {
		const counts = facts.map(({ count }) => count);
		expect(counts).toEqual(counts.toSorted((a, b) => a - b));
		expect(facts.at(-1)?.label).toBe('Website');
	});

	test('lead to a profile that does not state them, if there is one', () => {
		expect(['one', 'two', 'three']).toContain(factOf('mailbox')?.example?.id);
		expect(factOf('place')?.example?.id).toBe('three');
		expect(factOf('website')?.example).toBeUndefined();
	});

	test('lead each to another profile, as far as there are', () => {
		expect(new Set(facts.slice(0, 3).map(({ example }) => example?.id)).size).toBe(3);
	});

	test('are all missing where there is no profile', () => {
		expect(statedFacts([]).every(({ count, percent, example }) => count + percent === 0 && !example)).toBe(true);
	});
});

describe('checks', () => {
	const clusters = [
		entryOf('clusters', check('2026-11-24'), 'fresh'),
		entryOf('clusters', check('2025-11-24'), 'due'),
		entryOf('clusters', check('2025-08-25'), 'not-yet-overdue'),
		entryOf('clusters', check('2025-08-24'), 'overdue'),
		entryOf('clusters', check('2025-08-24'), 'also-overdue'),
	];

	test('that wait stand with the oldest first, those of one day by slug', () => {
		expect(waitingChecks(siteWith(clusters)).map(({ cluster, state }) => [cluster.id, state])).toEqual([
			['also-overdue', 'overdue'],
			['overdue', 'overdue'],
			['not-yet-overdue', 'due'],
			['due', 'due'],
		]);
	});

	test('are in time until the day on which the first is due', () => {
		expect(nextCheckBy(siteWith(clusters))).toBe('2027-11-24');
	});

	test('have no such day where none is in time', () => {
		expect(nextCheckBy(siteWith(clusters.slice(1)))).toBeUndefined();
	});
});

test('ten thousand profiles are counted in a moment', () => {
	const [one] = [entryOf('clusters', check('2025-01-01'))];
	const site = siteWith(Array.from({ length: 10_000 }, (_, index) => ({ ...one, id: `cluster-${index}` })));
	expect(countsOf('country', site)[0]).toEqual(['France', 10_000]);
	expect(statedFacts(site.clusters)[0]?.count).toBe(0);
	expect(waitingChecks(site)).toHaveLength(10_000);
});
