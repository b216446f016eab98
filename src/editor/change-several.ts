import { isSame, itemsOf, pruned, type Fields } from '../files/values.ts';
import { differenceOf, formatChange } from '../model/difference.ts';
import { collectionOf, collections, type CollectionName } from '../schemas/collections.ts';
import { descriptionsOf, hasRows, type FieldDescription } from '../schemas/describe-fields.ts';
import { keepEntry, openEntry } from './change-entry.ts';
import { checkDraft } from './check-draft.ts';
import type { DecapBackend } from './decap-backend.ts';
import { Refusal } from './refusal.ts';

/** What several entries get in one field. */
export interface FieldChange {
	field: FieldDescription;
	/** A single value is set, or taken off by an empty text; a list gets an item, or loses it. */
	how: 'set' | 'add' | 'take out';
	/** As forms have it: a text, a day, the value of a choice, “yes” or “no”. */
	value: string;
}

/** What a change makes of an entry. */
export interface PlannedChange {
	/** What changes, a line each; none where the entry says so already. */
	changes: string[];
	/** The file as it was read. */
	text: string;
	fields: Fields;
}

/** The fields that several entries can get at once: one value of a few words, or a list of choices. */
export function changeableFields(collection: CollectionName): FieldDescription[] {
	const { titleField = 'title' } = collectionOf(collection);
	return descriptionsOf(collections[collection].schema).filter((field) => {
		const { name, type, isList, isPicture, collection: target } = field;
		if (name === titleField || isPicture === true || target !== undefined) return false;
		if (isList) return type === 'choice';
		return type === 'choice' || type === 'day' || type === 'yes or no' || (type === 'text' && !hasRows(field));
	});
}

/** The value of a field after a change. */
function changedValue(now: unknown, { field, how, value }: FieldChange): unknown {
	if (how === 'add') return [...itemsOf(now).filter((item) => item !== value), value];
	if (how === 'take out') return itemsOf(now).filter((item) => item !== value);
	return field.type === 'yes or no' && value !== '' ? value === 'yes' : value;
}

/** The fields of an entry after a change. A list that has an item already keeps its order. */
export function changedFields(fields: Fields, change: FieldChange): Fields {
	const { name } = change.field;
	if (change.how === 'add' && itemsOf(fields[name]).includes(change.value)) return fields;
	return { ...fields, [name]: changedValue(fields[name], change) };
}

/** What a change would make of an entry. Throws a `Refusal` if the site would refuse that, or the entry cannot be changed now. */
export async function planChange(
	backend: DecapBackend,
	collection: CollectionName,
	slug: string,
	change: FieldChange,
	hasWorkflow: boolean,
): Promise<PlannedChange> {
	const { text, data } = await openEntry(backend, collection, slug, hasWorkflow);
	const fields = changedFields(data, change);
	if (isSame(pruned(data), pruned(fields))) return { changes: [], text, fields };
	const [problem] = checkDraft(collection, fields);
	if (problem) throw new Refusal(problem.sentence);
	return { changes: differenceOf(collection, data, fields).map(formatChange), text, fields };
}

/** Makes a change that was planned. Throws a `Refusal` if the entry is not as it was then. */
export async function makeChange(
	backend: DecapBackend,
	collection: CollectionName,
	slug: string,
	{ text, fields }: PlannedChange,
	hasWorkflow: boolean,
): Promise<void> {
	const entry = await openEntry(backend, collection, slug, hasWorkflow);
	if (entry.text !== text) throw new Refusal('Somebody changed it since. Look again at what would change.');
	const { label } = collectionOf(collection);
	await keepEntry(backend, entry, fields, hasWorkflow, `Update ${label} “${slug}”`);
}
