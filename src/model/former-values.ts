import { isGroup, isSame, pruned, type Fields } from '../files/values.ts';
import { formatDate } from '../formats/date.ts';
import { formatList } from '../formats/text.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { descriptionsOf, hasRows, type FieldDescription } from '../schemas/describe-fields.ts';
import { BODY_LABEL } from '../schemas/fields.ts';

/** What is filled in: a field, its label with those of the groups around it, and its value. */
interface Filled {
	field: FieldDescription;
	label: string;
	value: unknown;
}

/** All that is filled in, also in groups; lists are left out. */
const filledIn = (fields: readonly FieldDescription[], values: Fields, around = ''): Filled[] =>
	fields.flatMap((field) => {
		const value = values[field.name];
		const label = around + field.title;
		if (field.isList || value === undefined) return [];
		return isGroup(value) ? filledIn(field.fields, value, `${label} › `) : [{ field, label, value }];
	});

/** Whether a field is a running text, which may tell again what other fields hold. */
const isRunningText = (field: FieldDescription): boolean => field.type === 'text' && hasRows(field);

/** Whether a field holds a number, a date or a few words, as a sentence may repeat them. */
const isRepeatable = (field: FieldDescription): boolean =>
	['whole number', 'number', 'day'].includes(field.type) ||
	(field.type === 'text' && !isRunningText(field) && !field.isPicture && !field.collection && !field.format);

const GROUP_SIGNS = [',', '.', ' ', '\u00a0', '\u202f'];

/** How a text may say a value: a number also in groups of three digits, a day or month also in words, which come first. */
function saidAs(value: unknown): string[] {
	const words = String(value);
	if (typeof value === 'number')
		return [words, ...GROUP_SIGNS.map((sign) => words.replace(/\B(?=(?:\d{3})+$)/g, sign))];
	return /^\d{4}-\d{2}(?:-\d{2})?$/.test(words) ? [formatDate(words), words] : [words];
}

/** Finds a value as a word of a text. */
function wordFor(value: unknown): RegExp {
	const any = saidAs(value).map((words) => words.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
	return new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:${any.join('|')})(?![\\p{L}\\p{N}]|[.,]\\p{N})`, 'gu');
}

/**
 * What a draft changed while its texts still say the former value, a sentence each: “2013, the former Founded, also
 * stands in Summary and Text.”
 */
export function formerValues(collection: CollectionName, published: Fields, draft: Fields): string[] {
	const fields: readonly FieldDescription[] = descriptionsOf(collections[collection].schema);
	const [before, after] = [pruned(published), pruned(draft)];
	const now = filledIn(fields, after);
	const texts = [
		...now.filter(({ field }) => isRunningText(field)),
		{ label: BODY_LABEL, value: after['body'] ?? '' },
	].map(({ label, value }) => ({ label, text: String(value) }));
	return filledIn(fields, before).flatMap(({ field, label, value }) => {
		const present = now.find((filled) => filled.field.path === field.path)?.value;
		if (!isRepeatable(field) || isSame(present, value)) return [];
		const former = wordFor(value);
		// “ACT” is no former name where “ACT Group” stands.
		const without = (text: string) => (present === undefined ? text : text.replace(wordFor(present), ''));
		const places = texts.filter(({ text }) => without(text).search(former) !== -1).map((text) => text.label);
		return places.length === 0
			? []
			: [`${saidAs(value)[0] ?? ''}, the former ${label}, also stands in ${formatList(places)}.`];
	});
}
