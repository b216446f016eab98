import { createHash } from 'node:crypto';
import { checkOn } from '../model/check-state.ts';
import type { FacetedSite } from '../model/facets.ts';
import { oncePer } from '../model/once.ts';

const VERSION_CHARACTERS = 10;

/**
 * The version of the list, which is part of the addresses of what it is made of: another one as soon as any profile,
 * the state of its check or the order of the list is another, and no other from day to day. A reader may have the page open while the site is built anew: an address
 * that is gone says so, where a file of the same name would mix two lists.
 */
export const listVersion = oncePer(({ clusters, settings, today }: FacetedSite): string => {
	const hash = createHash('sha256');
	for (const { id, data } of clusters)
		hash.update(JSON.stringify([id, data, checkOn(data.check.on, settings, today).state]));
	return hash.digest('hex').slice(0, VERSION_CHARACTERS);
});
