import { collator } from '../formats/collator.ts';
import type { DataOf } from '../schemas/collections.ts';
import { endOf } from './brussels-days.ts';

interface Named {
	data: { name: string };
}
interface Dated {
	id: string;
	data: { date: string };
}

/** Clusters and organisations, by name. */
export const byName = (a: Named, b: Named): number => collator.compare(a.data.name, b.data.name);

/** Updates and meetings. */
export const newestFirst = (a: Dated, b: Dated): number =>
	b.data.date.localeCompare(a.data.date) || a.id.localeCompare(b.id);

/** Milestones. */
export const oldestFirst = (a: Dated, b: Dated): number =>
	endOf(a.data.date).localeCompare(endOf(b.data.date)) || a.id.localeCompare(b.id);

interface Ordered {
	id: string;
	data: Pick<DataOf<'guide'>, 'order'>;
}

/** Guide pages, as the editor put them. */
export const byOrder = (a: Ordered, b: Ordered): number => a.data.order - b.data.order || a.id.localeCompare(b.id);

interface Worded {
	data: Pick<DataOf<'terms'>, 'term'>;
}

/** Terms, by the alphabet. */
export const byTerm = (a: Worded, b: Worded): number => collator.compare(a.data.term, b.data.term);
