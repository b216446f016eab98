import { collections, type Entry } from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/describe-fields.ts';
import type { Source } from '../schemas/fields.ts';
import { toCell } from './csv.ts';
import type { OpenCollection } from './entry-files.ts';

const HEAD = ['type', 'slug', 'field', 'field.words', 'source.title', 'source.url', 'source.accessed'];

/** The sources of entries, as a table with a line for each fact that one supports: entry, field, source. */
export function toSourceTable(
	entries: readonly { collection: OpenCollection; entry: Entry<OpenCollection> }[],
): string[][] {
	const lines = entries.flatMap(({ collection, entry: { id, data } }) => {
		const sources: readonly (Source & { supports?: readonly string[] })[] = 'sources' in data ? data.sources : [];
		const { schema } = collections[collection];
		return sources.flatMap(({ title, url, accessed = '', supports = [''] }) =>
			supports.map((field) => [
				collection,
				id,
				field,
				field && (labelsAlong(schema, [field])[0] ?? field),
				...[title, url, accessed].map(toCell),
			]),
		);
	});
	return [HEAD, ...lines];
}
