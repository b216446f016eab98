import { escapeUTF8 } from 'entities';

/** A page of a sitemap, with the day of its last change where that is known. */
interface SitemapPage {
	address: string;
	on?: string | undefined;
}

/** The pages of a site for search engines (sitemaps.org). */
export const formatSitemap = (pages: readonly SitemapPage[], site: string): string =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...pages.map(({ address, on }) => {
			const changed = on ? `<lastmod>${on}</lastmod>` : '';
			return `<url><loc>${escapeUTF8(new URL(address, site).href)}</loc>${changed}</url>`;
		}),
		'</urlset>\n',
	].join('\n');

/** What programs may read: all but the editor. */
export const formatRobots = (site: string): string =>
	`User-agent: *\nDisallow: /admin/\n\nSitemap: ${new URL('/sitemap.xml', site).href}\n`;

/** The longest name that browsers show. */
const SHORT_NAME_MAX_CHARACTERS = 16;

/** As many words of a name as fit. */
function shortName(name: string): string {
	const words = name.split(' ');
	while (words.length > 1 && words.join(' ').length > SHORT_NAME_MAX_CHARACTERS) words.pop();
	return words.join(' ').slice(0, SHORT_NAME_MAX_CHARACTERS);
}

/** How browsers search the site (OpenSearch 1.1). */
export const formatOpenSearch = (name: string, description: string, site: string): string =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
		`<ShortName>${escapeUTF8(shortName(name))}</ShortName>`,
		`<Description>${escapeUTF8(description)}</Description>`,
		'<InputEncoding>UTF-8</InputEncoding>',
		`<Url type="text/html" template="${escapeUTF8(new URL('/search/', site).href)}?q={searchTerms}"/>`,
		'</OpenSearchDescription>\n',
	].join('\n');
