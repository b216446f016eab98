import { isGroup, isSame } from './pruned.ts';

/** What becomes of a list, item by item: `from` counts the items before, `to` those after. */
export type Step =
	| { kind: 'stays' | 'changes'; from: number; to: number }
	| { kind: 'goes'; from: number }
	| { kind: 'comes'; to: number };

const GOES_OR_COMES = 1;
const NOTHING_IN_COMMON = 2;
/** Above this many pairs to compare, a list is compared place by place. */
const MAX_PAIRS = 250_000;

/** How far two items are apart, from 0 (same) to 2 (nothing in common). */
function distance(one: unknown, other: unknown): number {
	if (isSame(one, other)) return 0;
	if (isGroup(one) && isGroup(other)) {
		const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
		const different = keys.filter((key) => !isSame(one[key], other[key])).length;
		return different === keys.length ? NOTHING_IN_COMMON : 0.2 + (1.7 * different) / keys.length;
	}
	return typeof one === typeof other ? 1.5 : NOTHING_IN_COMMON;
}

function placeByPlace(before: readonly unknown[], after: readonly unknown[]): Step[] {
	return Array.from({ length: Math.max(before.length, after.length) }, (_, place): Step => {
		if (place >= before.length) return { kind: 'comes', to: place };
		if (place >= after.length) return { kind: 'goes', from: place };
		return { kind: isSame(before[place], after[place]) ? 'stays' : 'changes', from: place, to: place };
	});
}

/** The fewest steps that lead from one list to another: an item that moved or changed leaves the others alone. */
export function align(before: readonly unknown[], after: readonly unknown[]): Step[] {
	if (before.length * after.length > MAX_PAIRS) return placeByPlace(before, after);
	// costs[i][j]: of what leads from the items of `before` from i on to those of `after` from j on.
	const costs = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
	const costOf = (from: number, to: number) => costs[from]?.[to] ?? Infinity;
	const distances = before.map((one) => after.map((other) => distance(one, other)));
	const distanceOf = (from: number, to: number) => distances[from]?.[to] ?? Infinity;
	for (let from = before.length; from >= 0; from--) {
		for (let to = after.length; to >= 0; to--) {
			const row = costs[from];
			if (!row || (from === before.length && to === after.length)) continue;
			row[to] = Math.min(
				distanceOf(from, to) + costOf(from + 1, to + 1),
				GOES_OR_COMES + costOf(from + 1, to),
				GOES_OR_COMES + costOf(from, to + 1),
			);
		}
	}
	const steps: Step[] = [];
	for (let from = 0, to = 0; from < before.length || to < after.length;) {
		const cost = costOf(from, to);
		if (distanceOf(from, to) + costOf(from + 1, to + 1) === cost) {
			steps.push({ kind: distanceOf(from, to) === 0 ? 'stays' : 'changes', from: from++, to: to++ });
		} else if (GOES_OR_COMES + costOf(from + 1, to) === cost) {
			steps.push({ kind: 'goes', from: from++ });
		} else {
			steps.push({ kind: 'comes', to: to++ });
		}
	}
	return steps;
}
