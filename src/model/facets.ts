import type { Cluster } from '../schemas/cluster.ts';
import { labelIn } from '../schemas/collections.ts';
import { countries, countryInText } from '../schemas/countries.ts';
import { checkStates, clusterKinds, services, stages, themes, type Concept } from '../schemas/vocabularies.ts';
import { checkOn } from './check-state.ts';
import { groupByEach } from '../formats/group-by.ts';
import { byLabel } from './order.ts';
import type { Site } from './site.ts';

/** What facets are told from: the profiles, and what the state of their checks hangs on. */
export type FacetedSite = Pick<Site, 'clusters' | 'settings' | 'today'>;

/** A property that clusters are found by. */
export interface Facet {
	/** In addresses: `/clusters/?theme=food`. */
	name: string;
	label: string;
	vocabulary: Record<string, Concept>;
	idsOf: (cluster: Cluster, site: FacetedSite) => readonly string[];
}

/** A facet each of whose values has a page of its own: `/clusters/{name}/{value}/`. */
export interface BrowsedFacet extends Facet {
	name: 'country' | 'theme' | 'service';
	/** Title of the page with all values. */
	title: string;
	/** Heading of a value’s page, with the value’s label. */
	heading: (label: string) => string;
	idsOf: (cluster: Pick<Cluster, 'country' | 'themes' | 'services'>) => readonly string[];
}

export const browsedFacets: readonly BrowsedFacet[] = [
	{
		name: 'country',
		label: labelIn('clusters', 'country'),
		title: 'Clusters by country',
		heading: (label) => `Clusters in ${countryInText(label)}`,
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
		heading: (label) => `Clusters that offer ${label.toLowerCase()}`,
		vocabulary: services,
		idsOf: (cluster) => cluster.services ?? [],
	},
];

/** Everything that the live list filters by. */
export const facets: readonly Facet[] = [
	...browsedFacets,
	{
		name: 'kind',
		label: labelIn('clusters', 'kind'),
		vocabulary: clusterKinds,
		idsOf: ({ kind }) => [kind],
	},
	{
		name: 'stage',
		label: labelIn('clusters', 'stage'),
		vocabulary: stages,
		idsOf: ({ stage }) => (stage ? [stage] : []),
	},
	{
		name: 'check',
		label: labelIn('clusters', 'check'),
		vocabulary: checkStates,
		idsOf: ({ check }, { settings, today }) => [checkOn(check.on, settings, today).state],
	},
];

/** A value of a facet with the clusters that have it. */
export interface FacetValue<C = { id: string }> extends Concept {
	id: string;
	clusters: C[];
}

/** The page of a value of a facet. */
export const facetAddress = (facet: BrowsedFacet['name'], id: string): string =>
	`/clusters/${facet}/${id.toLowerCase()}/`;

/** A site with as much of its clusters as a facet looks at. */
interface Browsed {
	clusters: readonly { data: unknown }[];
}

/** How a facet tells the values of a cluster of such a site. */
type ToldOf<S extends Browsed> = Pick<Facet, 'vocabulary'> & {
	idsOf: (cluster: S['clusters'][number]['data'], site: S) => readonly string[];
};

/** The clusters by their values of a facet. One pass over the clusters. */
export const clustersByValue = <S extends Browsed>(
	{ idsOf }: ToldOf<S>,
	site: S,
): Map<string, S['clusters'][number][]> => groupByEach(site.clusters, ({ data }) => idsOf(data, site));

/** The values that at least one cluster has, by label. */
export function valuesOf<S extends Browsed>(facet: ToldOf<S>, site: S): FacetValue<S['clusters'][number]>[] {
	const groups = clustersByValue(facet, site);
	return Object.entries(facet.vocabulary)
		.flatMap(([id, concept]) => {
			const group = groups.get(id);
			return group ? [{ ...concept, id, clusters: group }] : [];
		})
		.sort(byLabel);
}
