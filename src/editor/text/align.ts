import type { Node } from 'prosemirror-model';

/** Which of the blocks of before a block comes from, and whether it is the same. */
export interface Pair {
	index: number;
	isSame: boolean;
}

/** More comparisons than these would be felt at each key. */
const MAX_COMPARISONS = 250_000;

/** The longest row of pairs that stand in the same order on both sides. */
function commonOf(
	before: readonly Node[],
	after: readonly Node[],
	fits: (a: Node, b: Node) => boolean,
): [number, number][] {
	if (before.length * after.length > MAX_COMPARISONS) return [];
	const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
	const at = (a: number, b: number) => lengths[a]?.[b] ?? 0;
	for (let a = before.length - 1; a >= 0; a--) {
		for (let b = after.length - 1; b >= 0; b--) {
			const [one, other] = [before[a], after[b]];
			const row = lengths[a];
			if (row && one && other) row[b] = fits(one, other) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
		}
	}
	const pairs: [number, number][] = [];
	for (let a = 0, b = 0; a < before.length && b < after.length;) {
		const [one, other] = [before[a], after[b]];
		if (one && other && fits(one, other) && at(a, b) === at(a + 1, b + 1) + 1) pairs.push([a++, b++]);
		else if (at(a + 1, b) >= at(a, b + 1)) a++;
		else b++;
	}
	return pairs;
}

const isSame = (one: Node, other: Node) => one === other || one.eq(other);
const isAlike = (one: Node, other: Node) => one.type === other.type;

/**
 * For each block of now the one of before that it comes from, if any: the same one, or between the same ones one of its
 * kind. By what they are, not by what was done, so that undoing gives the source back.
 */
export function align(before: readonly Node[], after: readonly Node[]): (Pair | undefined)[] {
	const pairs = new Array<Pair | undefined>(after.length).fill(undefined);
	let start = 0;
	let end = 0;
	const most = Math.min(before.length, after.length);
	const fits = (a: number, b: number) => {
		const [one, other] = [before[a], after[b]];
		return one !== undefined && other !== undefined && isSame(one, other);
	};
	while (start < most && fits(start, start)) start++;
	while (end < most - start && fits(before.length - 1 - end, after.length - 1 - end)) end++;
	const inside = commonOf(before.slice(start, before.length - end), after.slice(start, after.length - end), isSame);
	const same: [number, number][] = [
		...Array.from({ length: start }, (_, index): [number, number] => [index, index]),
		...inside.map(([a, b]): [number, number] => [a + start, b + start]),
		...Array.from({ length: end }, (_, index): [number, number] => [
			before.length - end + index,
			after.length - end + index,
		]),
	];
	let [lastA, lastB] = [0, 0];
	for (const [a, b] of [...same, [before.length, after.length] as const]) {
		const alike = commonOf(before.slice(lastA, a), after.slice(lastB, b), isAlike);
		for (const [one, other] of alike) pairs[other + lastB] = { index: one + lastA, isSame: false };
		if (b < after.length) pairs[b] = { index: a, isSame: true };
		[lastA, lastB] = [a + 1, b + 1];
	}
	return pairs;
}
