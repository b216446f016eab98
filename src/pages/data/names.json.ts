import type { APIRoute } from 'astro';
import { loadSite } from '../../model/load.ts';

/** Slugs and names of the profiles in the order of the list, for the map of a filtered list. */
export const GET: APIRoute = async () =>
	Response.json((await loadSite()).clusters.map(({ id, data }) => [id, data.name]));
