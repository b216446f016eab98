import type { Concept } from './synonyms.ts';
import type { Kind } from './tables.ts';

// How the files of the search index look. The build writes them, the browser reads them.

/** Words that follow each other in the order of their signs, cut into files: the first word of each. */
export type Ranges = readonly string[];

/** A file of words: `words` parted by blanks, with the postings of each. */
export interface WordFile {
	words: string;
	postings: readonly (readonly number[])[];
}

/** A value of a facet that the list can be narrowed to. */
export interface FacetMark {
	/** The entry that leads there. */
	entry: number;
	facet: string;
	/** Several for a group of countries. */
	values: readonly string[];
	/** The set of its profiles. */
	set: number;
}

/** What an entry shows in a list: address, title, what tells it from others, and a sentence. */
export type Shown = readonly [url: string, title: string, where: string, summary: string];

/** The one file with an address of its own; all others lie in a folder named by the version. */
export interface Manifest {
	version: string;
	/** The version of the list whose rows the profiles are. */
	list: string;
	/** How many entries there are; the first of them are the profiles, in the order of the list. */
	entries: number;
	/** Each kind with its first entry, in the order of entries. */
	kinds: readonly (readonly [kind: Kind, first: number])[];
	names: Ranges;
	texts: Ranges;
	/** The first set in each file of sets. */
	sets: readonly number[];
	facets: readonly FacetMark[];
	/** Names of the same thing. */
	concepts: readonly Concept[];
}

/** Where the index begins. */
export const MANIFEST = '/search/manifest.json';

/** The folder of the files of a version. */
export const folderOf = (version: string): string => `/search/${version}/`;

/** Entries in a file of what lists show. */
export const SHOWN_PER_FILE = 12;

/** Files of texts at most: hosts count files, and Cloudflare takes 20,000 on its free plan. */
export const TEXT_FILES_MAX = 3_000;

/** How many texts lie in a file of an index of so many entries. */
export const textsPerFile = (entries: number): number => Math.ceil(entries / TEXT_FILES_MAX);

/** What stands between the texts in a file: no text has it. */
export const TEXT_END = '\f';

/** What a posting in a name says beside its target: in which name of it, how long that is, of which field, and how much of it the word covers. */
export interface InName {
	name: number;
	words: number;
	field: number;
	covers: number;
}

/** Names of one target are told apart up to so many. */
export const NAMES_MAX = 256;
const [WORDS_MAX, FIELDS_MAX, COVERS_MAX] = [16, 8, 4];

/** Packs the place in a name into a number. */
export const packName = ({ name, words, field, covers }: InName): number =>
	((Math.min(name, NAMES_MAX - 1) * WORDS_MAX + Math.min(words, WORDS_MAX - 1)) * FIELDS_MAX + field) * COVERS_MAX +
	Math.min(covers, COVERS_MAX) -
	1;

/** Takes such a number apart. */
export function unpackName(packed: number): InName {
	const covers = (packed % COVERS_MAX) + 1;
	const field = Math.floor(packed / COVERS_MAX) % FIELDS_MAX;
	const words = Math.floor(packed / (COVERS_MAX * FIELDS_MAX)) % WORDS_MAX;
	return { name: Math.floor(packed / (COVERS_MAX * FIELDS_MAX * WORDS_MAX)), words, field, covers };
}

/** Steps of how often a word stands in a text: once, more often, often. */
export const FREQUENCIES = 4;

/** The step of a number of times. */
export const frequencyOf = (times: number): number => Math.min(FREQUENCIES - 1, Math.floor(Math.log2(times)));

/** The entry of a posting in a text. */
export const entryOfPosting = (posting: number): number => Math.floor(posting / FREQUENCIES);

/** Numbers, each as its distance from the one before: small numbers weigh less. */
export const toDistances = (numbers: readonly number[]): number[] =>
	numbers.map((number, index) => number - (numbers[index - 1] ?? 0));

/** Numbers from their distances. */
export function fromDistances(distances: readonly number[]): number[] {
	let last = 0;
	return distances.map((distance) => (last += distance));
}
