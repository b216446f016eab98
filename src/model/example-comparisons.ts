import { groupBy, groupByEach } from '../formats/group-by.ts';
import type { Entry } from '../schemas/collections.ts';
import { partsOfEurope } from '../schemas/country-groups.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { themes } from '../schemas/vocabularies.ts';
import { isNoLongerActive } from './cluster-facts.ts';
import { comparedProfile } from './compared-profile.ts';

/** Profiles that are worth comparing, with what they have in common. */
export interface ExampleComparison {
	/** “Food and farming in Southern Europe”. */
	label: string;
	profiles: Entry<'clusters'>[];
}

const COMPARED = 3;

/** How many of the facts that are compared a profile states. */
const statedBy = ({ id, data }: Entry<'clusters'>): number => {
	const { facts, lists } = comparedProfile(id, data);
	const listed = lists.filter(({ items }) => items.some(([, isHad]) => isHad));
	return facts.filter(([, cell]) => cell).length + listed.length;
};

/**
 * Up to `most` examples of three clusters each that share a theme and a part of Europe: those that state most of what is
 * compared, from different countries where they can be. No theme and no part comes twice.
 */
export function exampleComparisons(clusters: readonly Entry<'clusters'>[], most: number): ExampleComparison[] {
	const stated = new Map(
		clusters
			.filter(({ data }) => data.kind !== 'other' && !isNoLongerActive(data))
			.map((cluster) => [cluster, statedBy(cluster)] as const),
	);
	const scoreOf = (cluster: Entry<'clusters'>) => stated.get(cluster) ?? 0;
	const best = [...stated.keys()].sort((a, b) => scoreOf(b) - scoreOf(a) || (a.id < b.id ? -1 : 1));
	const byTheme = groupByEach(best, ({ data }) => data.themes);
	const examples = keysOf(partsOfEurope).flatMap((part) =>
		keysOf(themes).flatMap((theme) => {
			const { members, label } = partsOfEurope[part];
			const fitting = (byTheme.get(theme) ?? []).filter(({ data }) => members.some((code) => code === data.country));
			const ofEach = [...groupBy(fitting, ({ data }) => data.country).values()].flatMap(([first]) => first ?? []);
			const profiles = [...new Set([...ofEach, ...fitting])].slice(0, COMPARED);
			if (profiles.length < COMPARED) return [];
			const score = profiles.reduce((sum, cluster) => sum + scoreOf(cluster), 0);
			return [{ part, theme, label: `${themes[theme].label} in ${label}`, profiles, score }];
		}),
	);
	const chosen: typeof examples = [];
	for (const example of examples.sort((a, b) => b.score - a.score)) {
		const isNew = chosen.every(({ part, theme }) => part !== example.part && theme !== example.theme);
		if (isNew && chosen.length < most) chosen.push(example);
	}
	return chosen.map(({ label, profiles }) => ({ label, profiles }));
}
