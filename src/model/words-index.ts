import { fold } from '../formats/fold.ts';
import { groupBy } from '../formats/group-by.ts';
import { formatLanguage } from '../formats/text.ts';
import type { Entry } from '../schemas/collections.ts';
import { byLabel } from './order.ts';

type Word = Entry<'terms'>;

/** The words under a letter, or of a language. */
export interface WordGroup {
	/** Of its heading. */
	id: string;
	label: string;
	terms: Word[];
}

const SITE_LANGUAGE = 'en';

/** English words by their first letter, as somebody types it who knows no accents; what begins with none last. */
export function wordsByLetter(terms: readonly Word[]): WordGroup[] {
	const english = terms.filter(({ data }) => data.language === SITE_LANGUAGE);
	const letterOf = ({ data }: Word) => /^[a-z]/.exec(fold(data.term))?.[0] ?? '';
	return [...groupBy(english, letterOf)]
		.sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b))
		.map(([letter, group]) => ({
			id: `letter-${letter || 'other'}`,
			label: letter.toUpperCase() || 'Other',
			terms: group,
		}));
}

/** Words of other languages, by language. */
export const wordsByLanguage = (terms: readonly Word[]): WordGroup[] =>
	[
		...groupBy(
			terms.filter(({ data }) => data.language !== SITE_LANGUAGE),
			({ data }) => data.language,
		),
	]
		.map(([language, group]) => ({ id: `language-${language}`, label: formatLanguage(language), terms: group }))
		.sort(byLabel);
