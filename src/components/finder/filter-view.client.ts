import { once } from '../../model/once.ts';
import { idsWith } from '../../search/ask-index.client.ts';
import { openColumns, type Filtered } from '../../search/filter-rows.ts';
import { RowSet } from '../../search/row-set.ts';
import type { View } from '../../search/view-address.ts';
import { loadColumns, loadIndexIds } from './list-files.client.ts';

/** What filters and sorts the rows of the list. */
export const loadFilter = once(async () => openColumns(await loadColumns()));

const loadRowsById = once(async () => new Map((await loadIndexIds()).map((id, row) => [id, row])));

/** The rows whose profiles hold the words. */
async function rowsWith(words: string): Promise<number[]> {
	const [rows, ids] = await Promise.all([loadRowsById(), idsWith(words)]);
	return ids.flatMap((id) => rows.get(id) ?? []);
}

/** The rows that a view leaves, with counts. Throws `LoadError` if what it takes cannot be had. */
export async function filterView({ choices, words }: View): Promise<Filtered> {
	const filter = await loadFilter();
	return filter.filter(choices, words ? RowSet.of(filter.count, await rowsWith(words)) : undefined);
}
