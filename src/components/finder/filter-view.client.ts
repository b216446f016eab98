import { once } from '../../model/once.ts';
import { LoadError } from '../../search/fetch-json.client.ts';
import { openColumns, type Filtered } from '../../search/filter-rows.ts';
import { RowSet } from '../../search/row-set.ts';
import { sayWords } from '../../search/say-found.ts';
import type { View } from '../../search/view-address.ts';
import { loadColumns, version } from './list-files.client.ts';

/** What finds words. It comes once somebody reaches for the box of words. */
export const loadSearch = once(() =>
	import('../../search/ask-index.client.ts').catch(() => {
		throw new LoadError('The search could not be loaded.');
	}),
);

/** What filters and sorts the rows of the list. */
export const loadFilter = once(async () => openColumns(await loadColumns()));

/** What a view leaves, and what is to be said of its words. */
export interface FilteredView extends Filtered {
	/** Which words stand nowhere, or were taken for others; mostly empty. */
	ofWords: string;
}

/** The rows that a view leaves, with counts. Throws `LoadError` if what it takes cannot be had. */
export async function filterView({ choices, words }: View): Promise<FilteredView> {
	const filter = await loadFilter();
	if (!words) return { ...filter.filter(choices), ofWords: '' };
	const { rowsWith } = await loadSearch();
	const found = await rowsWith(version(), words);
	return { ...filter.filter(choices, RowSet.of(filter.count, found.rows)), ofWords: sayWords(found) };
}
