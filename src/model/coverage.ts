import { states, type Cluster, type FactName } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { checkOn } from './check-state.ts';
import { clustersByValue, type Facet, type FacetedSite } from './facets.ts';
import { byId, byLabel, latestFirst } from './order.ts';

/** Fewer profiles than this are a gap: readers come for three examples to compare. */
export const ENOUGH_PROFILES = 3;

/** Whether a directory asks for profiles from a country: without a list of countries, from each. */
const isCovered = (country: string, { countries }: Pick<SiteSettings, 'countries'>): boolean =>
	!countries?.length || countries.some((code) => code === country);

/** Every value of a facet with the number of its profiles, which may be none; most profiles first, then by label. */
export function countValues(facet: Facet, site: FacetedSite) {
	const groups = clustersByValue(facet, site);
	return Object.entries(facet.vocabulary)
		.map(([id, { label }]) => ({ id, label, count: groups.get(id)?.length ?? 0 }))
		.filter(({ id, count }) => count > 0 || facet.name !== 'country' || isCovered(id, site.settings))
		.sort((a, b) => b.count - a.count || byLabel(a, b));
}

/** What a reader who knows a cluster can tell of it in a minute, as it stands behind “without”. */
const askedFacts = {
	website: 'a website',
	founded: 'a founding year',
	members: 'a number of members',
	carrier: 'a legal form',
	practice: 'lessons (what worked, what was hard)',
} as const satisfies Partial<Record<FactName, string>>;

/** Whether a profile lacks a fact that readers are asked for; of members that is their number. */
export const lacks = (cluster: Partial<Cluster>, field: FactName): boolean =>
	field === 'members' ? !cluster.members?.total : !states(cluster, field);

/** The facts that readers are asked for with the profiles that lack each, those first that most lack. What none lacks is not asked for. */
export const missingFacts = (clusters: readonly Entry<'clusters'>[]) =>
	keysOf(askedFacts)
		.map((field) => ({
			field,
			without: askedFacts[field],
			profiles: clusters.filter(({ data }) => lacks(data, field)),
		}))
		.filter(({ profiles }) => profiles.length > 0)
		.sort((a, b) => b.profiles.length - a.profiles.length);

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
