import * as z from 'zod';
import { keysOf, recordOf } from './keys-of.ts';
import { languageTagProblem } from './known-languages.ts';
import { LANGUAGE_TAG } from './language-tag.ts';
import { isDeviceName, SLUG_MAX_CHARACTERS, SLUG_PATTERN } from './slug.ts';
import { showsSomething, unreadableIn, withSeenSigns } from './unseen-signs.ts';
import type { Concept } from './vocabularies.ts';
import { addressProblem } from './web-address.ts';

/** A slug as it stands in file names and addresses: `torino-social-impact`. */
export const slug = z
	.string()
	.max(SLUG_MAX_CHARACTERS)
	.regex(SLUG_PATTERN, 'may have only small letters a to z, digits and single hyphens')
	.superRefine((text, context) => {
		if (isDeviceName(text)) {
			report(context, [], `“${text}” is a name that Windows keeps for itself`, 'Make it longer, or choose another.');
		}
	});

/** What the text of an entry is called, which stands below its fields. */
export const BODY_LABEL = 'Text';

/** The years that dates may lie in. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;

function refuseOtherYears(date: string, context: z.RefinementCtx) {
	if (date >= `${FIRST_YEAR}` && date < `${LAST_YEAR + 1}`) return;
	report(context, [], `${date} lies outside the years ${FIRST_YEAR} to ${LAST_YEAR}`, 'Correct the year.');
}

/** A whole day in Brussels time, `2027-03-31`; days that no calendar has are refused. */
export const wholeDay = z.iso.date({ abort: true }).superRefine(refuseOtherYears);

/** The day of something that was done: none that is still to come. `days-done.ts` knows the day. */
export const dayDone = wholeDay.meta({ isDone: true });

/** A day, a month or a year: `2027-03-31`, `2027-03` or `2027`. */
export const partialDate = z
	.string()
	.regex(/^\d{4}(?:-\d{2}){0,2}$/, 'is not a day, month or year')
	.refine(
		(date) =>
			z.iso.date().safeParse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date).success,
		{ error: 'is a date that no calendar has' },
	)
	.superRefine(refuseOtherYears);

/** A year that a cluster can have been founded in. */
export const year = z.int().min(FIRST_YEAR).max(LAST_YEAR);

/** Text that people see: signs that nobody sees are taken out, and refused where they could deceive. */
const seenText = (toText = withSeenSigns) =>
	z
		.string()
		.overwrite(toText)
		.superRefine((text, context) => {
			const unreadable = unreadableIn(text);
			if (unreadable) {
				const { rule, word, mend } = unreadable;
				context.addIssue({ code: 'custom', message: rule, params: { word, mend } });
			} else if (text.trim() !== '' && !showsSomething(text)) {
				report(context, [], 'has nothing that anybody can see', 'Write it again, or remove it if it is optional.');
			}
		});

/** A web address, http or https. */
export const webAddress = z
	.string()
	.overwrite(withSeenSigns)
	.superRefine((address, context) => {
		const message = addressProblem(address);
		if (message) context.addIssue({ code: 'invalid_format', format: 'url', message, continue: false });
	})
	// For browsers, which take more for an address: other schemes, and hosts without a dot.
	.meta({ format: 'url', inputPattern: String.raw`https?://\S+\.\S+` });

/** The tag of a language that is known, as BCP 47 has it today. */
export const languageTag = z
	.string()
	.regex(LANGUAGE_TAG, { error: 'is not a language tag', abort: true })
	.superRefine((tag, context) => {
		const problem = languageTagProblem(tag);
		if (problem) report(context, [], problem, 'Use the tag of a language, such as fr, nds or sr-Latn.');
	});

/** An e-mail address. Browsers take more for one: names of hosts without a dot. */
export const eMailAddress = z
	.string()
	.overwrite(withSeenSigns)
	.max(200)
	.check(z.email())
	.meta({ inputPattern: String.raw`[^@\s]+@[^@\s]+\.[^@\s]+` });

/** A text on one line: a tab is no more than a blank there. */
const onLine = (text: string) => withSeenSigns(text).replaceAll('\t', ' ');

/** One line of text without markup, at most `maxCharacters` long. */
export const line = (maxCharacters: number) =>
	seenText(onLine)
		.min(1)
		.max(maxCharacters)
		.regex(/^\S(?:[^\n\r]*\S)?$/, { error: 'has a line break, or blanks at its ends', abort: true });

/** The longest summary that still fits a card and a search result. */
export const SUMMARY_MAX_CHARACTERS = 250;

/** A summary for lists and search results. */
export const summary = line(SUMMARY_MAX_CHARACTERS);

/** Text without markup that may have paragraphs, at most `maxCharacters` long. */
export const paragraphs = (maxCharacters: number) =>
	seenText().trim().min(1).max(maxCharacters).meta({ isMultiline: true });

/** One of a few ids, with the words that forms show for them. */
export const choice = <K extends string>(options: Record<K, string>) => z.enum(keysOf(options)).meta({ options });

/** Whether the whole of a date is known. */
export const datePrecision = choice({ day: 'Day', month: 'Month' })
	.default('day')
	.meta({ isRare: true, title: 'Date exact to the', description: 'Whether the day is known, or only the month.' });

/** One id out of a vocabulary. */
export const oneOf = <K extends string>(vocabulary: Readonly<Record<K, Concept>>) =>
	choice(recordOf(keysOf(vocabulary), (id) => vocabulary[id].label));

/** Several different ids out of a vocabulary. */
export const someOf = <K extends string>(vocabulary: Readonly<Record<K, Concept>>) =>
	distinct(z.array(oneOf(vocabulary)).min(1));

/** Refuses a list that names the same thing twice. */
export const distinct = <T extends z.ZodType>(list: T) =>
	list
		.refine((items) => !Array.isArray(items) || new Set(items).size === items.length, {
			message: 'names the same thing twice',
		})
		// For programs that read the schema: JSON Schema has a word for it.
		.meta({ uniqueItems: true });

/** The slug of an entry of another collection; that it exists is checked across entries. */
export const referenceTo = (collection: string) => slug.meta({ collection });

/** A page that was read: its title, its address, and on which day if that was kept. */
export const sourceSchema = z.strictObject({
	title: line(300).meta({ title: 'Title', description: 'As the page calls itself, with its publisher.' }),
	url: webAddress.meta({ title: 'Address', description: 'The full address, with https://' }),
	accessed: dayDone
		.optional()
		.meta({ title: 'Read on', description: 'The day the page was read. Leave empty if that was not kept.' }),
});
export type Source = z.infer<typeof sourceSchema>;

/** The sources of an entry that rests on them as a whole. */
export const sources = z
	.array(sourceSchema)
	.min(1)
	.meta({ title: 'Sources', each: 'source', description: 'The pages this rests on; at least one.' });

/** Slugs that this entry had before; each keeps working as a redirect. */
export const aliases = distinct(z.array(slug)).optional().meta({
	isRare: true,
	title: 'Former addresses',
	each: 'former address',
	description: 'Addresses that this entry had before. They lead readers here.',
});

/** Words by which readers ask for an entry and that its texts do not say. Only the search knows them. */
export const keywords = distinct(z.array(line(80)).min(1))
	.optional()
	.meta({
		isRare: true,
		title: 'Also found by',
		each: 'word',
		description: 'Words or questions that readers type and the text does not say. Pages do not show them.',
	});

/** A picture in content/assets/ with the words that stand for it. */
export const imageSchema = z.strictObject({
	file: z
		.string()
		.regex(
			/^[a-z0-9_-]+(?:\/[a-z0-9_-]+)*\.(?:jpe?g|png|webp|avif)$/,
			'is not the name of a picture in content/assets/',
		)
		.meta({ isPicture: true, title: 'Picture', description: 'A JPEG, PNG, WebP or AVIF file.' }),
	alt: line(200).meta({ title: 'Description', description: 'What the picture shows, for those who cannot see it.' }),
	credit: line(120).meta({ title: 'Credit', description: 'Who made it, and under which licence.' }),
});

/**
 * When rules across fields run: also beside wrong single fields, so that editors learn of everything at once, unless a
 * value is missing or malformed, when there is nothing to compare.
 */
export const acrossFields: { when: (payload: z.core.ParsePayload) => boolean } = {
	when: ({ issues }) =>
		issues.every(
			(issue) =>
				issue.code === 'unrecognized_keys' ||
				issue.code === 'custom' ||
				((issue.code === 'too_big' || issue.code === 'too_small') && ['string', 'array'].includes(issue.origin)),
		),
};

/** Adds an issue that says what is wrong and how to mend it. */
export function report(context: z.RefinementCtx, path: PropertyKey[], message: string, mend: string) {
	context.addIssue({ code: 'custom', path, message, params: { mend } });
}
