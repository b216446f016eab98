import transliterate from '@sindresorhus/transliterate';
import { groupByEach } from '../formats/group-by.ts';
import type { Cluster } from '../schemas/cluster.ts';
import type { Entry } from '../schemas/collections.ts';
import { packName, type FacetMark } from './index-format.ts';
import { partsOf, type Name, type SearchRecord } from './records.ts';
import { fields } from './tables.ts';
import { plainly, spellingsOf } from './words.ts';
import { tellingOf } from './telling-words.ts';

/** Words with where they stand: numbers as the files have them. */
export type Postings = Map<string, number[]>;

const fieldNumbers = new Map<string, number>(fields.map(({ name }, index) => [name, index]));

/** Other scripts are known by their letters in Latin too: “Καρδίτσα” → “Karditsa”. */
const inLatin = (text: string): string[] =>
	/[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text) ? [text, transliterate(text)] : [text];

/** The most words that are written as one. */
const JOINED_MAX = 4;

/** Adds the words of the names of a target. */
export function addNames(postings: Postings, target: number, names: readonly Name[]): void {
	const seen = new Set<string>();
	const distinct = names
		.flatMap(({ text, field }) => inLatin(text).map((spelling) => ({ text: spelling, field })))
		.filter(({ text }) => {
			const plain = plainly(text);
			return !seen.has(plain) && seen.add(plain);
		});
	for (const [name, { text, field }] of distinct.entries()) {
		const spellings = spellingsOf(text);
		const own = spellings.filter(({ covers }) => covers === 1);
		const telling = tellingOf(own.map(({ word }) => word));
		// Letters as two are other spellings of the same words.
		const words = tellingOf([...new Set(plainly(text).match(/[\p{L}\p{N}]+/gu))]).size;
		for (const { word, covers } of spellings) {
			if (covers === 1 && !telling.has(word)) continue;
			// All words in one serve short names, and those that small words tell apart: “are we a cluster”.
			if (covers > JOINED_MAX && own.every(({ word: other }) => telling.has(other))) continue;
			const packed = packName({
				name,
				words,
				field: fieldNumbers.get(field) ?? 0,
				covers: Math.min(covers, words),
			});
			const known = postings.get(word);
			if (known) known.push(target, packed);
			else postings.set(word, [target, packed]);
		}
	}
}

/** A town or region, with the profiles that lie there. */
export interface PlaceGroup {
	names: Name[];
	rows: number[];
}

/** The towns and regions of profiles with all their names. */
export function placeGroups(
	clusters: readonly { data: Pick<Cluster, 'place' | 'region' | 'country'> }[],
	places: readonly Entry<'places'>[],
): PlaceGroup[] {
	const keyOf = (country: string, name: string) => `${country} ${plainly(name)}`;
	const entries = new Map(
		places.flatMap(({ data }) =>
			[data.name, ...data.otherNames].map((name) => [keyOf(data.country, name), data] as const),
		),
	);
	const spelled = new Map<string, string>();
	const groups = groupByEach(clusters.entries(), ([, { data }]) => {
		const wholes = [data.place, data.region].filter((name) => name !== undefined);
		const names = wholes.flatMap((name) => [name, ...partsOf(name)]);
		return new Set(
			names.map((name) => {
				const entry = entries.get(keyOf(data.country, name));
				const key = keyOf(data.country, entry?.name ?? name);
				spelled.set(key, entry?.name ?? name);
				return key;
			}),
		);
	});
	return [...groups].map(([key, members]) => {
		const name = spelled.get(key) ?? '';
		const others = entries.get(key)?.otherNames ?? [];
		return {
			names: [{ text: name, field: 'place' }, ...others.map((text): Name => ({ text, field: 'exonym' }))],
			rows: members.map(([row]) => row),
		};
	});
}

/** What the index of names is written from. */
export interface NameIndex {
	/** Pairs of target and packed place in a name. A target above the entries is a set of profiles: a place. */
	postings: Postings;
	/** Rows of profiles: of facets first, then of places. */
	sets: number[][];
	facets: FacetMark[];
}

/** The names of all entries and places. */
export function nameIndexOf(
	records: readonly SearchRecord[],
	groups: readonly PlaceGroup[],
	rowsOf: (leadsTo: NonNullable<SearchRecord['leadsTo']>) => number[],
): NameIndex {
	const postings: Postings = new Map();
	const sets: number[][] = [];
	const facets: FacetMark[] = [];
	for (const [entry, { names, leadsTo }] of records.entries()) {
		addNames(postings, entry, names);
		if (leadsTo) facets.push({ entry, ...leadsTo, set: sets.push(rowsOf(leadsTo)) - 1 });
	}
	for (const { names, rows } of groups) addNames(postings, records.length + sets.push(rows) - 1, names);
	return { postings, sets, facets };
}
