import { endOf } from '../formats/brussels-days.ts';
import { collator } from '../formats/collator.ts';
import type { DataOf, Entry, EntryCollection } from '../schemas/collections.ts';
import { guideParts } from '../schemas/guide-page.ts';
import { keysOf } from '../schemas/keys-of.ts';

interface Identified {
	id: string;
}
interface Labelled {
	label: string;
}
interface Named {
	data: { name: string };
}
interface Dated extends Identified {
	data: { date: string };
}

/** What nothing else tells apart: by slug, so that a rebuild never reshuffles. */
export const byId = (a: Identified, b: Identified): number => a.id.localeCompare(b.id);

/** Terms of a vocabulary, by their labels. */
export const byLabel = (a: Labelled, b: Labelled): number => collator.compare(a.label, b.label);

/** What happened on a day. */
export const latestFirst = (a: { on: string }, b: { on: string }): number => b.on.localeCompare(a.on);

/** Clusters, organisations and places, by name. */
export const byName = (a: Named, b: Named): number => collator.compare(a.data.name, b.data.name);

/** Updates and meetings. */
export const newestFirst = (a: Dated, b: Dated): number => b.data.date.localeCompare(a.data.date) || byId(a, b);

/** Milestones. */
export const oldestFirst = (a: Dated, b: Dated): number =>
	endOf(a.data.date).localeCompare(endOf(b.data.date)) || byId(a, b);

interface Ordered extends Identified {
	data: Pick<DataOf<'guide'>, 'part' | 'order'>;
}

const parts = keysOf(guideParts);

/** Guide pages, part by part, as the editor put them. */
export const byOrder = (a: Ordered, b: Ordered): number =>
	parts.indexOf(a.data.part) - parts.indexOf(b.data.part) || a.data.order - b.data.order || byId(a, b);

/** Signposts, by title. */
const byTitle = (a: Entry<'signposts'>, b: Entry<'signposts'>): number =>
	collator.compare(a.data.title, b.data.title) || byId(a, b);

/** Receipts. */
export const latestReceived = (a: Entry<'receipts'>, b: Entry<'receipts'>): number =>
	b.data.receivedOn.localeCompare(a.data.receivedOn) || byId(a, b);

/** The order of each collection in lists. That of points hangs on the day. */
export const listOrders: { [N in EntryCollection]: (a: Entry<N>, b: Entry<N>) => number } = {
	clusters: byName,
	updates: newestFirst,
	meetings: newestFirst,
	calls: (a, b) => b.data.opensOn.localeCompare(a.data.opensOn),
	points: () => 0,
	receipts: latestReceived,
	guide: byOrder,
	terms: (a, b) => collator.compare(a.data.term, b.data.term),
	organisations: byName,
	milestones: oldestFirst,
	signposts: byTitle,
	places: byName,
};

/** The entries before and after one in an order, so many of each at most, the entry itself among them or not. */
export function entriesAround<E extends { id: string }>(
	sorted: readonly E[],
	entry: E,
	order: (a: E, b: E) => number,
	most: number,
): { before: E[]; after: E[] } {
	const others = sorted.filter(({ id }) => id !== entry.id);
	const index = others.findIndex((other) => order(other, entry) > 0);
	const place = index < 0 ? others.length : index;
	return { before: others.slice(Math.max(0, place - most), place), after: others.slice(place, place + most) };
}

/** The one entry before and the one after, in an order. */
export function neighboursIn<E extends { id: string }>(
	sorted: readonly E[],
	entry: E,
	order: (a: E, b: E) => number,
): { before: E | undefined; after: E | undefined } {
	const { before, after } = entriesAround(sorted, entry, order, 1);
	return { before: before[0], after: after[0] };
}
