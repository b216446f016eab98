import type { Entry, EntryCollection } from '../schemas/collections.ts';
import { loadSite } from './load.ts';
import { entryCard } from './share-cards.ts';
import type { AllEntries, Site } from './site.ts';

/** The paths of a route that has a page for each entry of a collection, with what `pageOf` says and shows there. */
export async function entryPaths<N extends EntryCollection, Page extends { head: object }>(
	collection: N,
	pageOf: (site: Site, entry: Entry<N>) => Page,
) {
	const site = await loadSite();
	const entries: AllEntries = site;
	return entries[collection].map((entry, _, { length }) => {
		const page = pageOf(site, entry);
		const head = { ...page.head, card: entryCard(collection, entry, length) };
		return { params: { slug: entry.id }, props: { ...page, head } };
	});
}
