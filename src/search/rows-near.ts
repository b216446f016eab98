import type { Columns } from './row-columns.ts';

/**
 * Up to `most` rows that fit most of what is wanted, a value for each facet; a blank one wants nothing. Of rows that
 * fit equally well the first come, so that the same answers show the same examples.
 */
export function rowsNear(
	columns: Columns,
	wanted: readonly (readonly [facet: string, value: string])[],
	most: number,
): number[] {
	const scores = new Map<number, number>();
	for (const [facet, value] of wanted) {
		let row = -1;
		for (const distance of columns.facets[facet]?.[value] ?? []) {
			row += distance;
			scores.set(row, (scores.get(row) ?? 0) + 1);
		}
	}
	for (let row = 0; row < Math.min(most, columns.count); row++) if (!scores.has(row)) scores.set(row, 0);
	return [...scores]
		.sort(([a, scoreOfA], [b, scoreOfB]) => scoreOfB - scoreOfA || a - b)
		.slice(0, most)
		.map(([row]) => row);
}
