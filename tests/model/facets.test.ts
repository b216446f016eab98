import { describe, expect, test } from 'vitest';
import {
	browsedFacets,
	facetAddress,
	facets,
	valuesOf,
	type BrowsedFacet,
	type Facet,
	type FacetedSite,
} from '../../src/model/facets.ts';
import { entryOf } from '../entries.ts';

function facetNamed<F extends Facet>(list: readonly F[], name: string): F {
	const found = list.find((facet) => facet.name === name);
	if (!found) throw new Error(`There is no facet ${name}.`);
	return found;
}

const clusters = [
	entryOf('clusters', { country: 'FR', themes: ['food', 'culture'], services: ['training'] }, 'one'),
	entryOf('clusters', { country: 'AT', themes: ['food'] }, 'two'),
	entryOf('clusters', { country: 'FR', themes: ['housing'], services: ['finance', 'training'] }, 'three'),
];
const siteWith = (list: typeof clusters, today = '2026-11-24'): FacetedSite => ({
	clusters: list,
	settings: entryOf('site').data,
	today,
});
const site = siteWith(clusters);
const idsByValue = (name: string, on = site) =>
	valuesOf(facetNamed(facets, name), on).map((value) => [value.label, value.clusters.map(({ id }) => id)]);

test('clusters are browsed by country, theme and service', () => {
	expect(browsedFacets.map(({ name }) => name)).toEqual(['country', 'theme', 'service']);
});

test('the live list filters by kind, stage and check too', () => {
	expect(facets.map(({ name }) => name)).toEqual(['country', 'theme', 'service', 'kind', 'stage', 'check']);
});

describe('the values that clusters have', () => {
	test('are countries by name', () => {
		expect(idsByValue('country')).toEqual([
			['Austria', ['two']],
			['France', ['one', 'three']],
		]);
	});

	test('are themes by name, with a cluster in each of its themes', () => {
		expect(idsByValue('theme')).toEqual([
			['Culture and creative work', ['one']],
			['Food and farming', ['one', 'two']],
			['Housing and building', ['three']],
		]);
	});

	test('are services by name, without the clusters that share nothing', () => {
		expect(idsByValue('service')).toEqual([
			['Finance', ['three']],
			['Training', ['one', 'three']],
		]);
	});

	test('leave out a stage that no source shows', () => {
		expect(idsByValue('stage')).toEqual([]);
	});

	test('are the states that checks have on the day', () => {
		expect(idsByValue('check')).toEqual([['Checked in time', ['one', 'two', 'three']]]);
		expect(idsByValue('check', siteWith(clusters, '2027-11-24'))).toEqual([['Check due', ['one', 'two', 'three']]]);
		expect(idsByValue('check', siteWith(clusters, '2028-02-24'))).toEqual([['Check overdue', ['one', 'two', 'three']]]);
	});

	test('are none where there is no cluster', () => {
		expect(valuesOf(facetNamed(facets, 'theme'), siteWith([]))).toEqual([]);
	});
});

test('the address of a value is in small letters', () => {
	expect(facetAddress('country', 'GB')).toBe('/clusters/country/gb/');
});

test.each<[name: BrowsedFacet['name'], label: string, heading: string]>([
	['country', 'France', 'Clusters in France'],
	['country', 'Netherlands', 'Clusters in the Netherlands'],
	['country', 'United Kingdom', 'Clusters in the United Kingdom'],
	['theme', 'Food and farming', 'Food and farming'],
	['service', 'Shared jobs', 'Clusters that offer shared jobs'],
])('the heading of a %s page for %s', (name, label, heading) => {
	expect(facetNamed(browsedFacets, name).heading(label)).toBe(heading);
});
