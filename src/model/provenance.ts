import { formatDate } from '../formats/date.ts';
import { formatCount } from '../formats/text.ts';
import type { Cluster } from '../schemas/cluster.ts';

/** The months in which the sources were read, as words; a source without a day was read for the check. */
function monthsOfReading({ sources, check }: Pick<Cluster, 'sources' | 'check'>): string {
	const months = sources.map(({ accessed = check.on }) => accessed.slice(0, 'yyyy-mm'.length)).sort();
	const [first = '', last = ''] = [months[0], months.at(-1)];
	return first === last ? `in ${formatDate(first)}` : `from ${formatDate(first)} to ${formatDate(last)}`;
}

/** What a profile rests on, in one line. All else about method stands in the criteria. */
export function provenanceOf(cluster: Pick<Cluster, 'sources' | 'check' | 'ended'>): string {
	const { sources, check, ended } = cluster;
	const confirmed =
		check.how === 'cluster'
			? `Confirmed by the cluster on ${formatDate(check.on)}.`
			: // Nobody is left to confirm what has ended.
				ended
				? ''
				: 'Not yet confirmed by the cluster.';
	// A draft may have none yet.
	if (sources.length === 0) return `No public source yet. ${confirmed}`.trim();
	return `From ${formatCount(sources.length, 'public source')}, read ${monthsOfReading(cluster)}. ${confirmed}`.trim();
}
