import * as z from 'zod';
import { isBlank, isGroup, type Fields } from '../files/values.ts';
import { collections, type CollectionName, type DataOf } from '../schemas/collections.ts';
import { descriptionsOf, type FieldDescription } from '../schemas/describe-fields.ts';

/** The fields of a draft as far as they can be shown, and which cannot. */
export interface CompletedDraft<N extends CollectionName> {
	data: DataOf<N>;
	/** Labels of fields that the entry must have and the draft has not. */
	missing: string[];
	/** Labels of fields whose value cannot be shown. */
	invalid: string[];
}

interface Around {
	report: (kind: 'missing' | 'invalid', label: string) => void;
	today: string;
}

/** The value as its schema reads it. Blanks at its ends, or more characters than allowed, do not hide a text. */
function readLeaf(schema: z.core.$ZodType, value: unknown): { value: unknown } | undefined {
	const readings = typeof value === 'string' ? [value, value.trim(), value.trim().replace(/\s+/g, ' ')] : [value];
	for (const reading of readings) {
		const result = z.safeParse(schema, reading);
		if (result.success) return { value: result.data };
		const isOnlyTooLong = result.error.issues.every(({ code }) => code === 'too_big');
		if (isOnlyTooLong && typeof reading === 'string') return { value: reading };
	}
	return undefined;
}

/** Values that say nothing: a text in brackets that names the field, an address of nobody, a slug. */
const neutralValues = (label: string) => [`[${label}]`, 'https://example.org/', 'not-named-yet'];

function placeholderFor(field: FieldDescription, label: string, today: string, mustExist: boolean): unknown {
	const { schema, type, collection, choices } = field;
	const ids = choices.map(({ value }) => value);
	// No schema lets it pass, and no page takes it for a fact.
	if (type === 'choice' && mustExist) return `[${label}]`;
	const candidates = [
		...(collection || ids.length > 0 ? [] : neutralValues(label)),
		...(type === 'literal' ? ids : []),
		// Only where a page cannot do without: a day or number that nobody wrote must not look like a fact.
		...(mustExist ? [today, 'en', 1] : []),
	];
	return candidates.find((candidate) => z.safeParse(schema, candidate).success);
}

/**
 * A value as far as its schema lets it be shown; undefined if nothing of it can. `mustExist` says that no page can be
 * made without it.
 */
function complete(field: FieldDescription, value: unknown, label: string, around: Around, mustExist: boolean): unknown {
	const { report, today } = around;
	const isNeeded = mustExist && !field.isOptional;
	if (field.isOptional && isBlank(value)) return field.default;
	if (field.isList) {
		if (!Array.isArray(value) || isBlank(value)) {
			if (!field.isOptional) report('missing', label);
			return [];
		}
		const item = { ...field, isList: false, isOptional: false, schema: field.itemSchema };
		return value.flatMap((itemValue) => {
			if (isBlank(itemValue)) return [];
			const shown = complete(item, itemValue, label, around, false);
			return shown === undefined ? [] : [shown];
		});
	}
	if (field.type === 'kinds') {
		const given = isGroup(value) ? value[field.kindField ?? ''] : undefined;
		const kind = field.kinds.find((one) => one.value === given);
		if (!kind) report('missing', label);
		return kind && completeFields(kind.fields, value, label, around, isNeeded);
	}
	if (field.type === 'group') return completeFields(field.fields, value, label, around, isNeeded);
	const read = isBlank(value) ? undefined : readLeaf(field.schema, value);
	if (read) return read.value;
	report(isBlank(value) ? 'missing' : 'invalid', label);
	return field.isOptional ? field.default : placeholderFor(field, label, today, isNeeded);
}

function completeFields(
	fields: readonly FieldDescription[],
	value: unknown,
	label: string,
	around: Around,
	isNeeded: boolean,
): Fields | undefined {
	const given = isGroup(value) ? value : {};
	const shown = fields.map((field) => {
		const own = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
		const ownLabel = label ? `${label} › ${field.title}` : field.title;
		return { field, value: complete(field, own, ownLabel, around, isNeeded) };
	});
	// A group without a part that it must have says too little, or something else than meant.
	if (shown.some((part) => part.value === undefined && !part.field.isOptional)) return undefined;
	return Object.fromEntries(shown.flatMap((part) => (part.value === undefined ? [] : [[part.field.name, part.value]])));
}

/**
 * Makes of a draft, however little an editor has filled in, what a page can be made of: fields whose value cannot be
 * shown are left out, and where a page cannot do without one, a placeholder stands in its place.
 */
export function completeDraft<N extends CollectionName>(
	collection: N,
	draft: unknown,
	today: string,
): CompletedDraft<N> {
	const fields = descriptionsOf(collections[collection].schema);
	const found = { missing: new Set<string>(), invalid: new Set<string>() };
	const report: Around['report'] = (kind, label) => found[kind].add(label);
	const data = completeFields(fields, draft, '', { report, today }, true);
	// As complete as a page needs it, though not valid: placeholders and stray values hold what an editor still owes.
	return { data: data as DataOf<N>, missing: [...found.missing], invalid: [...found.invalid] };
}
