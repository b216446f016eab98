import { once } from '../model/once.ts';
import { excerptOf, markedParts, type ExcerptPart } from './excerpt.ts';
import { fetchFile, fetchJson, LoadError } from './fetch-json.client.ts';
import { find, kindOf, type Found } from './find.ts';
import { openIndex, type OpenIndex } from './open-index.ts';
import { narrowedResult } from './say-found.ts';
import type { Kind } from './tables.ts';
import { wordsOf } from './words.ts';

/** Opens the index of the search, once. */
export const openSearch = once(() =>
	openIndex({
		json: fetchJson,
		text: async (address) => (await fetchFile(address)).text(),
	}),
);

/** One thing that was found. */
export interface Hit {
	kind: Kind;
	url: string;
	title: ExcerptPart[];
	where: string;
	excerpt: ExcerptPart[];
}

/** Asks the index. Throws `LoadError` if it cannot be read; the next question opens it anew. */
async function ask<T>(question: (index: OpenIndex) => Promise<T>): Promise<T> {
	try {
		return await question(await openSearch());
	} catch (error) {
		// The site may have been built anew: its index has another version then.
		if (error instanceof LoadError) openSearch.forget();
		throw error;
	}
}

/** How long names are held back where texts are near too, so that nothing moves. */
const TEXTS_NEAR_IN_MILLISECONDS = 15;

const pause = (milliseconds: number) => new Promise<undefined>((done) => setTimeout(done, milliseconds));

/** Searches the whole site: what names tell comes at once, where texts take longer, and all of it then. */
export const search = (typed: string, show: (found: Found, isAll: boolean) => Promise<void>): Promise<void> =>
	ask(async (index) => {
		const all = find(index, typed);
		// Asked for below; names may fail before.
		all.catch(() => undefined);
		const isNear = (await Promise.race([all, pause(TEXTS_NEAR_IN_MILLISECONDS)])) !== undefined;
		if (!isNear) {
			const names = await find(index, typed, 'names');
			if (names.entries.length > 0) await show(names, false);
		}
		await show(await all, true);
	});

/** What is shown of entries. Texts are asked for only where names do not tell why an entry was found, and not in brief. */
export const hitsOf = (found: Found, entries: readonly number[], { isBrief = false } = {}): Promise<Hit[]> =>
	ask((index) =>
		Promise.all(
			entries.map(async (entry) => {
				const [url, title, where, summary] = await index.shown(entry);
				const isTold = isBrief || found.byName.has(entry) || wordsOf(summary).some((word) => found.marked.has(word));
				return {
					kind: kindOf(index, entry),
					url,
					title: markedParts(title, found.marked),
					where,
					excerpt:
						(isTold ? undefined : excerptOf(await index.textOf(entry), found.marked)) ??
						markedParts(summary, found.marked),
				};
			}),
		),
	);

/** The filtered list, if a query asks for one and nothing else. */
export const narrowedHit = (found: Found): Promise<Hit | undefined> =>
	ask(async (index) => {
		const titles = new Map(
			await Promise.all(
				(found.narrowed?.marks ?? []).map(async ({ entry }) => [entry, (await index.shown(entry))[1]] as const),
			),
		);
		const shown = narrowedResult(found, (entry) => titles.get(entry) ?? '');
		if (!shown) return undefined;
		const [url, title, where, summary] = shown;
		const plain = (text: string) => [{ text, isMarked: false }];
		return { kind: 'list', url, title: plain(title), where, excerpt: plain(summary) };
	});

/** The kind of an entry. Throws `LoadError` as `search` does. */
export const ofKind = (entries: readonly number[], kind: Kind | undefined): Promise<number[]> =>
	ask((index) => Promise.resolve(entries.filter((entry) => kind === undefined || kindOf(index, entry) === kind)));

/** The rows of the profiles of a list that hold all words, and what is to be said of these. Throws `LoadError` as `search` does, also if the index is of another list. */
export const rowsWith = (list: string, words: string): Promise<Pick<Found, 'rows' | 'unknown' | 'corrections'>> =>
	ask((index) => {
		if (index.manifest.list !== list) throw new LoadError('The site was built anew since the page was opened.');
		return find(index, words);
	});
