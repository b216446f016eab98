/** The keys of a record by their own names, where `Object.keys` knows texts alone. */
export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): K[] =>
	// No record here has more keys than its type says: all are written out in the code.
	Object.keys(record) as K[];
