import { createHash } from 'node:crypto';
import type { FacetedSite } from '../model/facets.ts';
import { oncePer } from '../model/once.ts';

const VERSION_CHARACTERS = 10;

/**
 * The version of the list, which is part of the addresses of what it is made of: another one as soon as any profile,
 * the order of the list or the day is another. A reader may have the page open while the site is built anew: an address
 * that is gone says so, where a file of the same name would mix two lists.
 */
export const listVersion = oncePer(({ clusters, today }: FacetedSite): string => {
	const hash = createHash('sha256').update(today);
	for (const { id, data } of clusters) hash.update(id).update(JSON.stringify(data));
	return hash.digest('hex').slice(0, VERSION_CHARACTERS);
});
