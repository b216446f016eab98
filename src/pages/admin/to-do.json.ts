import type { APIRoute } from 'astro';
import { siteToday } from '../../formats/brussels-days.ts';
import { loadAll } from '../../model/load.ts';
import { toDoOn } from '../../model/to-do.ts';

/** What editors have to do, as of the day of the build, for the first page of the editor. */
export const GET: APIRoute = async () => Response.json(toDoOn(await loadAll(), siteToday()));
