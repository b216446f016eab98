import type { APIRoute } from 'astro';
import { loadSite, pictureByFile } from '../../model/load.ts';
import { toPreviewSite } from '../../preview/preview-site.ts';

export const GET: APIRoute = async ({ site, url }) =>
	Response.json(toPreviewSite(await loadSite(), (site ?? url).origin, pictureByFile));
