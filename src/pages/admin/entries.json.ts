import type { APIRoute } from 'astro';
import type { EntryIndex } from '../../editor/entry-index.ts';
import { loadSite } from '../../model/load.ts';
import { collections, type Collection } from '../../schemas/collections.ts';

interface Named {
	id: string;
	data: unknown;
}

/** What the editor knows of all entries without asking the git host: names to choose from, slugs that are taken. */
export const GET: APIRoute = async () => {
	const site = (await loadSite()) as unknown as Record<string, Named[]>;
	const index: EntryIndex = Object.fromEntries(
		Object.entries(collections as Record<string, Collection>).map(([name, { titleField }]) => [
			name,
			(titleField ? (site[name] ?? []) : []).map(({ id, data }) => {
				const fields = data as Record<string, unknown>;
				return [
					id,
					(fields[titleField ?? ''] as string | undefined) ?? id,
					(fields['aliases'] as string[] | undefined) ?? [],
				];
			}),
		]),
	);
	return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
