import { createHash } from 'node:crypto';
import type { FacetedSite } from '../model/facets.ts';

const VERSION_CHARACTERS = 10;

/** The version of the list: another one as soon as any profile, the order of the list or the day is another. */
function versionOf({ clusters, today }: FacetedSite): string {
	const hash = createHash('sha256').update(today);
	for (const { id, data } of clusters) hash.update(id).update(JSON.stringify(data));
	return hash.digest('hex').slice(0, VERSION_CHARACTERS);
}

const versions = new WeakMap<readonly unknown[], string>();

/**
 * The version that is part of the addresses of what the live list is made of. A reader may have the page open while
 * the site is built anew: an address that is gone says so, where a file of the same name would mix two lists.
 */
export function listVersion(site: FacetedSite): string {
	const version = versions.get(site.clusters) ?? versionOf(site);
	versions.set(site.clusters, version);
	return version;
}
