import { keyOf } from '../files/kept.ts';
import type { Entry, EntryCollection } from '../schemas/collections.ts';
import { bodyHtml, loadSite } from './load.ts';
import { hasMdx } from './mdx.ts';
import { entryCard, type OfShareCard } from './share-cards.ts';
import type { AllEntries, Site } from './site.ts';

/** What the route of an entry is handed: what its `pageOf` made, with the card and the text of the entry. */
type MadePage<Page extends { head: object; shown: object }> = Page & {
	head: { card: OfShareCard };
	shown: { html: string };
};

/**
 * The paths of a route that has a page for each entry of a collection. The page is made of what `pageOf` gives, and of
 * nothing else: by that a build knows whether it has to make it. It is made again when its turn has come: ten thousand
 * at once would fill the memory.
 */
export async function entryPaths<N extends EntryCollection, Page extends { head: object; shown: object }>(
	collection: N,
	pageOf: (site: Site, entry: Entry<N>) => Page,
) {
	const site = await loadSite();
	const entries: AllEntries = site;
	const { length } = entries[collection];
	const make = (entry: Entry<N>): MadePage<Page> => {
		const page = pageOf(site, entry);
		return {
			...page,
			head: { ...page.head, card: entryCard(collection, entry, length) },
			shown: { ...page.shown, html: bodyHtml(collection, entry.id) },
		};
	};
	return entries[collection].map((entry) => ({
		params: { slug: entry.id },
		props: { page: () => make(entry) },
		...(import.meta.env.DEV || (collection === 'guide' && hasMdx(entry.id))
			? {}
			: { cacheKey: keyOf([collection, entry.id, make(entry)]) }),
	}));
}
