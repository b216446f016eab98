import { describe, expect, test } from 'vitest';
import { facetAddress, facets, valuesOf, type Facet } from '../../src/model/facets.ts';
import { entryOf } from '../entries.ts';

function facetNamed(name: Facet['name']): Facet {
	const found = facets.find((facet) => facet.name === name);
	if (!found) throw new Error(`There is no facet ${name}.`);
	return found;
}

const clusters = [
	entryOf('clusters', { country: 'FR', themes: ['food', 'culture'], services: ['training'] }, 'one'),
	entryOf('clusters', { country: 'AT', themes: ['food'] }, 'two'),
	entryOf('clusters', { country: 'FR', themes: ['housing'], services: ['finance', 'training'] }, 'three'),
];
const idsByValue = (name: Facet['name']) =>
	valuesOf(facetNamed(name), clusters).map((value) => [value.label, value.clusters.map(({ id }) => id)]);

test('clusters are browsed by country, theme and service', () => {
	expect(facets.map(({ name }) => name)).toEqual(['country', 'theme', 'service']);
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

	test('have a page each', () => {
		expect(valuesOf(facetNamed('country'), clusters).map(({ address }) => address)).toEqual([
			'/clusters/country/at/',
			'/clusters/country/fr/',
		]);
	});

	test('are none where there is no cluster', () => {
		expect(valuesOf(facetNamed('theme'), [])).toEqual([]);
	});
});

test('the address of a value is in small letters', () => {
	expect(facetAddress('country', 'GB')).toBe('/clusters/country/gb/');
});

test.each<[name: Facet['name'], label: string, heading: string]>([
	['country', 'France', 'Clusters in France'],
	['country', 'Netherlands', 'Clusters in the Netherlands'],
	['country', 'United Kingdom', 'Clusters in the United Kingdom'],
	['theme', 'Food and farming', 'Food and farming'],
	['service', 'Shared jobs', 'Clusters with shared jobs'],
])('the heading of a %s page for %s', (name, label, heading) => {
	expect(facetNamed(name).heading(label)).toBe(heading);
});
