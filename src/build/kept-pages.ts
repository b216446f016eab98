import { hash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { keptIn, type Kept } from '../files/kept.ts';
import type { PageFacts } from './page-checks.ts';

/** Where the pages of the last build lie, by the digest of their bytes, and the list of them. */
export const KEPT_FOLDER = resolve('.astro/kept-pages');
const LIST = 'list.json';

/** What is known of a page that was made. */
interface KeptPage {
	/** Of its bytes. */
	digest: string;
	facts: PageFacts;
}

/** The pages of a build, by their keys (model/page-keys.ts). */
interface KeptList {
	/** What made them. Another maker makes other pages of the same. */
	maker: string;
	pages: Record<string, KeptPage>;
}

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

/** The pages of the last build by this maker; none, if there are none that can be read. */
function lastPages(cache: Kept, maker: string): KeptList['pages'] {
	try {
		const [digest, text = ''] = cache.kept(LIST)?.toString().split('\n') ?? [];
		if (digestOf(Buffer.from(text)) !== digest) return {};
		// Kept below, by the same code: other code is another maker.
		const list = JSON.parse(text) as KeptList;
		return list.maker === maker ? list.pages : {};
	} catch {
		return {};
	}
}

/** The pages that a build need not make, because the last one made them of the same. */
export class KeptPages {
	readonly #cacheFolder: string;
	readonly #cache: Kept;
	readonly #maker: string;
	readonly #folder: string;
	readonly #last: KeptList['pages'];
	readonly #pages: KeptList['pages'] = {};
	/** Where those lie that this build makes, by digest. */
	readonly #made = new Map<string, string>();
	/** How many pages this build took from the last one. */
	taken = 0;

	/** `maker` is a digest of what makes pages, `folder` the one that the build writes to. */
	constructor(cacheFolder: string, maker: string, folder: string) {
		this.#cacheFolder = cacheFolder;
		this.#cache = keptIn(cacheFolder);
		this.#maker = maker;
		this.#folder = folder;
		this.#last = lastPages(this.#cache, maker);
	}

	/**
	 * Puts a page into its place, if the last build made it of the same, and it serves still. Answers with what is known
	 * of it.
	 */
	take(page: string, key: string, serves: (facts: PageFacts) => boolean): PageFacts | undefined {
		const last = this.#last[key];
		if (!last || !serves(last.facts)) return undefined;
		const bytes = this.#cache.kept(last.digest);
		if (!bytes || digestOf(bytes) !== last.digest) return undefined;
		putAlso(join(this.#cacheFolder, last.digest), join(this.#folder, page));
		this.#pages[key] = last;
		this.taken += 1;
		return last.facts;
	}

	/** Notes a page that this build makes. */
	add(page: string, key: string, html: Uint8Array, facts: PageFacts): void {
		if (!facts.isFinished) return;
		const digest = digestOf(html);
		this.#pages[key] = { digest, facts };
		this.#made.set(digest, page);
	}

	/** Keeps the pages of this build, now that they are written, and no others. */
	keep(): void {
		try {
			mkdirSync(this.#cacheFolder, { recursive: true });
			const known = new Set(readdirSync(this.#cacheFolder));
			const others = known.difference(new Set(Object.values(this.#pages).map(({ digest }) => digest)));
			for (const [digest, page] of this.#made) {
				// What was spoiled there made the page needed.
				if (known.has(digest)) rmSync(join(this.#cacheFolder, digest));
				putAlso(join(this.#folder, page), join(this.#cacheFolder, digest));
			}
			const list = JSON.stringify({ maker: this.#maker, pages: this.#pages } satisfies KeptList);
			this.#cache.keep(LIST, `${digestOf(Buffer.from(list))}\n${list}`);
			for (const name of others) if (name !== LIST) rmSync(join(this.#cacheFolder, name), { force: true });
		} catch {
			// The next build makes all pages.
			rmSync(this.#cacheFolder, { recursive: true, force: true });
		}
	}
}
