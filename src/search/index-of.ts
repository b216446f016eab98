import { facets } from '../model/facets.ts';
import type { Site } from '../model/site.ts';
import { listVersion } from './list-version.ts';
import { nameIndexOf, placeGroups } from './name-index.ts';
import type { LeadsTo, SearchRecord } from './records.ts';
import { conceptsOf } from './synonyms.ts';
import { textIndexOf } from './text-index.ts';
import { filesOf } from './write-index.ts';

/** The rows of the profiles that have one of the values. */
function rowsWith(site: Site, { facet: name, values }: LeadsTo): number[] {
	const facet = facets.find((other) => other.name === name);
	return site.clusters.flatMap(({ data }, row) =>
		facet?.idsOf(data, site).some((id) => values.includes(id)) ? [row] : [],
	);
}

/** The search index of a site, of which these are the records, as files. */
export function indexOf(site: Site, records: readonly SearchRecord[]): ReturnType<typeof filesOf> {
	const concepts = conceptsOf(site.terms);
	const names = nameIndexOf(records, placeGroups(site.clusters, site.places), (leadsTo) => rowsWith(site, leadsTo));
	return filesOf(records, names, textIndexOf(records, concepts), concepts, listVersion(site));
}
