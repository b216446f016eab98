import type { APIRoute } from 'astro';
import { loadSite } from '../../../model/load.ts';
import { addressOf } from '../../../schemas/collections.ts';
import { listVersion } from '../../../search/list-version.ts';
import { indexSite } from '../../../search/index-site.ts';

export async function getStaticPaths() {
	// Begun here, before any page is rendered, so that the index is written meanwhile.
	indexSite().catch(() => undefined);
	return [{ params: { version: listVersion(await loadSite()) } }];
}

/** The ids of the profiles in the search index, in the order of the list, so that the list can be filtered by words. */
export const GET: APIRoute = async () => {
	const { site, ids } = await indexSite();
	return Response.json(site.clusters.map(({ id }) => ids.get(addressOf('clusters', id))));
};
