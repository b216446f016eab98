import { isGroup, isSame, itemsOf, pruned, type Fields } from '../files/values.ts';
import { formatDate } from '../formats/date.ts';
import { shortened } from '../formats/text.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { descriptionsOf, type FieldDescription } from '../schemas/describe-fields.ts';
import { BODY_LABEL } from '../schemas/fields.ts';

/** What changed in a field, in words; undefined where nothing stood or stands. */
export interface Change {
	label: string;
	from?: string | undefined;
	to?: string | undefined;
}

const LONGEST_WORDS = 160;

/** One value in words: a choice by its label, a group by the first of its fields that is filled in. */
function wordsOf(field: FieldDescription, value: unknown): string {
	if (isGroup(value)) {
		const named = field.fields.find(({ name }) => value[name] !== undefined);
		return named ? wordsOf(named, value[named.name]) : shortened(String(Object.values(value)[0]), LONGEST_WORDS);
	}
	if (Array.isArray(value)) return value.map((item) => wordsOf(field, item)).join(', ');
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const text = String(value);
	if (field.type === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
	return shortened(field.choices.find((choice) => choice.value === text)?.label ?? text, LONGEST_WORDS);
}

/** The items that one list has and another has not, in words. */
const itemsOnlyIn = (field: FieldDescription, one: unknown[], other: unknown[]): string =>
	one
		.filter((item) => !other.some((each) => isSame(each, item)))
		.map((item) => wordsOf(field, item))
		.join(', ');

/** What changed in the groups of a list that keep their name, each told field by field; the others are none of it. */
function changesWithin(field: FieldDescription, before: Fields[], after: Fields[]) {
	const nameOf = (item: Fields) => wordsOf(field, item);
	const isKept = (item: Fields, others: Fields[]) =>
		others.filter((each) => nameOf(each) === nameOf(item)).length === 1;
	const kept = before.filter((item) => isKept(item, before) && isKept(item, after));
	const names = new Set(kept.map(nameOf));
	const changes = kept.flatMap((item) => {
		const now = after.find((each) => nameOf(each) === nameOf(item)) ?? {};
		return changesOf(field.fields, item, now).map((change) => ({
			...change,
			label: `${nameOf(item)} › ${change.label}`,
		}));
	});
	return { changes, isOther: (item: Fields) => !names.has(nameOf(item)) };
}

function changesOfList(field: FieldDescription, before: unknown[], after: unknown[]): Change[] {
	const { title: label } = field;
	const { changes, isOther } = changesWithin(field, before.filter(isGroup), after.filter(isGroup));
	const [was, is] = [before, after].map((items) => items.filter((item) => !isGroup(item) || isOther(item)));
	const from = itemsOnlyIn(field, was ?? [], is ?? []) || undefined;
	const to = itemsOnlyIn(field, is ?? [], was ?? []) || undefined;
	const within = changes.map((change) => ({ ...change, label: `${label} › ${change.label}` }));
	if (from ?? to) return [{ label, from, to }, ...within];
	return within.length > 0 ? within : [{ label, to: 'in another order' }];
}

function changeOf(field: FieldDescription, before: unknown, after: unknown): Change[] {
	if (isSame(before, after)) return [];
	const { title: label } = field;
	if (field.isList) return changesOfList(field, itemsOf(before), itemsOf(after));
	if (field.type === 'group') {
		return changesOf(field.fields, isGroup(before) ? before : {}, isGroup(after) ? after : {}).map((change) => ({
			...change,
			label: `${label} › ${change.label}`,
		}));
	}
	const words = (value: unknown) => (value === undefined ? undefined : wordsOf(field, value));
	return [{ label, from: words(before), to: words(after) }];
}

const changesOf = (fields: readonly FieldDescription[], before: Fields, after: Fields): Change[] =>
	fields.flatMap((field) => changeOf(field, before[field.name], after[field.name]));

const wordCount = (text: unknown): string | undefined => {
	const words = typeof text === 'string' ? (text.match(/\S+/g) ?? []).length : 0;
	return words === 0 ? undefined : words === 1 ? 'one word' : `${words} words`;
};

/** What changed in a text: its words before and after, or that it has as many others. */
function changeOfText(before: unknown, after: unknown): Change[] {
	if (before === after) return [];
	const [from, to] = [wordCount(before), wordCount(after)];
	return [from === to ? { label: BODY_LABEL, to: 'changed' } : { label: BODY_LABEL, from, to }];
}

/** What changed in an entry, field by field, in the order of its form; `body` may be among the fields. */
export function differenceOf(collection: CollectionName, before: Fields, after: Fields): Change[] {
	const [was, is] = [pruned(before), pruned(after)];
	const fields: readonly FieldDescription[] = descriptionsOf(collections[collection].schema);
	return [...changesOf(fields, was, is), ...changeOfText(was['body'], is['body'])];
}

/** A change as a line: “Founded: 2017 → 2016”. */
export function formatChange({ label, from, to }: Change): string {
	if (to === undefined) return `${label}: without ${from ?? 'what stood there'}`;
	return from === undefined ? `${label}: ${to}` : `${label}: ${from} → ${to}`;
}
