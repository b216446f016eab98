/** Groups of items that may each belong to several, in the order in which groups and items come. */
export function groupByEach<T, K>(items: Iterable<T>, groupsOf: (item: T) => Iterable<K>): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		for (const key of groupsOf(item)) {
			const group = groups.get(key);
			if (group) group.push(item);
			else groups.set(key, [item]);
		}
	}
	return groups;
}

/** Groups of items that belong to one each. `Map.groupBy` is younger than the oldest browsers. */
export const groupBy = <T, K>(items: Iterable<T>, groupOf: (item: T) => K): Map<K, T[]> =>
	groupByEach(items, (item) => [groupOf(item)]);
