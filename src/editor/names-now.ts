import { aliasesOf } from '../schemas/aliases.ts';
import { extensionOf, fileOf, folderOf, type CollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import type { DecapBackend } from './decap-backend.ts';
import { loadIndex } from './entry-index.ts';
import { listedFields } from './listing.ts';
import { readForForm } from './unusable.ts';

/**
 * The published entries of a collection by every slug that they have or had, as it is now: where a back end does not
 * list them, as the build knew them.
 */
export async function namesNow(backend: DecapBackend, collection: CollectionName): Promise<Map<string, string>> {
	const built = new Map((await loadIndex())[collection]?.map(([slug, , aliases]) => [slug, aliases]));
	const files = await backend.entriesNow?.(folderOf(collection), extensionOf(collection), 1);
	const entries = files
		? files.map(({ file, data: text }) => {
				const slug = slugOf(file.path);
				const aliases = listedFields(text) ? built.get(slug) : aliasesOf(readForForm(collection, text).data ?? {});
				return [slug, aliases ?? []] as const;
			})
		: [...built];
	return new Map([
		...entries.flatMap(([slug, aliases]) => aliases.map((alias) => [alias, slug] as const)),
		...entries.map(([slug]) => [slug, slug] as const),
	]);
}

/** Whether there is an entry now, by its slug or a former one. */
export async function hasEntryNow(backend: DecapBackend, collection: CollectionName, slug: string): Promise<boolean> {
	if ((await namesNow(backend, collection)).has(slug)) return true;
	// It may have been published since the site was built.
	return Boolean((await backend.getEntry(fileOf(collection, slug))).data);
}
