import type { Area } from '../formats/map.ts';
import type { Entry } from '../schemas/collections.ts';
import { countryGroups } from '../schemas/country-groups.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { browsedFacets, facetAddress, valuesOf } from './facets.ts';
import type { Site } from './site.ts';

/** The first folder of what other sites may show in a frame. */
export const EMBED_FOLDER = 'embed';

/** A list of profiles with its map, for other sites to show. */
export interface Embed {
	/** `/embed/country/fr/`. */
	address: string;
	title: string;
	/** The same on the site. */
	page: string;
	area: Area;
	clusters: readonly Entry<'clusters'>[];
}

/** Where a list of profiles lies for other sites: `/clusters/country/fr/` → `/embed/country/fr/`. */
export const embedAddress = (list: string): string => list.replace(/^\/clusters\//, `/${EMBED_FOLDER}/`);

/** The groups of countries that have profiles, as other sites may show them. */
export const groupEmbedsOf = ({ clusters }: Pick<Site, 'clusters'>): Embed[] =>
	keysOf(countryGroups).flatMap((id): Embed[] => {
		const { label, members } = countryGroups[id];
		const own = clusters.filter(({ data }) => members.includes(data.country));
		if (own.length === 0) return [];
		const address = embedAddress(facetAddress('country', id));
		return [{ address, title: `Clusters: ${label}`, page: `/clusters/?country=${id}`, area: 'europe', clusters: own }];
	});

/** All that other sites may show: every list that has a page, and groups of countries. One file each, not one for each filter. */
export const embedsOf = (site: Site): Embed[] => [
	{
		address: embedAddress('/clusters/'),
		title: 'Clusters',
		page: '/clusters/',
		area: 'europe',
		clusters: site.clusters,
	},
	...browsedFacets.flatMap((facet) =>
		valuesOf(facet, site).map(({ id, label, clusters }): Embed => {
			const page = facetAddress(facet.name, id);
			const area = (facet.name === 'country' ? clusters[0]?.data.country : undefined) ?? 'europe';
			return { address: embedAddress(page), title: facet.heading(label), page, area, clusters };
		}),
	),
	...groupEmbedsOf(site),
];

/** The line that a site has to copy to show a list. */
export const embedLine = (address: string, title: string): string =>
	`<iframe src="${address}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="600" loading="lazy"></iframe>`;
