import { fold } from '../formats/fold.ts';

/** The list of everything that was sent, a line each. */
export const SENT_ADDRESS = '/have-your-say/what-happened/sent/';

/** The part of the index of references in which one stands: by its first letter, as any script has one. */
export const partOfIndex = (reference: string): string => (fold(reference).codePointAt(0) ?? 0).toString(16);

/** Where a part of the index lies. */
export const indexAddress = (part: string): string => `/have-your-say/what-happened/references/${part}.json`;

/** Where the line of a reference stands: the number of the page, and the slug of the receipt. */
export type ReferenceIndex = Record<string, [page: number, slug: string][]>;

const BREAKS = /[\s\p{Dash_Punctuation}]/gu;

/** Where a reference stands, also if it is typed from paper with blanks or dashes of another kind, or without. */
export function placesIn(index: ReferenceIndex, reference: string): ReferenceIndex[string] {
	const typed = fold(reference).replace(BREAKS, '');
	return Object.entries(index).flatMap(([known, places]) => (known.replace(BREAKS, '') === typed ? places : []));
}
