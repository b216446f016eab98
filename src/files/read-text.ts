import { isUtf8 } from 'node:buffer';
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

/** The first line of a file that is not UTF-8, counted from 1. */
export const lineNotInUtf8 = (path: string): number =>
	// Signs of UTF-8 with several bytes have no line end among them.
	1 +
	readFileSync(path, 'latin1')
		.split('\n')
		.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
