import { fold } from '../formats/fold.ts';

/** For every collection its entries: slug, name and former slugs. */
export type EntryIndex = Record<string, [slug: string, title: string, aliases: string[]][]>;

/** An entry as Decap’s relation field wants it. */
interface Hit {
	collection: string;
	slug: string;
	path: string;
	data: { title: string };
}

let loading: Promise<EntryIndex> | undefined;

/** Slugs and names of all entries, as of the last build. Empty if the index cannot be loaded. */
export function loadIndex(): Promise<EntryIndex> {
	loading ??= fetch('/admin/entries.json').then(
		async (response) => (response.ok ? ((await response.json()) as EntryIndex) : {}),
		() => ({}),
	);
	// An index that could not be loaded is asked for again.
	void loading.then((index) => {
		if (Object.keys(index).length === 0) loading = undefined;
	});
	return loading;
}

/** The entries of a collection whose name or slug holds some words, accents aside. All for no words. */
export async function entriesOf(collection: string, words: string): Promise<Hit[]> {
	const wanted = fold(words);
	const entries = (await loadIndex())[collection] ?? [];
	return entries
		.filter(([slug, title]) => fold(title).includes(wanted) || slug.includes(wanted))
		.map(([slug, title]) => ({ collection, slug, path: '', data: { title } }));
}
