import { formatCount } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';

/** Clusters, and apart from them what is only related to one: “59 clusters and 27 related structures”. */
export function describeKinds(clusters: number, related: number): string {
	const counts = [
		...(clusters > 0 || related === 0 ? [formatCount(clusters, 'cluster')] : []),
		...(related > 0 ? [formatCount(related, 'related structure')] : []),
	];
	return counts.join(' and ');
}

/** How many profiles there are, by whether they are clusters. */
export function countOfProfiles(clusters: readonly { data: Pick<Cluster, 'kind'> }[]): string {
	const related = clusters.filter(({ data }) => data.kind === 'other').length;
	return describeKinds(clusters.length - related, related);
}
