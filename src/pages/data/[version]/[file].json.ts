import type { APIRoute } from 'astro';
import { loadSite } from '../../../model/load.ts';
import { addressOf } from '../../../schemas/collections.ts';
import { keysOf } from '../../../schemas/keys-of.ts';
import { toColumns } from '../../../search/row-columns.ts';
import { indexSite } from '../../../search/index-site.ts';
import { listVersion } from '../../../search/list-version.ts';

/** What the live list asks for, each in the order of the list. */
const files = {
	/** What it filters and sorts by. */
	columns: async () => toColumns(await loadSite()),
	/** Slugs and names of the profiles. */
	names: async () => (await loadSite()).clusters.map(({ id, data }) => [id, data.name]),
	/** The ids of the profiles in the search index, so that the list can be filtered by words. */
	'index-ids': async () => {
		const { site, ids } = await indexSite();
		return site.clusters.map(({ id }) => ids.get(addressOf('clusters', id)));
	},
};

export async function getStaticPaths() {
	// Begun here, before any page is rendered, so that the index is written meanwhile.
	indexSite().catch(() => undefined);
	const version = listVersion(await loadSite());
	return keysOf(files).map((file) => ({ params: { version, file }, props: { file } }));
}

export const GET: APIRoute<{ file: keyof typeof files }> = async ({ props }) =>
	Response.json(await files[props.file]());
