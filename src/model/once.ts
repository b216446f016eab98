/** Gives what was made on first use. */
export interface Once<T> {
	(): Promise<T>;
	/** Lets the next use make it anew. */
	forget: () => void;
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
