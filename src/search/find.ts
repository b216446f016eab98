import { groupBy } from '../formats/group-by.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { entryOfPosting, NAMES_MAX, type FacetMark } from './index-format.ts';
import {
	matchExactly,
	matchWord,
	nearestWord,
	partedWord,
	weightOf,
	type Layers,
	type Match,
	type Naming,
} from './match-word.ts';
import type { OpenIndex } from './open-index.ts';
import { readQuery, type Asked, type Query } from './read-query.ts';
import { conceptsIn } from './synonyms.ts';
import {
	COUNTRY_WEIGHT,
	fields,
	FILLER_WEIGHT,
	fits,
	intents,
	kinds,
	KNOWN_SHARE,
	LITERAL_BONUS,
	RESULT_SHARE,
	textWeights,
	WHOLE_BESIDE_MORE,
	type Kind,
} from './tables.ts';
import { holdsPhrase, phraseSteps, wordOfConcept } from './text-index.ts';
import { WORDS_IN_ONE_MAX } from './words.ts';

/** A word that was taken for another one. */
export interface Correction {
	written: string;
	taken: string;
}

/** Several values of facets that a query asks for, and nothing else. */
export interface Narrowed {
	marks: readonly FacetMark[];
	/** The profiles that they leave. */
	rows: readonly number[];
}

/** What was found for a query. */
export interface Found {
	/** Entries, best first. */
	entries: number[];
	/** How many of each kind. */
	counts: Map<Kind, number>;
	/** Profiles that hold every word asked for, in the order of the list. */
	rows: number[];
	/** Words that stand nowhere, as they were written. */
	unknown: string[];
	corrections: Correction[];
	/** Other names of what was asked for, which were searched for too. */
	otherNames: string[];
	narrowed: Narrowed | undefined;
	/** Whether no entry holds enough of what was asked: `entries` then are those that hold most of it. */
	isPartial: boolean;
	/** The words that were found, to mark them in texts. */
	marked: ReadonlySet<string>;
	/** Entries of which names hold all that was found; others are found by their texts. */
	byName: ReadonlySet<number>;
}

/** A word asked for with all that fits it. */
interface Matched extends Asked {
	match: Match;
}

/** The kind of an entry. */
export function kindOf({ manifest }: OpenIndex, entry: number): Kind {
	return manifest.kinds.findLast(([, first]) => first <= entry)?.[0] ?? 'page';
}

/** Finds what fits each word; words that stand nowhere are parted, or else taken for the nearest. */
async function matchAll(
	index: OpenIndex,
	query: Query,
	layers: Layers,
): Promise<{ matched: Matched[]; corrections: Correction[] }> {
	const corrections: Correction[] = [];
	const last = query.words.at(-1);
	const match = async (asked: Asked): Promise<Matched[]> => {
		const found = await matchWord(index, asked.word, layers, asked === last);
		const isKnown = found.names.length > 0 || found.texts.size > 0;
		// Names alone cannot say that a word stands nowhere.
		if (isKnown || layers === 'names') return [{ ...asked, match: found }];
		const parts = await partedWord(index, asked.word);
		if (parts)
			return Promise.all(
				parts.map(async (word) => ({ ...asked, word, match: await matchWord(index, word, layers, false) })),
			);
		const near = await nearestWord(index, asked.word);
		if (!near) return [{ ...asked, match: found }];
		corrections.push({ written: asked.written, taken: near.word });
		const fit = fits.errors[near.errors - 1] ?? 0;
		const taken = await matchExactly(index, near.word, ['names', 'texts'], fit);
		return [{ ...asked, word: near.word, match: taken ?? found }];
	};
	const matched = (await Promise.all(query.words.map(match))).flat();
	await addJoined(index, query, matched, layers);
	return { matched, corrections: corrections.sort((one, other) => (one.written < other.written ? -1 : 1)) };
}

/** Adds to two neighbours what they name in one word: “blue city” → “bluecity”. */
async function addJoined(index: OpenIndex, query: Query, matched: Matched[], layers: Layers): Promise<void> {
	const pairs = matched.flatMap((one, at) => {
		const other = matched[at + 1];
		return other && !one.isFiller && !other.isFiller ? [[one, other] as const] : [];
	});
	for (const [one, other] of pairs) {
		const word = one.word + other.word;
		const isJoined = query.joined.includes(word);
		const match = await matchExactly(
			index,
			word,
			isJoined && layers === 'all' ? ['names', 'texts'] : ['names'],
			fits.joined,
		);
		if (!match) continue;
		for (const part of [one, other])
			part.match = {
				...part.match,
				names: [...part.match.names, ...match.names],
				texts: new Map([...part.match.texts, ...match.texts]),
				words: new Set([...part.match.words, ...match.words]),
			};
	}
}

/** A name of a target that was found, with the words asked for that it holds. */
interface FoundName {
	target: number;
	field: number;
	words: number;
	covered: number;
	fit: number;
	/** The words asked for, as bits. */
	asked: number;
}

/** The names that hold words asked for, by target and name. */
function foundNames(matched: readonly Matched[]): FoundName[] {
	const names = new Map<number, FoundName>();
	for (const [at, { match }] of matched.entries()) {
		const best = new Map<number, Naming>();
		for (const naming of match.names) {
			const key = naming.target * NAMES_MAX + naming.in.name;
			const known = best.get(key);
			// Of equal fit the one that covers more: “cluster” is both words of “Clus’Ter”.
			if (!known || naming.fit > known.fit || (naming.fit === known.fit && naming.in.covers > known.in.covers))
				best.set(key, naming);
		}
		for (const [key, { target, in: inName, fit }] of best) {
			const name = names.get(key) ?? { target, field: inName.field, words: inName.words, covered: 0, fit: 1, asked: 0 };
			name.covered += inName.covers;
			name.fit = Math.min(name.fit, fit);
			name.asked |= 1 << at;
			names.set(key, name);
		}
	}
	return [...names.values()];
}

/** Whether all words of a name were found. */
const isWhole = ({ covered, words }: Pick<FoundName, 'covered' | 'words'>) => covered >= words;

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** What lies in a target: an entry itself, or the profiles of a place; of a country the entry and its profiles. */
async function openTargets(
	index: OpenIndex,
	matched: readonly Matched[],
): Promise<(target: number) => readonly number[]> {
	const { entries } = index.manifest;
	const sets = new Map<number, readonly number[]>();
	const targets = new Set(matched.flatMap(({ match }) => match.names.map(({ target }) => target)));
	await Promise.all(
		[...targets]
			.filter((target) => target >= entries)
			.map(async (target) => sets.set(target, await index.set(target - entries))),
	);
	return (target) => sets.get(target) ?? [target];
}

/** The profiles of the countries whose names were found whole, by the entry of the country. */
async function openCountries(index: OpenIndex, names: readonly FoundName[], telling: number) {
	const targets = new Set(
		names.flatMap(({ target, asked, ...name }) => (isWhole(name) && asked & telling ? [target] : [])),
	);
	const marks = index.manifest.facets.filter(({ entry, facet }) => facet === 'country' && targets.has(entry));
	return new Map(await Promise.all(marks.map(async ({ entry, set }) => [entry, await index.set(set)] as const)));
}

/** The entries that hold each of the phrases. */
async function withPhrases(
	index: OpenIndex,
	phrases: readonly (readonly string[])[],
): Promise<Set<number> | undefined> {
	let kept: Set<number> | undefined;
	for (const phrase of phrases) {
		const { words, steps } = phraseSteps(phrase);
		if (words.length === 0) continue;
		const lists = await Promise.all(
			words.map(async (word) => {
				const places = new Map<number, readonly number[]>();
				for (const part of await index.wordsFrom('texts', word)) {
					const at = part.words.indexOf(word);
					if (at < 0) continue;
					const known = await index.placesOf(part.file, at);
					for (const [posting, number] of part.postings(at).entries())
						places.set(entryOfPosting(number), known[posting] ?? []);
				}
				return places;
			}),
		);
		const entries = [...(lists[0]?.keys() ?? [])].filter((entry) =>
			holdsPhrase(
				lists.map((places) => places.get(entry)),
				steps,
			),
		);
		kept = new Set(kept ? entries.filter((entry) => kept?.has(entry)) : entries);
	}
	return kept;
}

/** The names that are what was asked for to the letter, where small words may tell them from others. */
async function literally(index: OpenIndex, { all, words }: Query): Promise<readonly Naming[]> {
	if (all.length === words.length || all.length > WORDS_IN_ONE_MAX) return [];
	return (await matchExactly(index, all.join(''), ['names'], fits.same))?.names ?? [];
}

/** The values of facets that together are all that was asked for. */
async function narrowedBy(
	index: OpenIndex,
	matched: readonly Matched[],
	names: readonly FoundName[],
): Promise<Narrowed | undefined> {
	const telling = sumOf(matched.map(({ isFiller }, at) => (isFiller ? 0 : 1 << at)));
	const whole = names
		.filter((name) => isWhole(name) && name.fit >= fits.stem)
		.flatMap(({ target, asked, field }) => {
			const mark = index.manifest.facets.find(({ entry }) => entry === target);
			return mark ? [{ mark, asked, field }] : [];
		})
		.sort((one, other) => bitsOf(other.asked) - bitsOf(one.asked) || one.field - other.field);
	const taken: typeof whole = [];
	let asked = 0;
	for (const name of whole) {
		if ((name.asked & telling) === 0 || (name.asked & asked) !== 0) continue;
		// “Spain and Portugal” asks for either; two themes are not meant so.
		if (name.mark.facet !== 'country' && taken.some(({ mark }) => mark.facet === name.mark.facet)) continue;
		taken.push(name);
		asked |= name.asked;
	}
	if (taken.length < 2 || (asked & telling) !== telling) return undefined;
	const marks = taken.map(({ mark }) => mark);
	const sets = await Promise.all(
		[...groupBy(marks, ({ facet }) => facet).values()].map(
			async (group) => new Set((await Promise.all(group.map(({ set }) => index.set(set)))).flat()),
		),
	);
	const [first = new Set<number>(), ...others] = sets;
	return { marks, rows: [...first].filter((row) => others.every((set) => set.has(row))) };
}

function bitsOf(number: number): number {
	let count = 0;
	for (let bits = number; bits !== 0; bits &= bits - 1) count += 1;
	return count;
}

/** The most words of a query that are looked at: they are kept as bits. */
const WORDS_MAX = 24;

/** Searches an index. `names` alone answers at once; `all` needs the words of texts too. Throws as its reader does. */
export async function find(index: OpenIndex, typed: string, layers: Layers = 'all'): Promise<Found> {
	const read = readQuery(typed);
	const query = { ...read, words: read.words.slice(0, WORDS_MAX) };
	const { matched, corrections } = await matchAll(index, query, layers);
	const concepts = layers === 'all' ? conceptsIn(typed, index.manifest.concepts) : [];
	const names = foundNames(matched);
	const telling = sumOf(matched.map(({ isFiller }, at) => (isFiller ? 0 : 1 << at)));
	const [membersOf, rowsOfCountry, phrased] = await Promise.all([
		openTargets(index, matched),
		openCountries(index, names, telling),
		withPhrases(index, query.phrases),
	]);
	const { entries: count } = index.manifest;

	// What each entry has of each word.
	const weights = matched.map(({ match }) => {
		const best = new Float32Array(count);
		const raise = (entry: number, weight: number) => {
			if (weight > (best[entry] ?? 0)) best[entry] = weight;
		};
		for (const naming of match.names) {
			for (const entry of membersOf(naming.target)) raise(entry, weightOf(naming));
			for (const row of rowsOfCountry.get(naming.target) ?? []) raise(row, naming.fit * COUNTRY_WEIGHT);
		}
		const inNames = best.slice();
		for (const [entry, weight] of match.texts) raise(entry, weight);
		return { best, inNames };
	});
	for (const { concept, words } of concepts) {
		const known = await matchExactly(index, wordOfConcept(concept), ['texts'], fits.stem);
		for (const [at, { word }] of matched.entries())
			if (words.includes(word))
				for (const entry of known?.texts.keys() ?? []) {
					const best = weights[at]?.best;
					if (best) best[entry] = Math.max(best[entry] ?? 0, fits.stem * textWeights[0]);
				}
	}
	const rarities = weights.map(({ best }) => {
		const holding = best.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
		return holding > 0 ? Math.log(1 + count / (holding + 0.5)) : 0;
	});
	const known = rarities.filter((rarity, at) => rarity > 0 && !matched[at]?.isFiller);
	// A word that stands nowhere must not weigh most.
	const rarityOfUnknown = known.length > 0 ? sumOf(known) / known.length : 1;
	const shares = rarities.map(
		(rarity, at) => (rarity || rarityOfUnknown) * (matched[at]?.isFiller ? FILLER_WEIGHT : 1),
	);
	const all = sumOf(shares) || 1;
	const allKnown = sumOf(shares.map((share, at) => (rarities[at] ? share : 0)));
	const unknown =
		layers === 'names'
			? []
			: [...new Set(matched.flatMap(({ written, isFiller }, at) => (rarities[at] || isFiller ? [] : [written])))];
	const knownShare = sumOf(shares.map((share, at) => (rarities[at] && !matched[at]?.isFiller ? share : 0)));
	const tellingShare = sumOf(shares.map((share, at) => (matched[at]?.isFiller ? 0 : share))) || 1;
	const isKnown = matched.length > 0 && knownShare / tellingShare >= KNOWN_SHARE && phrased?.size !== 0;

	const bonus = new Float32Array(count);
	const isNamed = new Uint8Array(count);
	for (const { target, field, words, covered, fit, asked } of names) {
		const share = sumOf(shares.map((part, at) => ((asked >> at) & 1 ? part : 0))) / all;
		const { whole = 0 } = fields[field] ?? {};
		const part = Math.min(1, covered / words);
		const isFound = isWhole({ covered, words });
		const isAll = (asked & telling) === telling;
		const add =
			isFound && isAll
				? whole * fit
				: isFound
					? whole * fit * WHOLE_BESIDE_MORE * share * share
					: 0.8 * part * share * fit;
		for (const entry of membersOf(target)) {
			if (add > (bonus[entry] ?? 0)) bonus[entry] = add;
			if (isFound && fit >= fits.errors[1] && field <= 1 && share >= KNOWN_SHARE) isNamed[entry] = 1;
		}
	}

	for (const naming of await literally(index, query))
		for (const entry of membersOf(naming.target)) bonus[entry] = (bonus[entry] ?? 0) + LITERAL_BONUS;

	const factors = new Map<Kind, number>();
	const words = new Set(query.all);
	for (const kind of keysOf(kinds)) {
		const wanted = intents.filter(
			(intent) => intent.kinds.includes(kind) && intent.words.some((word) => words.has(word)),
		);
		factors.set(
			kind,
			wanted.reduce((factor: number, intent) => factor * intent.factor, kinds[kind].factor),
		);
	}

	const candidates: { entry: number; kind: Kind; score: number; share: number; isByName: boolean }[] = [];
	const rows: number[] = [];
	const starts = index.manifest.kinds;
	const rowCount = starts.find(([, first]) => first > 0)?.[1] ?? count;
	const profiles = starts[0]?.[0] === 'profile' ? rowCount : 0;
	const enough = (RESULT_SHARE * allKnown) / all;
	let most = 0;
	let kind = 0;
	for (let entry = 0; isKnown && entry < count; entry += 1) {
		while ((starts[kind + 1]?.[1] ?? Infinity) <= entry) kind += 1;
		if (phrased && !phrased.has(entry)) continue;
		let [sum, share, inNames] = [0, 0, 0];
		let hasAll = true;
		for (const [at, weight] of weights.entries()) {
			const value = weight.best[entry] ?? 0;
			const part = shares[at] ?? 0;
			if (value > 0) {
				sum += value * part;
				share += part;
				if ((weight.inNames[entry] ?? 0) > 0) inNames += part;
			} else if (!matched[at]?.isFiller) hasAll = false;
		}
		if (share === 0) continue;
		share /= all;
		if (hasAll && entry < profiles) rows.push(entry);
		const held = isNamed[entry] ? Math.max(share, enough) : share;
		if (held < Math.min(most, enough)) continue;
		most = Math.max(most, held);
		const name = starts[kind]?.[0] ?? 'page';
		const score = ((sum / all) * share * share + (bonus[entry] ?? 0)) * (factors.get(name) ?? 1);
		candidates.push({ entry, kind: name, score, share: held, isByName: inNames / all >= share - 0.01 });
	}
	const needed = Math.min(most, enough);
	const scored = candidates
		.filter(({ share }) => share >= needed)
		.sort((one, other) => other.score - one.score || one.entry - other.entry);
	const byName = new Set(scored.flatMap(({ entry, isByName }) => (isByName ? [entry] : [])));
	const counts = new Map<Kind, number>();
	for (const { kind } of scored) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return {
		entries: scored.map(({ entry }) => entry),
		counts,
		rows,
		unknown,
		corrections,
		isPartial: scored.length > 0 && most < enough,
		otherNames: isKnown ? concepts.flatMap(({ otherNames }) => otherNames) : [],
		narrowed: isKnown && !phrased ? await narrowedBy(index, matched, names) : undefined,
		marked: new Set(matched.flatMap(({ match }) => [...match.words])),
		byName,
	};
}
