import { keysOf } from '../schemas/keys-of.ts';
import type { Manifest } from './index-format.ts';
import { isWhole, type QueryMatches } from './match-query.ts';
import { weightOf } from './match-word.ts';
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

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** What each entry has of a word: at best, and in what names it. */
interface WordWeights {
	best: Float32Array;
	inNames: Float32Array;
}

function weighWords(count: number, { matched, membersOf, rowsOfCountry, concepts }: QueryMatches): WordWeights[] {
	return matched.map(({ word, match }) => {
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
		for (const { words, entries } of concepts)
			if (words.includes(word)) for (const entry of entries) raise(entry, fits.stem * textWeights[0]);
		return { best, inNames };
	});
}

/** What part of a query each word is, by its rarity. */
interface Shares {
	/** Of each word; all of them are 1. */
	words: readonly number[];
	/** Whether some entry has the word. */
	isKnown: readonly boolean[];
	/** Of all words that are known. */
	known: number;
	/** Of those known, among the words that tell something. */
	knownOfTelling: number;
}

function shareWords(count: number, weights: readonly WordWeights[], { matched }: QueryMatches): Shares {
	const rarities = weights.map(({ best }) => {
		const holding = best.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
		return holding > 0 ? Math.log(1 + count / (holding + 0.5)) : 0;
	});
	const tells = (_: unknown, at: number) => !matched[at]?.isFiller;
	const known = rarities.filter(tells).filter((rarity) => rarity > 0);
	// A word that stands nowhere must not weigh most.
	const rarityOfUnknown = known.length > 0 ? sumOf(known) / known.length : 1;
	const weighed = rarities.map((rarity, at) => (rarity || rarityOfUnknown) * (tells(rarity, at) ? 1 : FILLER_WEIGHT));
	const all = sumOf(weighed) || 1;
	const words = weighed.map((weight) => weight / all);
	const isKnown = rarities.map((rarity) => rarity > 0);
	const ofKnown = words.map((share, at) => (isKnown[at] ? share : 0));
	return {
		words,
		isKnown,
		known: sumOf(ofKnown),
		knownOfTelling: sumOf(ofKnown.filter(tells)) / (sumOf(words.filter(tells)) || 1),
	};
}

/** What names add to the entries they name, and which entries are named by what was asked for. */
function weighNames(count: number, shares: Shares, { names, literal, telling, membersOf }: QueryMatches) {
	const bonus = new Float32Array(count);
	const isNamed = new Uint8Array(count);
	for (const { target, field, words, covered, fit, asked } of names) {
		const share = sumOf(shares.words.filter((_, at) => (asked >> at) & 1));
		const { whole = 0 } = fields[field] ?? {};
		const isFound = isWhole({ covered, words });
		const isAll = (asked & telling) === telling;
		const add =
			isFound && isAll
				? whole * fit
				: isFound
					? whole * fit * WHOLE_BESIDE_MORE * share * share
					: 0.8 * Math.min(1, covered / words) * share * fit;
		for (const entry of membersOf(target)) {
			if (add > (bonus[entry] ?? 0)) bonus[entry] = add;
			if (isFound && fit >= fits.errors[1] && field <= 1 && share >= KNOWN_SHARE) isNamed[entry] = 1;
		}
	}
	for (const { target } of literal)
		for (const entry of membersOf(target)) bonus[entry] = (bonus[entry] ?? 0) + LITERAL_BONUS;
	return { bonus, isNamed };
}

/** What entries of each kind count, by the words that say what somebody wants. */
function weighKinds(asked: readonly string[]): ReadonlyMap<Kind, number> {
	const wanted = intents.filter(({ words }) => words.some((word) => asked.includes(word)));
	return new Map(
		keysOf(kinds).map((kind) => [
			kind,
			wanted
				.filter((intent) => intent.kinds.includes(kind))
				.reduce((factor: number, intent) => factor * intent.factor, kinds[kind].factor),
		]),
	);
}

/** An entry that may be a result. */
interface Candidate {
	entry: number;
	kind: Kind;
	score: number;
	/** How much it holds of what was asked. */
	share: number;
	/** Whether its names hold all that was found. */
	isByName: boolean;
}

/** Entries by how well they fit a query. */
export interface Ranked {
	/** Best first. */
	results: readonly Candidate[];
	/** Profiles that hold every word, in the order of the list. */
	rows: number[];
	/** For each word whether any entry has it. */
	isKnown: readonly boolean[];
	/** Whether too little of what was asked for is known to show anything. */
	isUnknown: boolean;
	/** Whether no entry holds enough of what was asked: the results then are those that hold most of it. */
	isPartial: boolean;
}

/** Weighs what was found: what a field weighs times how well a word fits times its rarity, and a bonus for whole names. */
export function rankEntries(
	{ entries: count, kinds: starts }: Manifest,
	asked: readonly string[],
	matches: QueryMatches,
): Ranked {
	const { matched, phrased } = matches;
	const weights = weighWords(count, matches);
	const shares = shareWords(count, weights, matches);
	if (matched.length === 0 || shares.knownOfTelling < KNOWN_SHARE || phrased?.size === 0)
		return { results: [], rows: [], isKnown: shares.isKnown, isUnknown: true, isPartial: false };

	const { bonus, isNamed } = weighNames(count, shares, matches);
	const factors = weighKinds(asked);
	const profiles = starts[0]?.[0] === 'profile' ? (starts[1]?.[1] ?? count) : 0;
	const enough = RESULT_SHARE * shares.known;
	const candidates: Candidate[] = [];
	const rows: number[] = [];
	let most = 0;
	let at = 0;
	for (let entry = 0; entry < count; entry += 1) {
		while ((starts[at + 1]?.[1] ?? Infinity) <= entry) at += 1;
		if (phrased && !phrased.has(entry)) continue;
		let [sum, share, inNames] = [0, 0, 0];
		let hasAll = true;
		for (const [word, weight] of weights.entries()) {
			const value = weight.best[entry] ?? 0;
			const part = shares.words[word] ?? 0;
			if (value > 0) {
				sum += value * part;
				share += part;
				if ((weight.inNames[entry] ?? 0) > 0) inNames += part;
			} else if (!matched[word]?.isFiller) hasAll = false;
		}
		if (share === 0) continue;
		if (hasAll && entry < profiles) rows.push(entry);
		const held = isNamed[entry] ? Math.max(share, enough) : share;
		if (held < Math.min(most, enough)) continue;
		most = Math.max(most, held);
		const kind = starts[at]?.[0] ?? 'page';
		const score = (sum * share * share + (bonus[entry] ?? 0)) * (factors.get(kind) ?? 1);
		candidates.push({ entry, kind, score, share: held, isByName: inNames >= share - 0.01 });
	}
	const needed = Math.min(most, enough);
	const results = candidates
		.filter(({ share }) => share >= needed)
		.sort((one, other) => other.score - one.score || one.entry - other.entry);
	return { results, rows, isKnown: shares.isKnown, isUnknown: false, isPartial: results.length > 0 && most < enough };
}
