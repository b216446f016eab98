import { labelIn, type Entry } from '../schemas/collections.ts';
import { countries } from '../schemas/countries.ts';
import { services, themes, type Concept } from '../schemas/vocabularies.ts';

/** A property that clusters are browsed by, each value with a page of its own. */
export interface Facet {
	/** In addresses: `/clusters/{name}/{value}/`. */
	name: 'country' | 'theme' | 'service';
	label: string;
	/** Title of the page with all values. */
	title: string;
	/** Heading of a value’s page, with the value’s label. */
	heading: (label: string) => string;
	vocabulary: Record<string, Concept>;
	idsOf: (cluster: Entry<'clusters'>['data']) => readonly string[];
}

export const facets: readonly Facet[] = [
	{
		name: 'country',
		label: 'Country',
		title: 'Clusters by country',
		heading: (label) => `Clusters in ${label.replace(/^(Netherlands|United Kingdom)/, 'the $1')}`,
		vocabulary: countries,
		idsOf: ({ country }) => [country],
	},
	{
		name: 'theme',
		label: 'Theme',
		title: 'Clusters by theme',
		heading: (label) => label,
		vocabulary: themes,
		idsOf: (cluster) => cluster.themes,
	},
	{
		name: 'service',
		label: labelIn('clusters', 'services'),
		title: 'Clusters by what members share',
		heading: (label) => `Clusters with ${label.toLowerCase()}`,
		vocabulary: services,
		idsOf: (cluster) => cluster.services ?? [],
	},
];

/** A value of a facet with the clusters that have it. */
export interface FacetValue extends Concept {
	id: string;
	address: string;
	clusters: Entry<'clusters'>[];
}

/** The page of a value of a facet. */
export const facetAddress = (facet: Facet['name'], id: string): string => `/clusters/${facet}/${id.toLowerCase()}/`;

const collator = new Intl.Collator('en-GB');

/** The values that at least one cluster has, by label. One pass over the clusters. */
export function valuesOf(facet: Facet, clusters: readonly Entry<'clusters'>[]): FacetValue[] {
	const groups = new Map<string, Entry<'clusters'>[]>();
	for (const cluster of clusters) {
		for (const id of facet.idsOf(cluster.data)) {
			const group = groups.get(id);
			if (group) group.push(cluster);
			else groups.set(id, [cluster]);
		}
	}
	return Object.entries(facet.vocabulary)
		.flatMap(([id, concept]) => {
			const group = groups.get(id);
			return group ? [{ ...concept, id, address: facetAddress(facet.name, id), clusters: group }] : [];
		})
		.sort((a, b) => collator.compare(a.label, b.label));
}
