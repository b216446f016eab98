import { collator } from '../formats/collator.ts';
import { clusterSchema, supportableFields, type Cluster } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
import { descriptionsOf } from '../schemas/describe-fields.ts';
import { checkOn, type Check } from './check-state.ts';
import type { Facet, FacetedSite } from './facets.ts';

/** Fewer profiles than this are a gap: readers come for three examples to compare. */
export const ENOUGH_PROFILES = 3;

/** A value of a facet with the number of its profiles, which may be none. */
export interface CountedValue {
	id: string;
	label: string;
	count: number;
}

/** Every value of a facet with the number of its profiles; most profiles first, then by label. One pass over the profiles. */
export function countValues(facet: Facet, site: FacetedSite): CountedValue[] {
	const counts = new Map<string, number>();
	for (const { data } of site.clusters) {
		for (const id of facet.idsOf(data, site)) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return Object.entries(facet.vocabulary)
		.map(([id, { label }]) => ({ id, label, count: counts.get(id) ?? 0 }))
		.sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
}

/** A fact that profiles may state, and how many do. */
export interface StatedFact {
	field: keyof Cluster;
	label: string;
	count: number;
	/** Whole per cent of all profiles. */
	percent: number;
	/** A profile that does not state it; each row another one, as far as there are. */
	example: Entry<'clusters'> | undefined;
}

const optionalFacts = descriptionsOf(clusterSchema).filter(
	({ name, isOptional }) =>
		isOptional &&
		supportableFields.includes(name) &&
		// Of a cluster that goes on, the year of its end is not missing.
		name !== 'ended',
);

/** Whether a profile says anything in a field: an empty list or group says nothing. */
const states = (cluster: Cluster, field: keyof Cluster): boolean => {
	const value = cluster[field];
	return typeof value === 'object' ? Object.keys(value).length > 0 : value !== undefined;
};

/** The facts that profiles may leave out, those that most leave out first. */
export function statedFacts(clusters: readonly Entry<'clusters'>[]): StatedFact[] {
	return optionalFacts
		.map(({ name, title: label }) => {
			const field = name as keyof Cluster;
			const silent = clusters.filter(({ data }) => !states(data, field));
			return { field, label, silent, count: clusters.length - silent.length };
		})
		.sort((a, b) => a.count - b.count || collator.compare(a.label, b.label))
		.map(({ silent, ...fact }, row) => ({
			...fact,
			percent: clusters.length === 0 ? 0 : Math.round((100 * fact.count) / clusters.length),
			example: silent[row % silent.length],
		}));
}

/** A profile whose check is due or overdue. */
export interface WaitingCheck extends Check {
	cluster: Entry<'clusters'>;
}

/** The profiles whose check is due or overdue, the oldest check first. */
export const waitingChecks = ({ clusters, settings, today }: FacetedSite): WaitingCheck[] =>
	clusters
		.map((cluster) => ({ cluster, ...checkOn(cluster.data.check.on, settings, today) }))
		.filter(({ state }) => state !== 'fresh')
		.sort(
			(a, b) =>
				a.cluster.data.check.on.localeCompare(b.cluster.data.check.on) || a.cluster.id.localeCompare(b.cluster.id),
		);

/** The day by which the first of the checks that are in time is due; undefined if there is none. */
export const nextCheckBy = ({ clusters, settings, today }: FacetedSite): string | undefined =>
	clusters
		.map(({ data }) => checkOn(data.check.on, settings, today))
		.filter(({ state }) => state === 'fresh')
		.map(({ nextBy }) => nextBy)
		.sort()[0];
