import { groupBy } from '../formats/group-by.ts';
import { doors, MAIN_DOOR } from '../model/navigation.ts';
import { once } from '../model/once.ts';
import { fetchFile, fetchJson, LoadError } from './fetch-json.client.ts';
import { otherNamesFor, type Synonyms } from './synonyms.ts';

/** The parts of Pagefind’s own module that are used here; it is served beside the index it was made with. */
interface PagefindModule {
	createInstance: (options: object) => PagefindIndex;
}

interface PagefindIndex {
	search: (words: string) => Promise<{ results: PagefindResult[] }>;
}

interface PagefindResult {
	id: string;
	data: () => Promise<{ url: string; meta: { title: string; where: string }; excerpt: string }>;
}

/** A piece of an excerpt, and whether it is one of the words searched for. */
export interface ExcerptPart {
	text: string;
	isMarked: boolean;
}

/** One thing that was found. */
export interface Hit {
	url: string;
	title: string;
	where: string;
	excerpt: ExcerptPart[];
}

/** What was found behind one door of the site: how much there is, and the best of it. */
export interface HitGroup {
	label: string;
	total: number;
	hits: Hit[];
}

/** The answer to a search. */
export interface Answer {
	total: number;
	groups: HitGroup[];
	/** Other names of what was asked for, which were searched for too. */
	otherNames: string[];
	/** Where nothing was found: parts of the search that find something, with how much. */
	wider: { words: string; total: number }[];
}

const MODULE = '/pagefind/pagefind.js';
const ENTRY = '/pagefind/pagefind-entry.json';

/** Weights of the fields beside the text: a name counts more than a mention. */
const metaWeights = { title: 8, plain: 6, where: 2 };

/** Loads the index and the names of the same thing. */
export const openIndex = once(async (): Promise<OpenedIndex & { doorById: Map<string, string> }> => {
	const [pagefind, synonyms, idsByDoor] = await Promise.all([
		// Pagefind writes the module into the built site; no compiler sees it.
		import(/* @vite-ignore */ MODULE) as Promise<PagefindModule>,
		fetchJson<Synonyms[]>('/search/words.json'),
		fetchJson<Record<string, string[]>>('/search/doors.json'),
	]);
	// Without its worker: one more file to load, and Trusted Types forbid to start it.
	const index = pagefind.createInstance({ basePath: '/pagefind/', noWorker: true, ranking: { metaWeights } });
	const doorById = new Map(Object.entries(idsByDoor).flatMap(([door, ids]) => ids.map((id) => [id, door] as const)));
	return { index, synonyms, doorById };
});

/** An opened index with the names of the same thing. */
export interface OpenedIndex {
	index: PagefindIndex;
	synonyms: readonly Synonyms[];
}

/** Everything that holds the words or another name of what they name, best first; each once. */
export async function findIn({ index, synonyms }: OpenedIndex, words: string): Promise<PagefindResult[]> {
	const names = otherNamesFor(words, synonyms).map((name) => `"${name}"`);
	const answers = await Promise.all([words, ...names].map((asked) => index.search(asked)));
	const found = new Map<string, PagefindResult>();
	for (const result of answers.flatMap(({ results }) => results))
		if (!found.has(result.id)) found.set(result.id, result);
	return [...found.values()];
}

async function find(words: string): Promise<PagefindResult[]> {
	try {
		const results = await findIn(await openIndex(), words);
		// Pagefind takes a part of the index that it cannot load for an empty one: is the site there at all?
		if (results.length === 0) await fetchFile(ENTRY, { cache: 'no-store' });
		return results;
	} catch (error) {
		// Pagefind keeps what it failed to load; only a new index asks for it again.
		openIndex.forget();
		throw new LoadError('The search index could not be read.', { cause: error });
	}
}

/** The results behind one door. One search serves all: at ten thousand profiles it costs more than sorting. */
async function findByDoor(words: string): Promise<(door: string) => PagefindResult[]> {
	const results = await find(words);
	const { doorById } = await openIndex();
	const byDoor = groupBy(results, ({ id }) => doorById.get(id) ?? MAIN_DOOR);
	return (door) => byDoor.get(door) ?? [];
}

/** Takes Pagefind’s excerpt apart: it marks words with <mark> and writes < and > as entities. */
export const partsOf = (excerpt: string): ExcerptPart[] =>
	excerpt
		.split(/(<mark>.*?<\/mark>)/)
		.filter(Boolean)
		.map((part) => ({
			isMarked: part.startsWith('<mark>'),
			text: part
				.replace(/<\/?mark>/g, '')
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>'),
		}));

async function toHit(result: PagefindResult): Promise<Hit> {
	const { url, meta, excerpt } = await result.data().catch((error: unknown) => {
		openIndex.forget();
		throw new LoadError(`The text of ${result.id} could not be read.`, { cause: error });
	});
	return { url, title: meta.title, where: meta.where, excerpt: partsOf(excerpt) };
}

/** Parts of a search of several words that find something by themselves. */
async function findWider(words: string): Promise<Answer['wider']> {
	const parts = [...new Set(words.split(/\s+/))];
	if (parts.length < 2) return [];
	const found = await Promise.all(parts.map(async (part) => ({ words: part, total: (await find(part)).length })));
	return found.filter(({ total }) => total > 0);
}

/** Searches the whole site; `perGroup` hits are read of each group. Throws `LoadError` if the index cannot be read. */
export async function askIndex(words: string, perGroup: number): Promise<Answer> {
	const resultsBehind = await findByDoor(words);
	const groups = await Promise.all(
		doors.map(async ({ label }) => {
			const results = resultsBehind(label);
			return { label, total: results.length, hits: await Promise.all(results.slice(0, perGroup).map(toHit)) };
		}),
	);
	const total = groups.reduce((sum, group) => sum + group.total, 0);
	return {
		total,
		groups: groups.filter((group) => group.total > 0),
		otherNames: otherNamesFor(words, (await openIndex()).synonyms),
		wider: total === 0 ? await findWider(words) : [],
	};
}

/** The hits of one group from `start` on, at most `count`. Throws `LoadError` as `askIndex` does. */
export async function moreHits(words: string, door: string, start: number, count: number): Promise<Hit[]> {
	const resultsBehind = await findByDoor(words);
	return Promise.all(
		resultsBehind(door)
			.slice(start, start + count)
			.map(toHit),
	);
}

/** The ids in the index of everything that holds the words. Throws `LoadError` as `askIndex` does. */
export const idsWith = async (words: string): Promise<string[]> => (await find(words)).map(({ id }) => id);
