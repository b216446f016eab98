import * as fc from 'fast-check';
import { checkDraft } from '../../../src/editor/check-draft.ts';
import type { FormField } from '../../../src/editor/form-fields.ts';
import { isGroup, type Fields } from '../../../src/files/values.ts';
import { renderMarkdown } from '../../../src/formats/markdown.ts';
import type { CollectionName } from '../../../src/schemas/collections.ts';
import { referencesIn } from '../../../src/schemas/linked-entries.ts';
import {
	brokenEntry,
	fixed,
	validEntry,
	withoutBody,
	withValue,
	type BrokenData,
} from '../../files/entries-from-schema.ts';
import { formFieldsOf } from './form.ts';

const isOption = (field: FormField, value: unknown) =>
	(field['options'] as { value: string }[]).some((option) => option.value === value);

/** Whether a form lets anybody enter this: no word into a field for numbers, no choice that is not offered. */
function canBeEntered(field: FormField, value: unknown): boolean {
	switch (field.widget) {
		case 'string':
			return typeof value === 'string' && !/[\r\n]/.test(value);
		case 'text':
		case 'markdown':
			return typeof value === 'string' && !value.includes('\r');
		case 'number':
			return typeof value === 'number' && (field['value_type'] !== 'int' || Number.isInteger(value));
		case 'datetime':
			return (
				typeof value === 'string' &&
				/^\d{4}-\d\d-\d\d$/.test(value) &&
				!Number.isNaN(Date.parse(value)) &&
				new Date(value).toISOString().startsWith(value)
			);
		case 'boolean':
			return typeof value === 'boolean';
		case 'hidden':
			return true;
		case 'entry':
			return field['multiple']
				? Array.isArray(value) &&
						value.every((item) => typeof item === 'string') &&
						new Set(value).size === value.length
				: typeof value === 'string';
		case 'select':
			return field['multiple']
				? Array.isArray(value) && new Set(value).size === value.length && value.every((item) => isOption(field, item))
				: isOption(field, value);
		case 'list':
			return Array.isArray(value) && value.every((item) => isItem(field, item));
		case 'object':
		case 'place':
		case 'check':
			return isGroup(value) && areFields(field.fields ?? [], value);
		default:
			return false;
	}
}

function isItem(field: FormField, item: unknown): boolean {
	if (field.field) return canBeEntered(field.field, item);
	if (!isGroup(item)) return false;
	const { [String(field['typeKey'])]: kind, ...rest } = item;
	const fields = field.types ? field.types.find(({ name }) => name === kind)?.fields : field.fields;
	return fields !== undefined && areFields(fields, field.types ? rest : item);
}

const areFields = (fields: readonly FormField[], data: Fields): boolean =>
	Object.entries(data).every(([name, value]) => {
		const field = fields.find((each) => each.name === name);
		return field !== undefined && canBeEntered(field, value);
	});

/** An entry whose references lead to entries that there are, each to another. */
const withReferences = (collection: CollectionName, data: Fields, slugs: Record<string, string[]>): Fields =>
	referencesIn(collection, withoutBody(data)).reduce(
		(entry, { path, collection: target }, index) =>
			withValue(entry, path, slugs[target]?.[index % slugs[target].length]),
		data,
	);

/** Whether pages can show its text; that is no matter of its schema. */
const hasSoundText = ({ body = '' }: Fields) =>
	typeof body === 'string' && renderMarkdown(body, () => undefined).problems.length === 0;

const canBeTyped = (collection: CollectionName, data: Fields) => areFields(formFieldsOf(collection), data);

/** As many characters as are typed in some seconds. */
const FEW_CHARACTERS = 2000;
const lengthOf = (data: Fields) => JSON.stringify(data).length;

const sampleOf = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { ...fixed, numRuns: 200 });

/** An entry that the schema accepts and that somebody can type, from the seed. */
export function typedEntry(collection: CollectionName, slugs: Record<string, string[]>): Fields {
	const found = sampleOf(validEntry(collection))
		.filter((data) => hasSoundText(data) && canBeTyped(collection, data))
		.map((data) => withReferences(collection, data, slugs))
		.find((data) => lengthOf(data) < FEW_CHARACTERS && checkDraft(collection, data).length === 0);
	if (!found) throw new Error(`Nobody can type any of the entries of ${collection}.`);
	return found;
}

/** The shortest entry with one field that the schema refuses, and that somebody can type, from the seed. */
export function typedBrokenEntry(collection: CollectionName, slugs: Record<string, string[]>): BrokenData {
	const [found] = sampleOf(brokenEntry(collection))
		.filter(({ data, how }) => how !== 'missing' && hasSoundText(data) && canBeTyped(collection, data))
		.map((broken) => ({ ...broken, data: withReferences(collection, broken.data, slugs) }))
		.filter(({ data, field }) => {
			const problems = checkDraft(collection, data);
			return problems.length === 1 && field.startsWith(problems[0]?.field ?? '') && canBeTyped(collection, data);
		})
		.sort((one, other) => lengthOf(one.data) - lengthOf(other.data));
	if (!found) throw new Error(`Nobody can type any of the broken entries of ${collection}.`);
	return found;
}
