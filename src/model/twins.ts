import { fold } from '../formats/fold.ts';

/** Share of letter pairs that two names have in common from which on they are nearly the same. */
const NEARLY = 0.75;

function pairsOf(name: string): Set<string> {
	const letters = fold(name).replace(/[^\p{L}\p{N}]+/gu, ' ');
	return new Set(
		Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)),
	);
}

/** How much two names have in common, from 0 to 1: the Dice coefficient of their pairs of letters. */
export function likeness(one: string, other: string): number {
	const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
	if (pairs.size + otherPairs.size === 0) return 0;
	return (2 * [...pairs].filter((pair) => otherPairs.has(pair)).length) / (pairs.size + otherPairs.size);
}

/** From this many names on a word says little: “social”, “network”. */
const COMMON_FROM = 3;

const wordsOf = (name: string): string[] => fold(name).split(/[^\p{L}\p{N}]+/u);

/** Answers with what sets a name apart from all others: its words without the common ones, if any are left. */
function distinguisher(names: readonly string[]): (name: string) => string {
	const counts = new Map<string, number>();
	for (const name of names) for (const word of new Set(wordsOf(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
	return (name) => {
		const rare = wordsOf(name).filter((word) => (counts.get(word) ?? 0) < COMMON_FROM);
		return rare.some((word) => word.length > 1) ? rare.join(' ') : name;
	};
}

/** The entries that have nearly the name of another one. */
export function twinsOf<E extends readonly [slug: string, name: string, ...rest: unknown[]]>(
	title: string,
	entries: readonly E[],
): E[] {
	const distinguish = distinguisher(entries.map(([, name]) => name));
	return entries.filter(([, name]) => likeness(distinguish(name), distinguish(title)) >= NEARLY);
}
