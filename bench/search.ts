import MiniSearch from 'minisearch';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readerOf, readQuestions } from '../src/local/search-queries.ts';
import { find, type Found } from '../src/search/find.ts';
import { openIndex, type OpenIndex } from '../src/search/open-index.ts';
import { wordsOf } from '../src/search/words.ts';
import { median, round } from './median.ts';
import { miniSearchOptions, miniSearchQuery, type IndexedRecord } from './peers.ts';

/** Results that the search page shows at first. */
const SHOWN = 10;
const RUNS = 20;

/** What the search costs by itself. */
export interface Search {
	/** Bytes over the wire up to the first results and up to all of the first page, code included, over all questions. */
	bytes: Record<'first' | 'whole', { median: number; worst: number; worstQuery: string }>;
	/** MiniSearch with all records in one JSON, which shows no texts. */
	miniSearchBytes: number;
	/** Milliseconds of a search with all that it needs at hand. */
	times: { words: string; hits: number; own: number; miniSearch: number; ratio: number }[];
	/** The same over the hundred commonest words, in the middle and at worst. */
	common: { median: number; worst: number; miniSearchMedian: number };
}

/** The words that most records hold. */
export function commonestWords(records: readonly IndexedRecord[], count: number): string[] {
	const spread = new Map<string, number>();
	for (const { title, text } of records)
		for (const word of new Set(wordsOf(`${title} ${text}`)))
			if (word.length > 2) spread.set(word, (spread.get(word) ?? 0) + 1);
	return [...spread]
		.sort(([, one], [, other]) => other - one)
		.slice(0, count)
		.map(([word]) => word);
}

const weights = new Map<string, number>();

/** What a file weighs over the wire; packing one takes long. */
function compressed(file: string): number {
	const weight = weights.get(file) ?? brotliCompressSync(readFileSync(file)).length;
	weights.set(file, weight);
	return weight;
}

/** An index that is read for the first time, and what was read of it so far, in bytes over the wire. */
async function openFresh(site: string): Promise<{ index: OpenIndex; bytes: () => number }> {
	let bytes = 0;
	const reader = readerOf(site);
	const weigh = (address: string) => {
		bytes += compressed(join(site, address));
	};
	const index = await openIndex({
		json: (address) => {
			weigh(address);
			return reader.json(address);
		},
		text: (address) => {
			weigh(address);
			return reader.text(address);
		},
	});
	return { index, bytes: () => bytes };
}

const show = (index: OpenIndex, { entries }: Found) => Promise.all(entries.slice(0, SHOWN).map(index.shown));

interface Weighed {
	query: string;
	first: number;
	whole: number;
}

/** What a question costs that is the first of a visit. */
async function weighQuestion(site: string, query: string): Promise<Weighed> {
	const { index, bytes } = await openFresh(site);
	const names = await find(index, query, 'names');
	await show(index, names);
	const first = names.entries.length > 0 ? bytes() : undefined;
	const all = await find(index, query);
	await show(index, all);
	const shown = bytes();
	const byText = all.entries.slice(0, SHOWN).filter((entry) => !all.byName.has(entry));
	await Promise.all(byText.map(index.textOf));
	return { query, first: first ?? shown, whole: bytes() };
}

async function timeOf(task: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < RUNS; run += 1) {
		const started = performance.now();
		await task();
		times.push(performance.now() - started);
	}
	return median(times);
}

/** Measures the search of a built site without a browser, beside MiniSearch’s index in `peers`. */
export async function measureSearch(
	site: string,
	peers: string,
	words: readonly string[],
	code: number,
): Promise<Search> {
	const queries = readQuestions(readFileSync('docs/search-queries.tsv', 'utf8')).map(({ query }) => query);
	const weighed: Weighed[] = [];
	for (const query of queries) weighed.push(await weighQuestion(site, query));
	const bytesOf = (what: 'first' | 'whole') => {
		const [worst] = weighed.toSorted((one, other) => other[what] - one[what]);
		return {
			median: median(weighed.map((weight) => weight[what])) + code,
			worst: (worst?.[what] ?? 0) + code,
			worstQuery: worst?.query ?? '',
		};
	};
	const { index } = await openFresh(site);
	const mini = MiniSearch.loadJSON<IndexedRecord>(
		readFileSync(join(peers, 'minisearch.json'), 'utf8'),
		miniSearchOptions,
	);
	const times: Search['times'] = [];
	for (const asked of words) {
		const { entries } = await find(index, asked);
		const own = await timeOf(() => find(index, asked));
		const miniSearch = await timeOf(() => mini.search(asked, miniSearchQuery));
		times.push({
			words: asked,
			hits: entries.length,
			own: round(own),
			miniSearch: round(miniSearch),
			ratio: round(own / miniSearch),
		});
	}
	const common = { own: [] as number[], mini: [] as number[] };
	for (const word of commonestWords(await readAll(index), 100)) {
		await find(index, word);
		common.own.push(await timeOf(() => find(index, word)));
		common.mini.push(await timeOf(() => mini.search(word, miniSearchQuery)));
	}
	return {
		bytes: { first: bytesOf('first'), whole: bytesOf('whole') },
		miniSearchBytes: compressed(join(peers, 'minisearch.json')) + compressed(join(peers, 'minisearch.js')),
		times,
		common: {
			median: round(median(common.own)),
			worst: round(Math.max(...common.own)),
			miniSearchMedian: round(median(common.mini)),
		},
	};
}

const readAll = (index: OpenIndex): Promise<IndexedRecord[]> =>
	Promise.all(
		Array.from({ length: index.manifest.entries }, async (_, entry) => {
			const [url, title, where] = await index.shown(entry);
			return { url, title, where, text: await index.textOf(entry) };
		}),
	);
