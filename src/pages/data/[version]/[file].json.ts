import type { APIRoute } from 'astro';
import { loadSite } from '../../../model/load.ts';
import { keysOf } from '../../../schemas/keys-of.ts';
import { toColumns } from '../../../search/row-columns.ts';
import { listVersion } from '../../../search/list-version.ts';

/** What the live list asks for, each in the order of the list. */
const files = {
	/** What it filters and sorts by. */
	columns: async () => toColumns(await loadSite()),
	/** Slugs and names of the profiles. */
	names: async () => (await loadSite()).clusters.map(({ id, data }) => [id, data.name]),
};

export async function getStaticPaths() {
	const version = listVersion(await loadSite());
	return keysOf(files).map((file) => ({ params: { version, file }, props: { file } }));
}

export const GET: APIRoute<{ file: keyof typeof files }> = async ({ props }) =>
	Response.json(await files[props.file]());
