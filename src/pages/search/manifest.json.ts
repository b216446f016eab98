import type { APIRoute } from 'astro';
import { indexSite } from '../../search/index-site.ts';

/** What leads to the files of the search index, which are written when this is first asked for. */
export const GET: APIRoute = async () => Response.json(await indexSite());
