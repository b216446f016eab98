import { addressOf, type AddressedCollection } from '../schemas/collections.ts';
import type { SiteChanges } from './changes.ts';
import { DIGESTS_ADDRESS, digestsOf } from './digests.ts';
import { browsedFacets, facetAddress, valuesOf } from './facets.ts';
import { ledgerParts } from './ledger.ts';
import { topicsOf } from './meeting-topics.ts';
import { aboutPages, doorsAndPagesOf } from './navigation.ts';
import type { Site } from './site.ts';

/** A page for search engines. */
export interface MappedPage {
	address: string;
	/** The day of its last change, where that is known. */
	on?: string | undefined;
}

/** The collections whose entries have a page each. */
const withPages = [
	'clusters',
	'updates',
	'meetings',
	'calls',
	'points',
	'guide',
] as const satisfies AddressedCollection[];

/** The pages of the site, further pages of lists apart, which the first ones lead to. */
export function mappedPages(site: Site, { all, byEntry }: SiteChanges): MappedPage[] {
	const addresses = [
		'/',
		...doorsAndPagesOf(site.settings).map(({ address }) => address),
		...aboutPages.map(({ address }) => address),
		DIGESTS_ADDRESS,
		...digestsOf(site, all, site.today).map(({ address }) => address),
		...browsedFacets.flatMap((facet) => valuesOf(facet, site).map(({ id }) => facetAddress(facet.name, id))),
		...topicsOf(site.meetings).map(({ address }) => address),
		...ledgerParts(site.points, site.calls, site.today).map(({ address }) => address),
	];
	const entries = withPages.flatMap((collection) =>
		site[collection].map(({ id }) => ({
			address: addressOf(collection, id),
			on: byEntry.get(`${collection}/${id}`)?.[0]?.on,
		})),
	);
	return [...addresses.map((address) => ({ address })), ...entries];
}
