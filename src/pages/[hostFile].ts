import type { APIRoute } from 'astro';
import { formatRedirects } from '../formats/redirects.ts';
import { formatOpenSearch, formatRobots, formatSitemap } from '../formats/root-files.ts';
import { loadChanges, loadSite } from '../model/load.ts';
import { mappedPages } from '../model/site-map.ts';

/** What hosts, search engines and browsers look for at the top of a site. */
const files = {
	_redirects: { type: 'text/plain', toText: async () => formatRedirects(await loadSite()) },
	'robots.txt': { type: 'text/plain', toText: () => Promise.resolve(formatRobots(import.meta.env.SITE)) },
	'sitemap.xml': {
		type: 'application/xml',
		toText: async () => formatSitemap(mappedPages(await loadSite(), await loadChanges()), import.meta.env.SITE),
	},
	'opensearch.xml': {
		type: 'application/opensearchdescription+xml',
		toText: async () => {
			const { name, tagline } = (await loadSite()).settings;
			return formatOpenSearch(name, tagline, import.meta.env.SITE);
		},
	},
};

// Astro leaves out pages whose name starts with _, so the name of a file is a parameter.
export const getStaticPaths = () => Object.keys(files).map((hostFile) => ({ params: { hostFile } }));

export const GET: APIRoute = async ({ params }) => {
	const { type, toText } = files[params['hostFile'] as keyof typeof files];
	return new Response(await toText(), { headers: { 'Content-Type': type } });
};
