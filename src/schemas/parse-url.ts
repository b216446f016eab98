/** The parts of an address, or undefined if it is none. The oldest browsers lack `URL.canParse` and `URL.parse`. */
export function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
