import { type Fields, itemsOf, pruned, valueAt } from '../files/values.ts';
import { addMonths } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { checkOn } from '../model/check-state.ts';
import { formerValues } from '../model/former-values.ts';
import { twinsOf } from '../model/twins.ts';
import { collectionOf, labelIn, type CollectionName } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { checkDayOf } from './check-day.ts';
import { fieldsOf } from './config.ts';
import { dayAheadOf } from './day-ahead.ts';

/** What warnings are judged by, besides the draft itself. */
export interface Surroundings {
	/** The slug of the draft; undefined for a new one. */
	slug: string | undefined;
	/** Slugs and names of all entries of the collection. */
	others: readonly (readonly [slug: string, title: string, ...rest: unknown[]])[];
	/** The fields that are published, if any are. */
	published?: Fields | undefined;
	periods: Pick<SiteSettings, 'checkFreshMonths' | 'checkDueMonths'>;
	today: string;
}

/** Facts that age or that nobody can guess: each wants a source of its own. */
const NEED_A_SOURCE = ['founded', 'ended', 'members', 'labels', 'practice'];

/** Nine digits or more that begin like an international number, or a zero and groups of digits. */
const PHONE = /(?:(?:\+|\b00)\d(?:[ ()./-]{0,2}\d){7,}|\b0\d(?:[ ()./-]\d{2,4}){3,})/;
const ROLE_MAILBOX =
	/^(?:info|contact|hello|hi|office|mail|kontakt|secretariat|secretary|admin|coordination|team|press|accueil|bonjour|post|communication|communications)[^@]*@/i;

/** Every text in a draft, with the field it stands in. Addresses of pages are full of digits, and no texts. */
function* textsOf(value: unknown, field: string): Generator<{ field: string; text: string }> {
	if (typeof value === 'string' && !/^https?:/.test(value)) yield { field, text: value };
	else if (Array.isArray(value)) for (const item of value) yield* textsOf(item, field);
	else if (typeof value === 'object' && value !== null)
		for (const item of Object.values(value)) yield* textsOf(item, field);
}

const warnOfPhones = (collection: CollectionName, fields: Fields) =>
	Object.entries(fields).flatMap(([name, value]) =>
		[...textsOf(value, name)].flatMap(({ field, text }) => {
			const number = PHONE.exec(text)?.[0];
			return number
				? [`“${number.trim()}” (${labelIn(collection, field)}) looks like a private phone number. We publish none.`]
				: [];
		}),
	);

function warnOfMailbox({ mailbox }: Fields): string[] {
	return typeof mailbox === 'string' && !ROLE_MAILBOX.test(mailbox)
		? [`“${mailbox}” may be a person’s own address. Use one of a role, such as info@.`]
		: [];
}

function warnOfMissingSources(collection: CollectionName, fields: Fields): string[] {
	if (collection !== 'clusters') return [];
	const supported = new Set(itemsOf(fields['sources']).flatMap((source) => itemsOf(valueAt(source, ['supports']))));
	return NEED_A_SOURCE.filter((name) => fields[name] !== undefined && !supported.has(name)).map(
		(name) => `No source is given for “${labelIn(collection, name)}”. Tick it where a source supports it.`,
	);
}

function warnOfCheck(fields: Fields, { periods, today }: Surroundings): string[] {
	const on = checkDayOf(fields);
	if (on === undefined) return [];
	const { state, nextBy } = checkOn(on, periods, today);
	return state === 'fresh'
		? []
		: [`The check of ${formatDate(on)} is ${state}: it was to be done again by ${formatDate(nextBy)}.`];
}

function warnOfTwins(collection: CollectionName, fields: Fields, { slug, others }: Surroundings): string[] {
	const { titleField, label } = collectionOf(collection);
	const title = titleField ? fields[titleField] : undefined;
	if (typeof title !== 'string') return [];
	return twinsOf(title, others)
		.filter(([other]) => other !== slug)
		.slice(0, 3)
		.map(([other, name]) => `There is a ${label} with nearly this name: “${name}” (${other}).`);
}

/** A day that nobody writes by intention: what is written ahead is written for the coming months. */
const SLIP_AFTER_MONTHS = 6;

/** Says from when on an entry will show that is dated ahead. */
function warnOfDayAhead(collection: CollectionName, fields: Fields, { today }: Surroundings): string[] {
	const day = dayAheadOf(collection, fields, today);
	if (day === undefined) return [];
	const doubt = day > addMonths(today, SLIP_AFTER_MONTHS) ? ' That is far ahead: is the year right?' : '';
	return [`It shows from ${formatDate(day)}, and not before.${doubt}`];
}

/** What an editor should look at before a draft is saved, and may overrule. `draft` is as the form holds it. */
export function warnAbout(collection: CollectionName, draft: Fields, around: Surroundings): string[] {
	const fields = pruned(fieldsOf(draft));
	return [
		...warnOfTwins(collection, fields, around),
		...warnOfMissingSources(collection, fields),
		...warnOfCheck(fields, around),
		...warnOfDayAhead(collection, fields, around),
		...(around.published ? formerValues(collection, around.published, fields) : []),
		...warnOfMailbox(fields),
		...warnOfPhones(collection, fields),
	];
}
