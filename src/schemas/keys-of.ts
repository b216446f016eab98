/** The keys of a record by their own names, where `Object.keys` knows texts alone. */
export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] =>
	// No record here has more keys than its type says: all are written out in the code.
	Object.keys(record) as K[];

/** A record that has these keys, each with its value. */
export const recordOf = <K extends string, V>(keys: readonly K[], toValue: (key: K) => V): Record<K, V> =>
	// A list cannot say that it holds every key of its type; those here do.
	Object.fromEntries(keys.map((key) => [key, toValue(key)])) as Record<K, V>;
