import type { Entry, EntryCollection } from '../schemas/collections.ts';
import { loadSite } from './load.ts';
import type { AllEntries, Site } from './site.ts';

/** What a page says of itself to search engines, feeds and the browser’s tab. */
interface PageHead {
	title: string;
	description: string;
	feed?: { title: string; address: string };
}

/** The paths of a route that has a page for each entry of a collection, with what `pageOf` says and shows there. */
export async function entryPaths<N extends EntryCollection, Shown>(
	collection: N,
	pageOf: (site: Site, entry: Entry<N>) => { head: PageHead; shown: Shown },
) {
	const site = await loadSite();
	const { settings } = site;
	const entries: AllEntries = site;
	return entries[collection].map((entry) => {
		const { head, shown } = pageOf(site, entry);
		return { params: { slug: entry.id }, props: { head: { ...head, settings }, shown } };
	});
}
