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
