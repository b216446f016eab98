import { describe, expect, test } from 'vitest';
import { countValues, missingFacts, nextCheckBy, waitingChecks } from '../../src/model/coverage.ts';
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

describe('facts that readers are asked for', () => {
	const whole: Fields = {
		website: 'https://example.org/',
		founded: 2015,
		members: { total: 7, asOf: '2020' },
		carrier: { name: 'Hub', legalForm: 'association' },
		practice: { worked: 'Rooms.' },
	};
	const missing = missingFacts([
		entryOf('clusters', whole, 'whole'),
		entryOf('clusters', { ...whole, website: undefined, practice: {} }, 'two-missing'),
		entryOf('clusters', { ...whole, website: undefined }, 'one-missing'),
	]);

	test('are those that profiles lack, the most missed first; an empty group says nothing', () => {
		expect(missing.map(({ field, profiles }) => [field, profiles.length])).toEqual([
			['website', 2],
			['practice', 1],
		]);
	});

	test('lead to every profile that lacks them', () => {
		expect(missing.map(({ profiles }) => profiles.map(({ id }) => id))).toEqual([
			['two-missing', 'one-missing'],
			['two-missing'],
		]);
	});

	test('are the number of members too where only their kinds are told', () => {
		const told = entryOf('clusters', { ...whole, members: { kinds: ['social-enterprises'] } }, 'kinds-alone');
		expect(missingFacts([told]).map(({ field }) => field)).toEqual(['members']);
	});

	test('are none where there is no profile', () => {
		expect(missingFacts([])).toEqual([]);
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
	expect(missingFacts(site.clusters)[0]?.profiles).toHaveLength(10_000);
	expect(waitingChecks(site)).toHaveLength(10_000);
});
