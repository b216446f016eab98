import { hash } from 'node:crypto';
import { closeSync, copyFileSync, linkSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keptIn } from '../files/kept.ts';
import type { PageFacts } from './page-checks.ts';

/** The name of the list of pages, beside the pages themselves, each named by the digest of its bytes. */
const LIST = 'list';

/** What is known of a page that was made. */
interface KeptPage {
	/** Of its bytes. */
	digest: string;
	facts: PageFacts;
}

/** Pages by their keys (model/page-keys.ts). */
type KeptList = Map<string, KeptPage>;

const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** Has a file lie in two places: once on the disk, where the disk can do that. */
function putAlso(file: string, place: string): void {
	mkdirSync(dirname(place), { recursive: true });
	try {
		linkSync(file, place);
	} catch {
		copyFileSync(file, place);
	}
}

/** Pages are read into the same memory one after the other: memory of its own for each takes longer than the reading. */
const room = Buffer.alloc(2 ** 22);

/** Whether a file is there and has the bytes that it is named by. */
function isWhole(folder: string, digest: string): boolean {
	try {
		const file = openSync(join(folder, digest), 'r');
		const bytes = room.subarray(0, readSync(file, room));
		closeSync(file);
		return digestOf(bytes) === digest;
	} catch {
		return false;
	}
}

/** The pages that a build need not make, because the last one made them of the same. */
export class KeptPages {
	readonly #cache: string;
	readonly #maker: string;
	readonly #folder: string;
	readonly #last: KeptList;
	readonly #pages: KeptList = new Map();
	/** Where those lie that this build makes, by digest. */
	readonly #made = new Map<string, string>();
	/** How many pages this build took from the last one. */
	taken = 0;

	/**
	 * `cache` is the folder with what the last build left, `maker` the key of what makes pages, besides what each is made
	 * of, and `folder` the one that the build writes to.
	 */
	constructor(cache: string, maker: string, folder: string) {
		this.#cache = cache;
		this.#maker = maker;
		this.#folder = folder;
		// As it was kept below, by the same code: other code is another maker.
		this.#last = (keptIn(cache).keptValue(LIST, maker) ?? new Map()) as KeptList;
	}

	/**
	 * Puts a page into its place, if the last build made it of the same, and it serves still. Answers with what is known
	 * of it.
	 */
	take(page: string, key: string, serves: (facts: PageFacts) => boolean): PageFacts | undefined {
		const last = this.#last.get(key);
		if (!last || !serves(last.facts) || !isWhole(this.#cache, last.digest)) return undefined;
		putAlso(join(this.#cache, last.digest), join(this.#folder, page));
		this.#pages.set(key, last);
		this.taken += 1;
		return last.facts;
	}

	/** Notes a page that this build makes. */
	add(page: string, key: string, html: Uint8Array, facts: PageFacts): void {
		if (!facts.isFinished) return;
		const digest = digestOf(html);
		this.#pages.set(key, { digest, facts });
		this.#made.set(digest, page);
	}

	/** Keeps the pages of this build, now that they are written, and no others. */
	keep(): void {
		try {
			mkdirSync(this.#cache, { recursive: true });
			const known = new Set(readdirSync(this.#cache));
			for (const [digest, page] of this.#made) {
				// What was spoiled there made the page needed.
				if (known.has(digest)) rmSync(join(this.#cache, digest));
				putAlso(join(this.#folder, page), join(this.#cache, digest));
			}
			keptIn(this.#cache).keepValue(LIST, this.#maker, this.#pages);
			const used = new Set([LIST, ...[...this.#pages.values()].map(({ digest }) => digest)]);
			for (const name of known.difference(used)) rmSync(join(this.#cache, name), { force: true });
		} catch {
			// The next build makes all pages.
			rmSync(this.#cache, { recursive: true, force: true });
		}
	}
}
