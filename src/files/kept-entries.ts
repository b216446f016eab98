import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { codeDigest, lastBuild } from './last-build.ts';
import { keyOf } from './kept.ts';

/** Of a file: the digest of its text, and what was read in it, packed. */
interface KeptEntry {
	digest: string;
	packed: Uint8Array;
}

interface KeptFolder {
	/** The day on which all was right. What was done on a day that has come stays done. */
	today: string;
	files: Map<string, KeptEntry>;
}

const NAME = 'entries';

/** Entries that the last build read and found nothing wrong with. Each file that is another now is read anew. */
export class KeptEntries {
	readonly #today: string;
	readonly #key: string;
	#last: KeptFolder['files'] = new Map();
	readonly #files: KeptFolder['files'] = new Map();
	#isNew = false;

	/** `pictures` is what texts show, by file. */
	constructor(today: string, pictures: unknown) {
		this.#today = today;
		this.#key = keyOf([codeDigest(), pictures]);
		// Kept below.
		const last = lastBuild.keptValue(NAME, this.#key) as KeptFolder | undefined;
		if (last && last.today <= today) this.#last = last.files;
	}

	/** What was read in a file with this text; else what `read` gives, kept for the next build if it is right. */
	take<T>(file: string, text: string, read: () => T, isRight: (value: T) => boolean): T {
		const digest = hash('sha256', text, 'base64url');
		const last = this.#last.get(file);
		if (last?.digest === digest) {
			this.#files.set(file, last);
			// Packed below.
			return deserialize(last.packed) as T;
		}
		const value = read();
		if (isRight(value)) this.#files.set(file, { digest, packed: serialize(value) });
		this.#isNew = true;
		return value;
	}

	/** Leaves for the next build what this one has read. */
	keep(): void {
		if (this.#isNew || this.#files.size < this.#last.size)
			lastBuild.keepValue(NAME, this.#key, { today: this.#today, files: this.#files } satisfies KeptFolder);
		this.#last = new Map();
		this.#files.clear();
	}
}
