/** Random choices that are the same for the same seed. */
export interface Random {
	/** From 0 to 1, without 1. */
	share: () => number;
	/** A whole number from 0 on, below the one given. */
	below: (limit: number) => number;
	/** One of a list. */
	oneOf: <T>(list: readonly T[]) => T;
	/** Some of a list, each once, in any order; as many as `count`, or fewer. */
	someOf: <T>(list: readonly T[], count: number) => T[];
}

/** Random choices from a seed (mulberry32). */
export function randomFrom(seed: number): Random {
	let state = seed;
	const share = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(share() * limit);
	const oneOf = <T>(list: readonly T[]): T => {
		if (list.length === 0) throw new Error('There is nothing to choose from.');
		return list[below(list.length)] as T;
	};
	return {
		share,
		below,
		oneOf,
		someOf: (list, count) => [...new Set(Array.from({ length: list.length > 0 ? count : 0 }, () => oneOf(list)))],
	};
}
