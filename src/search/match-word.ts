import { entryOfPosting, FREQUENCIES, unpackName, type InName } from './index-format.ts';
import type { OpenIndex, Words } from './open-index.ts';
import {
	errorsFrom,
	errorsInOtherNamesFrom,
	errorsInTextsFrom,
	fields,
	fits,
	textWeights,
	type FieldName,
} from './tables.ts';
import { errorsBetween, stemOf } from './words.ts';

/** A word of the index that fits a word asked for, and how well. */
interface Fitting {
	in: Words;
	index: number;
	word: string;
	fit: number;
}

/** A name that holds a word asked for. */
export interface Naming {
	target: number;
	in: InName;
	fit: number;
}

/** What fits a word asked for. */
export interface Match {
	names: Naming[];
	/** The best of each entry whose text holds it. */
	texts: Map<number, number>;
	/** The words that stand in texts, as they are compared there: to mark them. */
	words: ReadonlySet<string>;
	/** Whether anything holds the word itself, or a form of it. */
	isThere: boolean;
}

/** The shortest beginning of a word that is completed in names, and in texts. */
const [PREFIX_IN_NAMES, PREFIX_IN_TEXTS] = [2, 3];
/** From so many letters on a word is completed though it is one by itself: “steel” finds “steelworks”. */
const COMPLETED_FROM = 5;
/** The most words that a beginning stands for in texts: more say nothing. */
const COMPLETIONS_MAX = 60;

/** What all forms and completions of a word begin with. */
const rootOf = (word: string): string => {
	const stem = stemOf(word);
	return word.startsWith(stem) ? stem : stem.slice(0, -1);
};

/** The first of sorted words that is not before a text. */
function placeOf(words: readonly string[], start: string): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((words[middle] ?? '') < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

function prefixFit(asked: string, word: string): number {
	const [least, most] = fits.prefix;
	return least + (most - least) * (asked.length / word.length);
}

/** The words of a layer that are the word asked for, a form of it or begin with it; one that is complete as it is has neither. */
async function fittingIn(
	index: OpenIndex,
	layer: 'names' | 'texts',
	asked: string,
	isComplete = false,
): Promise<Fitting[]> {
	const [root, stem] = isComplete ? [asked, asked] : [rootOf(asked), stemOf(asked)];
	const found: Fitting[] = [];
	for (const part of await (isComplete ? index.wordsWith(layer, asked) : index.wordsFrom(layer, root)))
		for (let at = placeOf(part.words, root); part.words[at]?.startsWith(root); at += 1) {
			const word = part.words[at] ?? '';
			const fit =
				word === asked
					? fits.same
					: stemOf(word) === stem
						? fits.stem
						: !isComplete && word.startsWith(asked)
							? prefixFit(asked, word)
							: 0;
			if (fit > 0) found.push({ in: part, index: at, word, fit });
		}
	return found;
}

const isForm = ({ fit }: Fitting) => fit >= fits.stem;

const namingsOf = ({ in: part, index, fit }: Fitting): Naming[] => {
	const numbers = part.postings(index);
	const namings: Naming[] = [];
	for (let at = 0; at < numbers.length; at += 2)
		namings.push({ target: numbers[at] ?? 0, in: unpackName(numbers[at + 1] ?? 0), fit });
	return namings;
};

function toMatch(inNames: readonly Fitting[], inTexts: readonly Fitting[], isThere: boolean): Match {
	const texts = new Map<number, number>();
	for (const { in: part, index, fit } of inTexts)
		for (const posting of part.postings(index)) {
			const [entry, weight] = [entryOfPosting(posting), fit * (textWeights[posting % FREQUENCIES] ?? 0)];
			if (weight > (texts.get(entry) ?? 0)) texts.set(entry, weight);
		}
	return {
		names: inNames.flatMap(namingsOf),
		texts,
		words: new Set([...inNames, ...inTexts].map(({ word }) => word)),
		isThere,
	};
}

/** Which layers are asked: names come first, and alone where there is no time. */
export type Layers = 'names' | 'all';

/** What holds a word, a form of it or begins with it. `isLast` of the word that may still be typed. */
export async function matchWord(index: OpenIndex, asked: string, layers: Layers, isLast: boolean): Promise<Match> {
	const [names, texts] = await Promise.all([
		fittingIn(index, 'names', asked, asked.length < (isLast ? PREFIX_IN_NAMES : PREFIX_IN_TEXTS)),
		layers === 'all' ? fittingIn(index, 'texts', asked, asked.length < PREFIX_IN_TEXTS) : [],
	]);
	const isThere = [...names, ...texts].some(isForm);
	const completes = asked.length >= COMPLETED_FROM || !isThere;
	const inNames = names.filter(
		(fitting) => isForm(fitting) || ((completes || isLast) && asked.length >= PREFIX_IN_NAMES),
	);
	const completions = texts.filter((fitting) => !isForm(fitting));
	const inTexts = [
		...texts.filter(isForm),
		...(completes && asked.length >= PREFIX_IN_TEXTS && completions.length <= COMPLETIONS_MAX ? completions : []),
	];
	return toMatch(inNames, inTexts, isThere);
}

/** What holds exactly this word; undefined if nothing does. */
export async function matchExactly(
	index: OpenIndex,
	word: string,
	layers: readonly ('names' | 'texts')[],
	fit: number,
): Promise<Match | undefined> {
	const [names = [], texts = []] = await Promise.all(
		(['names', 'texts'] as const).map(async (layer) =>
			layers.includes(layer) ? (await fittingIn(index, layer, word)).filter(isForm) : [],
		),
	);
	const withFit = (fitting: Fitting) => ({ ...fitting, fit: fitting.fit * fit });
	return names.length + texts.length > 0 ? toMatch(names.map(withFit), texts.map(withFit), true) : undefined;
}

type Tolerance = typeof errorsFrom | typeof errorsInOtherNamesFrom | typeof errorsInTextsFrom;

const lettersOf = (word: string) => Array.from(word).sort().join('');

/** How many errors a word may have been written with; undefined for too many. */
function errorsIn(asked: string, word: string, from: Tolerance): number | undefined {
	const most = asked.length >= from.two ? 2 : asked.length >= from.one ? 1 : 0;
	if (most === 0 || word.length < 3) return undefined;
	const [first, second] = [asked.charAt(0), asked.charAt(1)];
	const beginsAlike = word.startsWith(first);
	const errors = errorsBetween(asked, word, most);
	// A first letter may be missing, be one too many, or have changed places.
	if (errors === 1 && (beginsAlike || word.startsWith(second) || word.charAt(1) === first)) return 1;
	const isAnagram = asked.length >= from.anagram && beginsAlike && lettersOf(word) === lettersOf(asked);
	if (isAnagram) return 1;
	return errors === 2 && most === 2 && beginsAlike ? 2 : undefined;
}

/** Names that are worth a guess; keywords and names in other languages are so many that chance finds one. */
const OWN_NAMES: readonly FieldName[] = ['title', 'alias', 'place'];

/** Whether a word is one by itself in such a name. */
function isOwnName(packed: number): boolean {
	const { field, covers } = unpackName(packed);
	return covers === 1 && OWN_NAMES.some((name) => name === fields[field]?.name);
}

/** The most files that are read for a guess. */
const FILES_FOR_A_GUESS = 5;

/** What a word may begin with that was written wrongly: of a large index less, for a guess must not cost much. */
function startsNear(index: OpenIndex, layer: 'names' | 'texts', asked: string): string[] {
	const [first, second] = [asked.charAt(0), asked.charAt(1)];
	const ways = [
		// A first letter may have been left out, added, or have changed places.
		[first, second],
		[first + second, second + first, asked.slice(1, 3)],
		[asked.slice(0, 3)],
	];
	const files = (starts: readonly string[]) => starts.reduce((sum, start) => sum + index.filesFrom(layer, start), 0);
	return ways.find((starts) => files(starts) <= FILES_FOR_A_GUESS) ?? [];
}

/** The nearest word to one that stands nowhere, of names or else of texts; undefined if none is near. */
export async function nearestWord(
	index: OpenIndex,
	asked: string,
): Promise<{ word: string; errors: number } | undefined> {
	for (const layer of ['names', 'texts'] as const) {
		const parts = await Promise.all(startsNear(index, layer, asked).map((start) => index.wordsFrom(layer, start)));
		const near = [...new Set(parts.flat())].flatMap((part) =>
			part.words.flatMap((word, at) => {
				const errors = errorsIn(asked, word, layer === 'names' ? errorsFrom : errorsInTextsFrom);
				if (errors === undefined) return [];
				const postings = part.postings(at);
				const isOwn = layer === 'texts' || postings.some((packed, place) => place % 2 === 1 && isOwnName(packed));
				if (!isOwn && errorsIn(asked, word, errorsInOtherNamesFrom) === undefined) return [];
				return [{ word, errors, spread: postings.length }];
			}),
		);
		const [best] = near.sort(
			(one, other) =>
				one.errors - other.errors ||
				Math.abs(one.word.length - asked.length) - Math.abs(other.word.length - asked.length) ||
				other.spread - one.spread ||
				(one.word < other.word ? -1 : 1),
		);
		if (best) return best;
	}
	return undefined;
}

/** Two words of names that were typed as one: “clusterjura”. */
export async function partedWord(index: OpenIndex, asked: string): Promise<readonly [string, string] | undefined> {
	const SHORTEST = 3;
	const isName = async (word: string) =>
		(await index.wordsFrom('names', word)).some(({ words }) => words[placeOf(words, word)] === word);
	for (let at = asked.length - SHORTEST; at >= SHORTEST; at -= 1) {
		const [first, second] = [asked.slice(0, at), asked.slice(at)];
		if ((await isName(first)) && (await isName(second))) return [first, second];
	}
	return undefined;
}

/** What a word counts in a name. */
export const weightOf = ({ in: { field }, fit }: Naming): number => fit * (fields[field]?.weight ?? 0);
