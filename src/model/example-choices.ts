import { groupByEach } from '../formats/group-by.ts';
import type { Entry } from '../schemas/collections.ts';
import { partsOfEurope } from '../schemas/country-groups.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { themes } from '../schemas/vocabularies.ts';
import { isNoLongerActive } from './cluster-facts.ts';
import { firstFromCountries, fullestFirst, statedBy } from './fullest.ts';

/** Profiles that are worth reading together, with what they have in common. */
export interface ExampleChoice {
	/** “Food and farming in Southern Europe”. */
	label: string;
	profiles: Entry<'clusters'>[];
}

const PROFILES_EACH = 3;

/**
 * Up to `most` examples of three clusters each that share a theme and a part of Europe: those that state most of what is
 * compared, from different countries where they can be. No theme and no part comes twice.
 */
export function exampleChoices(clusters: readonly Entry<'clusters'>[], most: number): ExampleChoice[] {
	const best = fullestFirst(clusters.filter(({ data }) => data.kind !== 'other' && !isNoLongerActive(data)));
	const byTheme = groupByEach(best, ({ data }) => data.themes);
	const examples = keysOf(partsOfEurope).flatMap((part) =>
		keysOf(themes).flatMap((theme) => {
			const { members, label } = partsOfEurope[part];
			const fitting = (byTheme.get(theme) ?? []).filter(({ data }) => members.some((code) => code === data.country));
			const profiles = firstFromCountries(fitting, PROFILES_EACH);
			if (profiles.length < PROFILES_EACH) return [];
			const score = profiles.reduce((sum, cluster) => sum + statedBy(cluster), 0);
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
