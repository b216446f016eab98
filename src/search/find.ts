import { groupBy } from '../formats/group-by.ts';
import type { FacetMark } from './index-format.ts';
import { isWhole, matchQuery, type Correction, type QueryMatches } from './match-query.ts';
import type { Layers } from './match-word.ts';
import type { OpenIndex } from './open-index.ts';
import { rankEntries } from './rank-entries.ts';
import { readQuery } from './read-query.ts';
import { fits, type Kind } from './tables.ts';

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

/** The kind of an entry. */
export function kindOf({ manifest }: OpenIndex, entry: number): Kind {
	return manifest.kinds.findLast(([, first]) => first <= entry)?.[0] ?? 'page';
}

/** The values of facets that together are all that was asked for. */
async function narrowedBy(index: OpenIndex, { names, telling }: QueryMatches): Promise<Narrowed | undefined> {
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
	const matches = await matchQuery(index, typed, { ...read, words: read.words.slice(0, WORDS_MAX) }, layers);
	const { matched, corrections, concepts, phrased } = matches;
	const { results, rows, isKnown, isUnknown, isPartial } = rankEntries(index.manifest, read.all, matches);
	const counts = new Map<Kind, number>();
	for (const { kind } of results) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	const unknown = matched.flatMap(({ written, isFiller }, at) => (isKnown[at] || isFiller ? [] : [written]));
	return {
		entries: results.map(({ entry }) => entry),
		counts,
		rows,
		unknown: layers === 'names' ? [] : [...new Set(unknown)],
		corrections,
		isPartial,
		otherNames: isUnknown ? [] : concepts.flatMap(({ otherNames }) => otherNames),
		narrowed: isUnknown || phrased ? undefined : await narrowedBy(index, matches),
		marked: new Set(matched.flatMap(({ match }) => [...match.words])),
		byName: new Set(results.flatMap(({ entry, isByName }) => (isByName ? [entry] : []))),
	};
}
