import { fold } from '../formats/fold.ts';
import { once } from '../model/once.ts';
import { fetchJson } from '../search/fetch-json.client.ts';

/** For every collection its entries: slug, name and former slugs. */
export type EntryIndex = Record<string, [slug: string, title: string, aliases: string[]][]>;

/** An entry as Decap’s relation field wants it. */
interface Hit {
	collection: string;
	slug: string;
	path: string;
	data: { title: string };
}

const fetchIndex = once(() => fetchJson<EntryIndex>('/admin/entries.json'));

/** Slugs and names of all entries, as of the last build. Empty if the index cannot be loaded. */
export const loadIndex = (): Promise<EntryIndex> => fetchIndex().catch(() => ({}));

/** The slugs and former slugs of the entries of a collection, but for those that have or had one of `own`. */
export const takenSlugs = async (collection: string, own: readonly string[]): Promise<Set<string>> =>
	new Set(
		((await loadIndex())[collection] ?? [])
			.filter(([slug]) => !own.includes(slug))
			.flatMap(([slug, , aliases]) => [slug, ...aliases]),
	);

/** The entries of a collection whose name or slug holds some words, accents aside. All for no words. */
export async function entriesOf(collection: string, words: string): Promise<Hit[]> {
	const wanted = fold(words);
	const entries = (await loadIndex())[collection] ?? [];
	return entries
		.filter(([slug, title]) => fold(title).includes(wanted) || slug.includes(wanted))
		.map(([slug, title]) => ({ collection, slug, path: '', data: { title } }));
}
