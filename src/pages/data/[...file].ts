import type { APIRoute } from 'astro';
import { CATALOGUE_FILE, toCatalogue } from '../../model/data-catalogue.ts';
import { loadDataFiles, loadSite } from '../../model/load.ts';

/** The files of open data, and the catalogue of them. */
export async function getStaticPaths() {
	const site = await loadSite();
	const at = import.meta.env.SITE;
	const files = await loadDataFiles();
	const catalogue = `${JSON.stringify(toCatalogue(site.settings, at, files, site.today), undefined, '\t')}\n`;
	return [...files, { name: CATALOGUE_FILE, type: 'application/ld+json', bytes: catalogue }].map(
		({ name, type, bytes }) => ({ params: { file: name }, props: { type, bytes } }),
	);
}

export const GET: APIRoute<{ type: string; bytes: BodyInit }> = ({ props: { type, bytes } }) =>
	new Response(bytes, { headers: { 'Content-Type': type } });
