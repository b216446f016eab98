import type { APIRoute } from 'astro';
import { join } from 'node:path';
import { bodyText, loadSite } from '../../model/load.ts';
import { outFolder } from '../../reading/folders.ts';
import { addressOf } from '../../schemas/collections.ts';
import { recordsOf } from '../../search/records.ts';
import { writeIndex } from '../../search/write-index.ts';

/**
 * The ids that the search index gives the profiles, in the order of the list, so that the list can be filtered by
 * words. Asking for it writes the index; the build does so while it renders the other pages.
 */
export const GET: APIRoute = async () => {
	const site = await loadSite();
	// The development server has no folder to serve an index from.
	if (import.meta.env.DEV) return Response.json([]);
	const ids = await writeIndex(recordsOf(site, bodyText), join(outFolder, 'pagefind'));
	return Response.json(site.clusters.map(({ id }) => ids.get(addressOf('clusters', id))));
};
