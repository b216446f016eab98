import { readFileSync } from 'node:fs';

/** The text of a file of the content, without a byte order mark; undefined if it is not UTF-8. */
export function readText(path: string): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}
