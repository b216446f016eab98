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

/** Calls the function once nothing has asked for it during `milliseconds`. */
export function afterPause<A extends unknown[]>(milliseconds: number, call: (...given: A) => void) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	return (...given: A) => {
		clearTimeout(timer);
		timer = setTimeout(call, milliseconds, ...given);
	};
}
