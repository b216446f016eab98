import type { APIRoute } from 'astro';
import { loadSite } from '../../model/load.ts';
import { synonymsOf } from '../../search/synonyms.ts';

/** Names of the same thing across countries, so that a search for one finds the others too. */
export const GET: APIRoute = async () => Response.json(synonymsOf((await loadSite()).terms));
