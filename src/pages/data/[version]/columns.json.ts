import type { APIRoute } from 'astro';
import { loadSite } from '../../../model/load.ts';
import { toColumns } from '../../../search/columns.ts';
import { listVersion } from '../../../search/list-version.ts';

export const getStaticPaths = async () => [{ params: { version: listVersion(await loadSite()) } }];

/** What the live list filters and sorts by. */
export const GET: APIRoute = async () => Response.json(toColumns(await loadSite()));
