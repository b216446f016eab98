import type { APIRoute } from 'astro';
import { bodySource, loadAll } from '../../model/load.ts';
import { referrersOf } from '../../model/referrers.ts';
import { entryCollections } from '../../schemas/collections.ts';

/** Which entries name which others, so that none is deleted that others need. */
export const GET: APIRoute = async () => {
	const all = await loadAll();
	return Response.json(
		referrersOf(
			entryCollections.flatMap((collection) =>
				all[collection].map(({ id, data }) => ({
					collection,
					slug: id,
					fields: { ...data, body: bodySource(collection, id) },
				})),
			),
		),
	);
};
