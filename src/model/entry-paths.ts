import type { Entry, EntryCollection } from '../schemas/collections.ts';
import { bodyHtml, loadSite } from './load.ts';
import { entryCard } from './share-cards.ts';
import type { AllEntries, Site } from './site.ts';

/**
 * The paths of a route that has a page for each entry of a collection. What `pageOf` says and shows there is made, and
 * the text rendered, when its turn has come: ten thousand pages at once would fill the memory.
 */
export async function entryPaths<N extends EntryCollection, Head extends object, Shown extends object>(
	collection: N,
	pageOf: (site: Site, entry: Entry<N>) => { head: Head; shown: Shown },
) {
	const site = await loadSite();
	const entries: AllEntries = site;
	const { length } = entries[collection];
	const make = (entry: Entry<N>) => {
		const { head, shown } = pageOf(site, entry);
		return {
			head: { ...head, card: entryCard(collection, entry, length) },
			shown: { ...shown, html: bodyHtml(collection, entry.id) },
		};
	};
	return entries[collection].map((entry) => ({ params: { slug: entry.id }, props: { page: () => make(entry) } }));
}
