import { formatCount } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';

/** How many profiles there are: clusters, and apart from them what is only related to one. */
export function countOfProfiles(clusters: readonly { data: Pick<Cluster, 'kind'> }[]): string {
	const related = clusters.filter(({ data }) => data.kind === 'other').length;
	const count = formatCount(clusters.length - related, 'cluster');
	return related === 0 ? count : `${count} and ${formatCount(related, 'related structure')}`;
}
