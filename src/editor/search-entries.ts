import { entryAt } from '../model/referrers.ts';
import type { CollectionName } from '../schemas/collections.ts';

/** An entry that was found. */
export interface FoundEntry {
	collection: CollectionName;
	slug: string;
	/** Where readers find it. */
	address: string;
	title: string;
	/** The place that tells it from others, if it has one. */
	where: string | undefined;
}

/** The entries in which words stand, in names, places or texts, as the search of the site finds them. */
export async function searchEntries(typed: string, count: number): Promise<FoundEntry[]> {
	const { search, hitsOf } = await import('../search/ask-index.client.ts');
	let found: FoundEntry[] = [];
	await search(typed, async (answer) => {
		// Pages that are no entries are among them.
		const hits = await hitsOf(answer, answer.entries.slice(0, 3 * count), { isBrief: true });
		found = hits.flatMap(({ url: address, title, where }) => {
			const entry = entryAt(address);
			return entry ? [{ ...entry, address, title: title.map(({ text }) => text).join(''), where }] : [];
		});
	});
	return found.slice(0, count);
}
