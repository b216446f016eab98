/** Gives what was made on first use. */
export interface Once<T> {
	(): Promise<T>;
	/** Lets the next use make it anew. */
	forget: () => void;
}

/** Makes something of a thing once, however many ask, and keeps it as long as the thing. */
export function oncePer<K extends WeakKey, T>(make: (of: K) => T): (of: K) => T {
	const made = new WeakMap<K, T>();
	return (of) => {
		const known = made.get(of) ?? make(of);
		made.set(of, known);
		return known;
	};
}

/** What is made once, on first use; a failure is forgotten, so that the next use tries again. */
export function once<T>(make: () => Promise<T>): Once<T> {
	let made: Promise<T> | undefined;
	const forget = () => {
		made = undefined;
	};
	const give = () => {
		made ??= make().catch((error: unknown) => {
			forget();
			throw error;
		});
		return made;
	};
	return Object.assign(give, { forget });
}
