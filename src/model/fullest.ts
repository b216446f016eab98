import { groupBy } from '../formats/group-by.ts';
import type { Entry } from '../schemas/collections.ts';
import { comparedProfile } from './compared-profile.ts';
import { oncePer } from './once.ts';

type Profile = Entry<'clusters'>;

/** How many of the facts that are compared a profile states. */
export const statedBy = oncePer(({ id, data }: Profile): number => {
	const { facts, lists } = comparedProfile(id, data);
	const listed = lists.filter(({ items }) => items.some(([, isHad]) => isHad));
	return facts.filter(([, cell]) => cell).length + listed.length;
});

/** Profiles, those first that state most. */
export const fullestFirst = (clusters: readonly Profile[]): Profile[] =>
	clusters.toSorted((a, b) => statedBy(b) - statedBy(a) || (a.id < b.id ? -1 : 1));

/** The first profiles of a list, from different countries where they can be. */
export function firstFromCountries(clusters: readonly Profile[], most: number): Profile[] {
	const ofEach = [...groupBy(clusters, ({ data }) => data.country).values()].flatMap(([first]) => first ?? []);
	return [...new Set([...ofEach, ...clusters])].slice(0, most);
}
