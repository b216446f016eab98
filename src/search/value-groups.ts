/** Groups of values by facet and id: `country`, `nordic` → `DK`, `FI` and so on. */
export type Groups = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A chosen value, or a group that is chosen as a whole, with the values that it stands for. */
export interface Part {
	id: string;
	values: readonly string[];
}

/** Chosen values with groups in the place of theirs: the largest first, and none that says nothing new. */
export function foldGroups(ids: readonly string[], groups: ReadonlyMap<string, readonly string[]> = new Map()): Part[] {
	let rest = ids;
	const whole = [...groups]
		.filter(([, values]) => values.length > 1 && values.every((value) => ids.includes(value)))
		.sort(([, a], [, b]) => b.length - a.length)
		.flatMap(([id, values]) => {
			if (rest.filter((value) => values.includes(value)).length < 2) return [];
			rest = rest.filter((value) => !values.includes(value));
			return [{ id, values }];
		});
	return [...whole, ...rest.map((id) => ({ id, values: [id] }))];
}
