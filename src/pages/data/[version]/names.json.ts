import type { APIRoute } from 'astro';
import { loadSite } from '../../../model/load.ts';
import { listVersion } from '../../../search/list-version.ts';

export const getStaticPaths = async () => [{ params: { version: listVersion(await loadSite()) } }];

/** Slugs and names of the profiles in the order of the list. */
export const GET: APIRoute = async () =>
	Response.json((await loadSite()).clusters.map(({ id, data }) => [id, data.name]));
