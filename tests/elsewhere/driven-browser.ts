/** Puts the cursor behind what stands in a field. */
export function goToEnd(selector: string): void {
	const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
	field?.focus();
	field?.setSelectionRange(field.value.length, field.value.length);
}

/** A browser that a test drives. */
export interface DrivenBrowser {
	/** Name and version. */
	name: string;
	/** Opens an address, and waits until the page says that it has loaded. */
	open: (address: string) => Promise<void>;
	/** Runs a function in the page. It sees nothing but its arguments, and gives what JSON can say. */
	run: <Given extends readonly unknown[], Result>(
		act: (...given: Given) => Result,
		...given: Given
	) => Promise<Awaited<Result>>;
	/** Clicks on an element as a person does. */
	click: (selector: string) => Promise<void>;
	/** Types into an element as a person does, behind what stands there. */
	type: (selector: string, text: string) => Promise<void>;
	/** What the console has shown so far. A browser that hides it from its driver opens these pages once more. */
	complaints: (addresses: readonly string[]) => Promise<string[]>;
	close: () => Promise<void>;
}
