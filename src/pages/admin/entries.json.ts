import type { APIRoute } from 'astro';
import type { EntryIndex } from '../../editor/entry-index.ts';
import { valueAt } from '../../files/values.ts';
import { loadAll } from '../../model/load.ts';
import { aliasesOf } from '../../schemas/aliases.ts';
import { collectionOf, entryCollections } from '../../schemas/collections.ts';

/** What the editor knows of all entries without asking the git host: names to choose from, slugs that are taken. */
export const GET: APIRoute = async () => {
	const all = await loadAll();
	const index: EntryIndex = {};
	for (const collection of entryCollections) {
		const { titleField = '' } = collectionOf(collection);
		index[collection] = all[collection].map(({ id, data }) => {
			const title = valueAt(data, [titleField]);
			return [id, typeof title === 'string' ? title : id, aliasesOf(data)];
		});
	}
	return Response.json(index);
};
