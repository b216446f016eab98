import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	folderOf,
	SHOWN_PER_FILE,
	TEXT_END,
	textsPerFile,
	toDistances,
	type Manifest,
	type Shown,
} from './index-format.ts';
import type { NameIndex } from './name-index.ts';
import type { SearchRecord } from './records.ts';
import type { Concept } from './synonyms.ts';
import { kinds } from './tables.ts';
import type { TextIndex } from './text-index.ts';
import { keysOf } from '../schemas/keys-of.ts';

/** What a file of the index holds at most, in characters of JSON; a word that has more by itself has a file of its own. */
const FILE_MAX_CHARACTERS = { names: 20_000, texts: 24_000, sets: 12_000 } as const;

/** The same of pairs, of which the first grow. */
const toDistancesOfPairs = (numbers: readonly number[]): number[] =>
	numbers.map((number, index) => (index % 2 === 0 ? number - (numbers[index - 2] ?? 0) : number));

/** Cuts a list into runs that have at most so many characters of JSON each. */
function runsOf<T>(items: readonly T[], charactersOf: (item: T) => number, maxCharacters: number): T[][] {
	const runs: T[][] = [];
	let size = Infinity;
	for (const item of items) {
		const more = charactersOf(item) + 1;
		if (size + more > maxCharacters) {
			runs.push([]);
			size = 0;
		}
		runs.at(-1)?.push(item);
		size += more;
	}
	return runs;
}

/** A word with its postings, as JSON: it is measured, and then written. */
interface WordLine {
	word: string;
	postings: string;
}

const charactersOfLine = ({ word, postings }: WordLine): number => `["${word}",${postings}]`.length;

/** Words with their postings in the order of their signs, in runs. */
const wordRuns = (
	words: Iterable<readonly [word: string, postings: readonly number[]]>,
	pack: (postings: readonly number[]) => number[],
	maxCharacters: number,
): WordLine[][] =>
	runsOf(
		[...words]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([word, numbers]): WordLine => ({ word, postings: JSON.stringify(pack(numbers)) })),
		charactersOfLine,
		maxCharacters,
	);

/** A `WordFile`. */
const toWordFile = (run: readonly WordLine[]): string =>
	`{"words":"${run.map(({ word }) => word).join(' ')}","postings":[${run.map(({ postings }) => postings).join()}]}`;

const firstWords = (runs: readonly WordLine[][]) => runs.map(([first]) => first?.word ?? '');

/** The files of an index by their names, and what the manifest says of them. */
export function filesOf(
	records: readonly SearchRecord[],
	{ postings, sets, facets }: NameIndex,
	texts: TextIndex,
	concepts: readonly Concept[],
	list: string,
): { manifest: Manifest; files: Map<string, string> } {
	const files = new Map<string, string>();
	const nameRuns = wordRuns(postings, toDistancesOfPairs, FILE_MAX_CHARACTERS.names);
	for (const [index, run] of nameRuns.entries()) files.set(`names-${index}.json`, toWordFile(run));
	const inTexts = Array.from(texts, ([word, text]) => [word, text.postings] as const);
	const textRuns = wordRuns(inTexts, toDistances, FILE_MAX_CHARACTERS.texts);
	for (const [index, run] of textRuns.entries()) {
		files.set(`texts-${index}.json`, toWordFile(run));
		files.set(`places-${index}.json`, JSON.stringify(run.map(({ word }) => texts.get(word)?.places() ?? [])));
	}
	const setRuns = runsOf(sets.map(toDistances), (set) => JSON.stringify(set).length, FILE_MAX_CHARACTERS.sets);
	for (const [index, run] of setRuns.entries()) files.set(`sets-${index}.json`, JSON.stringify(run));
	for (let first = 0; first < records.length; first += SHOWN_PER_FILE) {
		const shown = records
			.slice(first, first + SHOWN_PER_FILE)
			.map(({ url, title, where, summary }): Shown => [url, title, where, summary]);
		files.set(`shown-${first / SHOWN_PER_FILE}.json`, JSON.stringify(shown));
	}
	const perFile = textsPerFile(records.length);
	for (let first = 0; first < records.length; first += perFile) {
		const texts = records.slice(first, first + perFile).map(({ text }) => text);
		files.set(`text-${first / perFile}.txt`, texts.join(TEXT_END));
	}
	const known = keysOf(kinds).filter((kind) => records.some((record) => record.kind === kind));
	const manifest = {
		list,
		entries: records.length,
		kinds: known.map((kind) => [kind, records.findIndex((record) => record.kind === kind)] as const),
		names: firstWords(nameRuns),
		texts: firstWords(textRuns),
		sets: setRuns.map((_, index) => setRuns.slice(0, index).reduce((sum, run) => sum + run.length, 0)),
		facets,
		concepts,
	};
	const hash = createHash('sha256').update(JSON.stringify(manifest));
	for (const text of files.values()) hash.update(text);
	return { manifest: { ...manifest, version: hash.digest('hex').slice(0, 10) }, files };
}

/** Writes the files of an index into a built site. */
export function writeIndex(site: string, { manifest, files }: ReturnType<typeof filesOf>): void {
	const folder = join(site, folderOf(manifest.version));
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
