import type { APIRoute } from 'astro';
import { indexSite } from '../../search/index-site.ts';
import { idsByDoor } from '../../search/records.ts';

/** The ids in the search index of all but profiles, by door, so that one search serves all groups of results. */
export const GET: APIRoute = async () => {
	const { records, ids } = await indexSite();
	return Response.json(idsByDoor(records, ids));
};
