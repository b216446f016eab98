/** Makes an element with properties and children; text goes in as text, never as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	properties: Partial<HTMLElementTagNameMap[K]> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = Object.assign(document.createElement(tag), properties);
	made.append(...children);
	return made;
}

/** The first element that a selector finds. Throws if there is none: page and script would not fit together. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector does, it spares a cast at every call
export function one<E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E {
	const found = within.querySelector<E>(selector);
	if (!found) throw new Error(`The page has no ${selector}.`);
	return found;
}

/**
 * Calls the function once nothing has asked for it for half as long as it took the last time: at once where it is
 * quick, and not in the midst of typing where it is slow. At most a quarter of a second.
 */
export function afterPause(call: () => Promise<void>): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let pause = 0;
	const run = async () => {
		const started = performance.now();
		await call();
		pause = Math.min(250, (performance.now() - started) / 2);
	};
	return () => {
		clearTimeout(timer);
		timer = setTimeout(() => void run(), pause);
	};
}
