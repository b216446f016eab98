import { formatCount, formatList } from '../formats/text.ts';
import type { Found } from './find.ts';
import type { Shown } from './index-format.ts';
import { formatView } from './view-address.ts';

type Words = Pick<Found, 'unknown' | 'corrections'>;

const quoted = (words: readonly string[]) => formatList(words.map((word) => `“${word}”`));

/** What stands in place of what was typed: “mondragn” → “mondragon”. */
export const corrected = (typed: string, { corrections }: Words): string =>
	corrections.reduce((text, { written, taken }) => text.replace(written, taken), typed);

/** Says which words were taken for others, and which stand nowhere. Empty if there is nothing to say. */
export function sayWords({ unknown, corrections }: Words): string {
	const taken = corrections.map(({ written, taken }) => `“${written}” is not on this site; this is for “${taken}”.`);
	const nowhere =
		unknown.length > 0 ? [`${quoted(unknown)} ${unknown.length === 1 ? 'is' : 'are'} nowhere on this site.`] : [];
	return [...taken, ...nowhere].join(' ');
}

/** The sentence that says what was found; a screen reader reads it out. */
export function sayFound(typed: string, found: Pick<Found, 'entries' | 'isPartial' | 'narrowed'> & Words): string {
	const { entries, isPartial, narrowed } = found;
	const list = narrowed?.rows.length ? `, after a list of ${formatCount(narrowed.rows.length, 'profile')}` : '';
	const count =
		entries.length > 0
			? `${formatCount(entries.length, 'result')} for “${corrected(typed, found)}”${list}.`
			: `Nothing found for “${typed}”.`;
	if (entries.length === 0 && found.unknown.length === 1 && found.unknown[0] === typed.trim()) return count;
	const partial = isPartial ? 'No page has all of these words; these have some of them.' : '';
	return [count, partial, sayWords(found)].filter(Boolean).join(' ');
}

/** The list narrowed to what a query asks for, as a result; undefined if no profile has all of it. */
export function narrowedResult(
	{ narrowed }: Pick<Found, 'narrowed'>,
	titleOf: (entry: number) => string,
): Shown | undefined {
	if (!narrowed || narrowed.rows.length === 0) return undefined;
	const choices: Record<string, string[]> = {};
	for (const { facet, values } of narrowed.marks) choices[facet] = [...new Set([...(choices[facet] ?? []), ...values])];
	const address = `/clusters/?${formatView({ choices, words: '', sort: 'name', page: 1, chosen: [] })}`;
	const title = narrowed.marks.map(({ entry }) => titleOf(entry)).join(' · ');
	return [address, title, formatCount(narrowed.rows.length, 'profile'), 'The list of profiles with all of this.'];
}
