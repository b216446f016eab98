import type { APIRoute } from 'astro';
import { findReceiver } from '../../forms/form-receivers.ts';
import { loadSite, pictureByFile } from '../../model/load.ts';
import { toPreviewSite } from '../../preview/preview-site.ts';

export const GET: APIRoute = async ({ site: address, url }) => {
	const site = await loadSite();
	const receiver = findReceiver(site.settings, process.env);
	return Response.json(toPreviewSite(site, (address ?? url).origin, receiver, pictureByFile()));
};
