import { clusterSchema, isFactName, states } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
import { descriptionsOf } from '../schemas/describe-fields.ts';
import { checkOn } from './check-state.ts';
import { clustersByValue, type Facet, type FacetedSite } from './facets.ts';
import { byId, byLabel, latestFirst } from './order.ts';

/** Fewer profiles than this are a gap: readers come for three examples to compare. */
export const ENOUGH_PROFILES = 3;

/** Every value of a facet with the number of its profiles, which may be none; most profiles first, then by label. */
export function countValues(facet: Facet, site: FacetedSite) {
	const groups = clustersByValue(facet, site);
	return Object.entries(facet.vocabulary)
		.map(([id, { label }]) => ({ id, label, count: groups.get(id)?.length ?? 0 }))
		.sort((a, b) => b.count - a.count || byLabel(a, b));
}

const optionalFacts = descriptionsOf(clusterSchema).flatMap(({ name, title, isOptional }) =>
	// Of a cluster that goes on, the year of its end is not missing.
	isOptional && isFactName(name) && name !== 'ended' ? [{ field: name, label: title }] : [],
);

/**
 * The facts that profiles may leave out, those that most leave out first: how many profiles state each, in whole per
 * cent too, and one that does not; each row another one, as far as there are.
 */
export function statedFacts(clusters: readonly Entry<'clusters'>[]) {
	return optionalFacts
		.map(({ field, label }) => {
			const silent = clusters.filter(({ data }) => !states(data, field));
			return { field, label, silent, count: clusters.length - silent.length };
		})
		.sort((a, b) => a.count - b.count || byLabel(a, b))
		.map(({ silent, ...fact }, row) => ({
			...fact,
			percent: clusters.length === 0 ? 0 : Math.round((100 * fact.count) / clusters.length),
			example: silent[row % silent.length],
		}));
}

/** The profiles whose check is due or overdue, the oldest check first. */
export const waitingChecks = ({ clusters, settings, today }: FacetedSite) =>
	clusters
		.map((cluster) => ({ cluster, ...checkOn(cluster.data.check.on, settings, today) }))
		.filter(({ state }) => state !== 'fresh')
		.sort((a, b) => latestFirst(b.cluster.data.check, a.cluster.data.check) || byId(a.cluster, b.cluster));

/** The day by which the first of the checks that are in time is due; undefined if there is none. */
export const nextCheckBy = ({ clusters, settings, today }: FacetedSite): string | undefined =>
	clusters
		.map(({ data }) => checkOn(data.check.on, settings, today))
		.filter(({ state }) => state === 'fresh')
		.map(({ nextBy }) => nextBy)
		.sort()[0];
