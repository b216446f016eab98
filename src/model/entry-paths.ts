import type { Entry, EntryCollection } from '../schemas/collections.ts';
import { loadSite } from './load.ts';
import type { AllEntries, Site } from './site.ts';

/** The paths of a route that has a page for each entry of a collection, with what `pageOf` says and shows there. */
export async function entryPaths<N extends EntryCollection, Page extends object>(
	collection: N,
	pageOf: (site: Site, entry: Entry<N>) => Page,
) {
	const site = await loadSite();
	const entries: AllEntries = site;
	return entries[collection].map((entry) => ({ params: { slug: entry.id }, props: pageOf(site, entry) }));
}
