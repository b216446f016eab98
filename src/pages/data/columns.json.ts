import type { APIRoute } from 'astro';
import { loadSite } from '../../model/load.ts';
import { toColumns } from '../../search/columns.ts';

/** What the live list filters and sorts by. */
export const GET: APIRoute = async () => Response.json(toColumns(await loadSite()));
