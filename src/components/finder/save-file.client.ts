import { element } from '../dom.client.ts';

/** A browser may still be reading a file some time after it was told to. */
const KEPT_FOR_MILLISECONDS = 60_000;

/** Hands a file that the page made to the reader, under a name. */
export function saveFile(name: string, blob: Blob): void {
	const address = URL.createObjectURL(blob);
	element('a', { href: address, download: name }).click();
	setTimeout(() => {
		URL.revokeObjectURL(address);
	}, KEPT_FOR_MILLISECONDS);
}
