import { groupByEach } from '../formats/group-by.ts';
import { facets } from '../model/facets.ts';
import type { Site } from '../model/site.ts';
import { listVersion } from './list-version.ts';
import { nameIndexOf, placeGroups } from './name-index.ts';
import type { LeadsTo, SearchRecord } from './records.ts';
import { conceptsOf } from './synonyms.ts';
import { textIndexOf } from './text-index.ts';
import { filesOf } from './write-index.ts';

/** Answers with the rows of the profiles that have one of the values. */
function rowFinder(site: Site): (leadsTo: LeadsTo) => number[] {
	const rowsOf = new Map(
		facets.map(({ name, idsOf }) => {
			const groups = groupByEach(site.clusters.entries(), ([, { data }]) => idsOf(data, site));
			return [name, new Map([...groups].map(([value, members]) => [value, members.map(([row]) => row)]))] as const;
		}),
	);
	return ({ facet, values }) => {
		const rows = new Set(values.flatMap((value) => rowsOf.get(facet)?.get(value) ?? []));
		return [...rows].sort((one, other) => one - other);
	};
}

/** The search index of a site, of which these are the records, as files. */
export function indexOf(site: Site, records: readonly SearchRecord[]): ReturnType<typeof filesOf> {
	const concepts = conceptsOf(site.terms);
	const names = nameIndexOf(records, placeGroups(site.clusters, site.places), rowFinder(site));
	return filesOf(records, names, textIndexOf(records, concepts), concepts, listVersion(site));
}
