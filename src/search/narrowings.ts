import { formatCount, formatNumber } from '../formats/text.ts';
import { foldGroups, type Groups } from './value-groups.ts';
import type { View } from './view-address.ts';

/** A thing that narrows a view. */
export interface Narrowing {
	/** Its words: “Portugal”. */
	label: string;
	/** The facet and the values that it stands for; nothing for words. */
	facet?: string;
	ids: readonly string[];
	/** The view without it. */
	without: View;
	/** The view with nothing else. */
	alone: View;
}

/** A view that shows profiles where another one shows none. */
export interface WayOut {
	label: string;
	view: View;
	/** How many profiles it shows. */
	total: number;
}

/** A view with nothing that narrows it, on its first page. */
export const withoutFilters = (view: View): View => ({ ...view, page: 1, choices: {}, words: '' });

/** Each thing that narrows a view: chosen groups and values by their labels, then words. */
export function narrowingsOf(
	view: View,
	labelOf: (facet: string, id: string) => string,
	groups: Groups = new Map(),
): Narrowing[] {
	const { choices, words } = view;
	const nothing = withoutFilters(view);
	const ofFacets = Object.entries(choices).flatMap(([facet, ids]) =>
		foldGroups(ids, groups.get(facet)).map(({ id, values }) => ({
			label: labelOf(facet, id),
			facet,
			ids: values,
			without: { ...view, page: 1, choices: { ...choices, [facet]: ids.filter((other) => !values.includes(other)) } },
			alone: { ...nothing, choices: { [facet]: values } },
		})),
	);
	if (!words) return ofFacets;
	const ofWords = {
		label: `“${words}”`,
		ids: [],
		without: { ...view, page: 1, words: '' },
		alone: { ...nothing, words },
	};
	return [...ofFacets, ofWords];
}

/** How many profiles a list shows: “6 results”, “All 86; page 2 of 4”. What narrows it stands beside it. */
export function describeCount(count: number, isNarrowed: boolean, page: number, pages: number): string {
	const words = isNarrowed ? formatCount(count, 'result') : `All ${formatNumber(count)}`;
	return page > 1 ? `${words}; page ${page} of ${pages}` : words;
}

/** Where nothing is left: what would be without one of the things that narrow, or else with one alone. */
export async function waysOut(
	narrowings: readonly Narrowing[],
	countOf: (view: View) => Promise<number>,
): Promise<WayOut[]> {
	const leading = async (ways: readonly Omit<WayOut, 'total'>[]) => {
		const counted = await Promise.all(ways.map(async (way) => ({ ...way, total: await countOf(way.view) })));
		return counted.filter(({ total }) => total > 0);
	};
	const wider = await leading(narrowings.map(({ label, without }) => ({ label: `Without ${label}`, view: without })));
	if (wider.length > 0) return wider;
	return leading(narrowings.map(({ label, alone }) => ({ label: `Only ${label}`, view: alone })));
}
