import * as z from 'zod';
import { countries } from './countries.ts';
import { keywords, languageTag, line, oneOf, paragraphs, slug, sources } from './fields.ts';

/** A word, and the concept it names; words of several countries can name the same concept. */
export const termSchema = z.strictObject({
	term: line(120).meta({ title: 'Term', description: 'The word or phrase itself.' }),
	abbreviation: line(20).optional().meta({ title: 'Abbreviation', description: 'If one is in use.' }),
	language: languageTag
		.regex(/^[^-]*$/, 'is not a language code')
		.meta({ title: 'Language', description: 'ISO 639 code, such as en or fr.' }),
	country: oneOf(countries).optional().meta({ title: 'Country', description: 'If the word belongs to one country.' }),
	concept: slug.meta({ title: 'Concept', description: 'The same slug for words that mean the same.' }),
	definition: paragraphs(600).meta({ title: 'Definition', description: 'In our own words.' }),
	keywords,
	sources,
});
export type Term = z.infer<typeof termSchema>;
