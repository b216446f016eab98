import type { APIRoute } from 'astro';
import { join } from 'node:path';
import { bodyText, loadSite } from '../../model/load.ts';
import { outFolder } from '../../reading/folders.ts';
import { addressOf } from '../../schemas/collections.ts';
import { once } from '../../search/once.ts';
import { idsByDoor, recordsOf } from '../../search/records.ts';
import { writeIndex } from '../../search/write-index.ts';

const indexSite = once(async () => {
	const site = await loadSite();
	const records = recordsOf(site, bodyText);
	// The development server has no folder to serve an index from.
	const ids = import.meta.env.DEV ? new Map<string, string>() : await writeIndex(records, join(outFolder, 'pagefind'));
	return { site, records, ids };
});

/** What there is to know of the entries in the search index beside the index itself. */
const files = {
	/** The ids of the profiles in the order of the list, so that the list can be filtered by words. */
	rows: async () => {
		const { site, ids } = await indexSite();
		return site.clusters.map(({ id }) => ids.get(addressOf('clusters', id)));
	},
	/** The ids of everything else by door, so that results can be grouped without a search for each group. */
	doors: async () => {
		const { records, ids } = await indexSite();
		return idsByDoor(records, ids);
	},
};

export function getStaticPaths() {
	// Begun here, before any page is rendered, so that the index is written meanwhile.
	indexSite().catch(() => undefined);
	return Object.keys(files).map((file) => ({ params: { file } }));
}

export const GET: APIRoute = async ({ params }) => Response.json(await files[params['file'] as keyof typeof files]());
