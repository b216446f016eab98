import type { Columns } from './row-columns.ts';
import { RowSet } from './row-set.ts';

/** The chosen values by facet: within a facet any of them will do, and every facet must be met. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** Orders that the list can have. */
export const sorts = {
	name: 'Name',
	newest: 'Newest founded',
	checked: 'Last checked',
} as const;
export type Sort = keyof typeof sorts;

/** Whether a text names an order. */
export const isSort = (text: string): text is Sort => Object.hasOwn(sorts, text);

/** The rows that a choice leaves, and for every value how many rows choosing it alone in its facet would leave. */
export interface Filtered {
	rows: RowSet;
	counts: Record<string, Record<string, number>>;
}

/** Rows that can be filtered and sorted at once. */
export interface RowFilter {
	count: number;
	/** `within` are rows from elsewhere that must hold too, such as those that have certain words. */
	filter: (choices: Choices, within?: RowSet) => Filtered;
	/** The rows with a value of a facet. */
	rowsOf: (facet: string, id: string) => RowSet;
	/** Rows in an order; those of the same rank stay in the order of names. */
	sort: (rows: RowSet, by: Sort) => number[];
}

/** Rows from their distances, as columns hold them. */
export function toRows(distances: readonly number[]): number[] {
	let row = -1;
	return distances.map((distance) => (row += distance));
}

/** Opens columns for filtering: each value becomes a set of rows, so that a click costs next to nothing. */
export function openColumns({ count, facets, founded, checkedOn }: Columns): RowFilter {
	const sets = Object.entries(facets).map(([facet, values]) => ({
		facet,
		values: new Map(
			Object.entries(values).map(([id, distances]) => {
				return [id, RowSet.of(count, toRows(distances))];
			}),
		),
	}));
	const all = RowSet.all(count);
	const ranks: Partial<Record<Sort, readonly number[]>> = { newest: founded, checked: checkedOn };
	return {
		count,
		filter(choices, within = all) {
			const chosen = sets.map(({ facet, values }) => {
				const ids = choices[facet] ?? [];
				const none = new RowSet(count);
				return ids.length > 0 ? ids.reduce((rows, id) => rows.or(values.get(id) ?? none), none) : all;
			});
			// What all facets but one leave, for the counts of that one.
			const allBut = (left: number) =>
				chosen.reduce((rows, set, index) => (index === left ? rows : rows.and(set)), within);
			return {
				rows: allBut(-1),
				counts: Object.fromEntries(
					sets.map(({ facet, values }, index) => {
						const others = allBut(index);
						return [facet, Object.fromEntries([...values].map(([id, rows]) => [id, rows.countWith(others)]))];
					}),
				),
			};
		},
		rowsOf: (facet, id) => sets.find((set) => set.facet === facet)?.values.get(id) ?? new RowSet(count),
		sort(rows, by) {
			const rank = ranks[by];
			return rank ? rows.toRows().sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0) || a - b) : rows.toRows();
		},
	};
}
