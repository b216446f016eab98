import { SEPARATOR, toCell } from './csv.ts';

/** What a profile states in a row of the comparison. */
export interface ComparedCell {
	text: string;
	/** What stands below it, smaller: what was counted, and when. */
	note?: string;
	href?: string;
	/** Whether it is a number that stands out. */
	isFigure?: true;
	/** Whether it is our reading of the sources together. */
	isOurReading?: true;
}

/** What is compared of a profile. All profiles have the same rows, in the order in which people ask. */
export interface ComparedProfile {
	slug: string;
	name: string;
	place: string;
	/** Each row by its label; null where nothing is stated. */
	facts: readonly (readonly [label: string, cell: ComparedCell | null])[];
	/** What it has of all that there is, such as services, by title. */
	lists: readonly { title: string; items: readonly (readonly [label: string, isHad: boolean])[] }[];
}

/** What a cell says in one line. */
export const wordsOf = (cell: ComparedCell | null): string =>
	cell ? [cell.text, cell.note].filter(Boolean).join(', ') : '';

/** Profiles as lines of a table, one each, below a line with what stands in each column. */
export function comparedTable(profiles: readonly ComparedProfile[], site: string): string[][] {
	const [first] = profiles;
	if (!first) return [];
	const head = [
		'Name',
		'Place',
		...first.facts.map(([label]) => label),
		...first.lists.map(({ title }) => title),
		'Page',
	];
	const lines = profiles.map(({ slug, name, place, facts, lists }) => [
		...[name, place, ...facts.map(([, cell]) => wordsOf(cell))].map(toCell),
		...lists.map(({ items }) => items.flatMap(([label, isHad]) => (isHad ? [toCell(label)] : [])).join(SEPARATOR)),
		new URL(`/clusters/${slug}/`, site).href,
	]);
	return [head, ...lines];
}
