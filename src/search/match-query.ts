import { entryOfPosting, NAMES_MAX } from './index-format.ts';
import {
	matchExactly,
	matchWord,
	nearestWord,
	partedWord,
	type Layers,
	type Match,
	type Naming,
} from './match-word.ts';
import type { OpenIndex } from './open-index.ts';
import type { Asked, Query } from './read-query.ts';
import { conceptsIn, type AskedConcept } from './synonyms.ts';
import { fits } from './tables.ts';
import { holdsPhrase, phraseSteps, wordOfConcept } from './text-index.ts';
import { WORDS_IN_ONE_MAX } from './words.ts';

/** A word that was taken for another one. */
export interface Correction {
	written: string;
	taken: string;
}

/** A word asked for with all that fits it. */
export interface Matched extends Asked {
	match: Match;
}

/** A concept asked for with the entries whose texts hold one of its names. */
interface MatchedConcept extends AskedConcept {
	entries: readonly number[];
}

/** What an index holds of what was asked for. */
export interface QueryMatches {
	matched: readonly Matched[];
	corrections: Correction[];
	/** The words that tell more than that something is looked for, as bits. */
	telling: number;
	/** The names that hold words asked for. */
	names: readonly FoundName[];
	/** The names that are what was asked for to the letter. */
	literal: readonly Naming[];
	/** What lies in a target: an entry itself, or the profiles of a place. */
	membersOf: (target: number) => readonly number[];
	/** The profiles of countries whose names were found whole, by the entry of the country. */
	rowsOfCountry: ReadonlyMap<number, readonly number[]>;
	/** The entries that hold every phrase asked for; undefined if none was. */
	phrased: ReadonlySet<number> | undefined;
	/** Other names of what was asked for, with the entries whose texts hold them. */
	concepts: readonly MatchedConcept[];
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
export interface FoundName {
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
export const isWhole = ({ covered, words }: Pick<FoundName, 'covered' | 'words'>) => covered >= words;

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

/** The concepts that a query names, with the entries whose texts hold one of their names. */
const matchConcepts = (index: OpenIndex, typed: string): Promise<MatchedConcept[]> =>
	Promise.all(
		conceptsIn(typed, index.manifest.concepts).map(async (asked) => {
			const match = await matchExactly(index, wordOfConcept(asked.concept), ['texts'], fits.stem);
			return { ...asked, entries: [...(match?.texts.keys() ?? [])] };
		}),
	);

/** Looks up what was asked for, as it was typed and as it was read. Throws as the index’s reader does. */
export async function matchQuery(index: OpenIndex, typed: string, query: Query, layers: Layers): Promise<QueryMatches> {
	const { matched, corrections } = await matchAll(index, query, layers);
	const names = foundNames(matched);
	const telling = matched.reduce((bits, { isFiller }, at) => (isFiller ? bits : bits | (1 << at)), 0);
	const [membersOf, rowsOfCountry, phrased, literal, concepts] = await Promise.all([
		openTargets(index, matched),
		openCountries(index, names, telling),
		withPhrases(index, query.phrases),
		literally(index, query),
		layers === 'all' ? matchConcepts(index, typed) : [],
	]);
	return { matched, corrections, telling, names, literal, membersOf, rowsOfCountry, phrased, concepts };
}
