import { z } from 'zod';
import { keysOf, recordOf } from './keys-of.ts';
import { SLUG_MAX_CHARACTERS, SLUG_PATTERN } from './slug.ts';
import type { Concept } from './vocabularies.ts';

/** A slug as it stands in file names and addresses: `torino-social-impact`. */
export const slug = z
	.string()
	.max(SLUG_MAX_CHARACTERS)
	.regex(SLUG_PATTERN, 'is not a slug: only small letters a to z, digits and single hyphens');

/** A whole day in Brussels time, `2027-03-31`; days that no calendar has are refused. */
export const wholeDay = z.iso.date();

/** A day, a month or a year: `2027-03-31`, `2027-03` or `2027`. */
export const partialDate = z
	.string()
	.regex(/^\d{4}(?:-\d{2}){0,2}$/, 'is not a day, month or year')
	.refine(
		(date) =>
			z.iso.date().safeParse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date).success,
		{
			message: 'is a date that no calendar has',
		},
	);

/** A year that a cluster can have been founded in. */
export const year = z.int().min(1800).max(2100);

/** A web address, http or https. */
export const webAddress = z
	.url({ protocol: /^https?$/, hostname: /\.[a-z0-9-]{2,}\.?$/i, abort: true })
	.regex(/^[^\s\\<>"]*$/, { error: 'has blanks, quotation marks or backslashes', abort: true })
	.regex(/^[a-z]+:\/\/[^/?#@]*(?:[/?#]|$)/i, { error: 'names a user before the host', abort: true })
	// For browsers, which take more for an address: other schemes, and hosts without a dot.
	.meta({ inputPattern: String.raw`https?://\S+\.\S+` });

/** An e-mail address. Browsers take more for one: names of hosts without a dot. */
export const eMailAddress = z
	.email()
	.max(200)
	.meta({ inputPattern: String.raw`[^@\s]+@[^@\s]+\.[^@\s]+` });

/** One line of text without markup, at most `maxCharacters` long. */
export const line = (maxCharacters: number) =>
	z
		.string()
		.min(1)
		.max(maxCharacters)
		.regex(/^\S(?:[^\n]*\S)?$/, { error: 'has a line break, or blanks at its ends', abort: true })
		// Joiners are letters' business in some scripts; other invisible signs turn text around or hide it.
		.regex(/^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u200c\u200d])*$/u, 'has signs that nobody can see');

/** The longest summary that still fits a card and a search result. */
export const SUMMARY_MAX_CHARACTERS = 250;

/** A summary for lists and search results. */
export const summary = line(SUMMARY_MAX_CHARACTERS);

/** Text without markup that may have paragraphs, at most `maxCharacters` long. */
export const paragraphs = (maxCharacters: number) =>
	z.string().trim().min(1).max(maxCharacters).meta({ isMultiline: true });

/** One of a few ids, with the words that forms show for them. */
export const choice = <K extends string>(options: Record<K, string>) => z.enum(keysOf(options)).meta({ options });

/** Whether the whole of a date is known. */
export const datePrecision = choice({ day: 'Day', month: 'Month' })
	.default('day')
	.meta({ title: 'Known to the', description: 'Whether the day is known, or only the month.' });

/** One id out of a vocabulary. */
export const oneOf = <K extends string>(vocabulary: Readonly<Record<K, Concept>>) =>
	choice(recordOf(keysOf(vocabulary), (id) => vocabulary[id].label));

/** Several different ids out of a vocabulary. */
export const someOf = <K extends string>(vocabulary: Readonly<Record<K, Concept>>) =>
	distinct(z.array(oneOf(vocabulary)).min(1));

/** Refuses a list that names the same thing twice. */
export const distinct = <T extends z.ZodType>(list: T) =>
	list.refine((items) => !Array.isArray(items) || new Set(items).size === items.length, {
		message: 'names the same thing twice',
	});

/** The slug of an entry of another collection; that it exists is checked across entries. */
export const referenceTo = (collection: string) => slug.meta({ collection });

/** A page that was read: its title, its address, and on which day if that was kept. */
export const sourceSchema = z.strictObject({
	title: line(300).meta({ title: 'Title', description: 'As the page calls itself, with its publisher.' }),
	url: webAddress.meta({ title: 'Address', description: 'The full address, with https://' }),
	accessed: wholeDay
		.optional()
		.meta({ title: 'Read on', description: 'The day the page was read. Leave empty if that was not kept.' }),
});
export type Source = z.infer<typeof sourceSchema>;

/** The sources of an entry that rests on them as a whole. */
export const sources = z
	.array(sourceSchema)
	.min(1)
	.meta({ title: 'Sources', description: 'The pages this rests on; at least one.' });

/** Slugs that this entry had before; each keeps working as a redirect. */
export const aliases = distinct(z.array(slug)).optional().meta({
	title: 'Former slugs',
	description: 'Old addresses of this entry. They lead readers here.',
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
