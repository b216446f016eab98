import {
	folderOf,
	fromDistances,
	MANIFEST,
	SHOWN_PER_FILE,
	TEXT_END,
	textsPerFile,
	type Manifest,
	type Ranges,
	type Shown,
	type WordFile,
} from './index-format.ts';

/** Reads a file of the site, as JSON or as text. Throws if it cannot be had. */
export interface Reader {
	json: (address: string) => Promise<unknown>;
	text: (address: string) => Promise<string>;
}

/** Words that follow each other, ready to be looked up. */
export interface Words {
	words: readonly string[];
	postings: (index: number) => readonly number[];
	/** The number of the file, and what of it was asked for. */
	file: number;
}

/** What of an index was asked for, each file read once. */
export interface OpenIndex {
	manifest: Manifest;
	/** All words of a layer that begin with a text, in the files they lie in. */
	wordsFrom: (layer: 'names' | 'texts', start: string) => Promise<Words[]>;
	/** The file in which a word lies, if it is there. */
	wordsWith: (layer: 'names' | 'texts', word: string) => Promise<Words[]>;
	/** How many files begin with a text. */
	filesFrom: (layer: 'names' | 'texts', start: string) => number;
	/** The places of a word of texts: of its file, for each posting. */
	placesOf: (file: number, index: number) => Promise<readonly (readonly number[])[]>;
	/** The rows in a set. */
	set: (set: number) => Promise<readonly number[]>;
	shown: (entry: number) => Promise<Shown>;
	textOf: (entry: number) => Promise<string>;
}

function fromDistancesOfPairs(distances: readonly number[]): number[] {
	let last = 0;
	return distances.map((distance, index) => (index % 2 === 0 ? (last += distance) : distance));
}

/** The numbers of the files in which words may lie that begin with a text. */
function filesFrom(ranges: Ranges, start: string): number[] {
	return ranges.flatMap((first, file) => {
		const next = ranges[file + 1];
		const begins = first <= start || first.startsWith(start);
		return begins && (next === undefined || next > start) ? [file] : [];
	});
}

/** Opens the index of a site. Throws as the reader does. */
export async function openIndex(reader: Reader): Promise<OpenIndex> {
	// The build wrote it: what asks for an address knows what lies there.
	const manifest = (await reader.json(MANIFEST)) as Manifest;
	const folder = folderOf(manifest.version);
	const perFile = textsPerFile(manifest.entries);
	const known = new Map<string, Promise<unknown>>();
	const read = <T>(name: string, make: (file: unknown) => T): Promise<T> => {
		const before = known.get(name);
		// Each name is read by one function alone.
		if (before) return before as Promise<T>;
		const address = folder + name;
		const made = (name.endsWith('.txt') ? reader.text(address) : reader.json(address)).then(make);
		made.catch(() => known.delete(name));
		known.set(name, made);
		return made;
	};
	const openWords = (layer: 'names' | 'texts', file: number) =>
		read(`${layer}-${file}.json`, (content): Words => {
			const { words, postings } = content as WordFile;
			const open = layer === 'names' ? fromDistancesOfPairs : fromDistances;
			const opened = new Map<number, readonly number[]>();
			return {
				file,
				words: words.split(' '),
				postings: (index) => {
					const numbers = opened.get(index) ?? open(postings[index] ?? []);
					opened.set(index, numbers);
					return numbers;
				},
			};
		});
	return {
		manifest,
		wordsFrom: (layer, start) => Promise.all(filesFrom(manifest[layer], start).map((file) => openWords(layer, file))),
		wordsWith: (layer, word) =>
			Promise.all(
				filesFrom(manifest[layer], word)
					.slice(0, 1)
					.map((file) => openWords(layer, file)),
			),
		filesFrom: (layer, start) => filesFrom(manifest[layer], start).length,
		placesOf: async (file, index) => {
			const places = await read(`places-${file}.json`, (content) => content as number[][][]);
			return (places[index] ?? []).map(fromDistances);
		},
		set: async (set) => {
			const file = manifest.sets.findLastIndex((first) => first <= set);
			const sets = await read(`sets-${file}.json`, (content) => content as number[][]);
			return fromDistances(sets[set - (manifest.sets[file] ?? 0)] ?? []);
		},
		shown: async (entry) => {
			const file = Math.floor(entry / SHOWN_PER_FILE);
			const shown = await read(`shown-${file}.json`, (content) => content as Shown[]);
			return shown[entry % SHOWN_PER_FILE] ?? ['', '', '', ''];
		},
		textOf: async (entry) => {
			const texts = await read(`text-${Math.floor(entry / perFile)}.txt`, (content) => String(content).split(TEXT_END));
			return texts[entry % perFile] ?? '';
		},
	};
}
