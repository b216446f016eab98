import { z } from 'zod';
import { collections, type CollectionName, type DataOf } from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/labels.ts';

/** The fields of a draft as far as they can be shown, and which cannot. */
export interface CompletedDraft<N extends CollectionName> {
	data: DataOf<N>;
	/** Labels of fields that the entry must have and the draft has not. */
	missing: string[];
	/** Labels of fields whose value cannot be shown. */
	invalid: string[];
}

type Path = readonly (string | number)[];
type Report = (kind: 'missing' | 'invalid', path: Path) => void;

/** Whether an editor has left a value empty: forms write empty texts, lists and groups. */
function isBlank(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (Array.isArray(value)) return value.every(isBlank);
	return typeof value === 'object' && Object.values(value).every(isBlank);
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

function placeholderFor(schema: z.core.$ZodType, label: string, today: string, mustExist: boolean): unknown {
	const isReference = z.globalRegistry.get(schema)?.['collection'] !== undefined;
	const options: unknown[] = schema instanceof z.ZodEnum ? schema.options : [];
	const candidates = [
		...(isReference || options.length > 0 ? [] : neutralValues(label)),
		...(schema instanceof z.ZodLiteral ? schema.values : []),
		// Only where a page cannot do without: a day or number that nobody wrote must not look like a fact.
		...(mustExist ? [today, 'en', 1, options[0]] : []),
	];
	return candidates.find((candidate) => z.safeParse(schema, candidate).success);
}

function unwrap(schema: z.core.$ZodType): { inner: z.core.$ZodType; isOptional: boolean; fallback?: unknown } {
	if (schema instanceof z.ZodOptional) return { ...unwrap(schema.unwrap()), isOptional: true };
	if (schema instanceof z.ZodDefault)
		return { ...unwrap(schema.unwrap()), isOptional: true, fallback: schema.def.defaultValue };
	return { inner: schema, isOptional: false };
}

const formOf = (union: z.ZodDiscriminatedUnion, value: unknown): z.core.$ZodType | undefined =>
	union.options.find((form) => {
		const { discriminator } = union.def;
		const kind = form instanceof z.ZodObject ? (form.shape as Record<string, unknown>)[discriminator] : undefined;
		const given = (value as Record<string, unknown> | undefined)?.[discriminator];
		return kind instanceof z.ZodLiteral && z.safeParse(kind, given).success;
	});

/**
 * A value as far as its schema lets it be shown; undefined if nothing of it can. `mustExist` says that no page can be
 * made without it.
 */
function complete(
	schema: z.core.$ZodType,
	value: unknown,
	path: Path,
	labelAt: (path: Path) => string,
	report: Report,
	today: string,
	mustExist: boolean,
): unknown {
	const { inner, isOptional, fallback } = unwrap(schema);
	const isNeeded = mustExist && !isOptional;
	if (isOptional && isBlank(value)) return fallback;
	const below = (part: z.core.$ZodType, partValue: unknown, key: string | number, partNeeded: boolean) =>
		complete(part, partValue, [...path, key], labelAt, report, today, partNeeded);

	if (inner instanceof z.ZodArray) {
		if (!Array.isArray(value) || isBlank(value)) {
			if (!isOptional) report('missing', path);
			return [];
		}
		return value.flatMap((item, index) => {
			if (isBlank(item)) return [];
			const shown = below(inner.element, item, index, false);
			return shown === undefined ? [] : [shown];
		});
	}
	if (inner instanceof z.ZodDiscriminatedUnion) {
		const form = formOf(inner, value);
		if (!form) report('missing', path);
		return form && complete(form, value, path, labelAt, report, today, isNeeded);
	}
	if (inner instanceof z.ZodObject) {
		const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
		const shape = inner.shape as Record<string, z.core.$ZodType>;
		const fields = Object.entries(shape).map(([key, field]) => {
			const own = Object.hasOwn(given, key) ? given[key] : undefined;
			return { key, shown: below(field, own, key, isNeeded), isOptional: unwrap(field).isOptional };
		});
		// A group without a part that it must have says too little, or something else than meant.
		if (fields.some((field) => field.shown === undefined && !field.isOptional)) return undefined;
		return Object.fromEntries(fields.flatMap(({ key, shown }) => (shown === undefined ? [] : [[key, shown]])));
	}
	const read = isBlank(value) ? undefined : readLeaf(inner, value);
	if (read) return read.value;
	report(isBlank(value) ? 'missing' : 'invalid', path);
	return isOptional ? fallback : placeholderFor(inner, labelAt(path), today, isNeeded);
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
	const { schema } = collections[collection];
	const found = { missing: new Set<string>(), invalid: new Set<string>() };
	const labelAt = (path: Path) => labelsAlong(schema, path).join(' › ');
	const data = complete(schema, draft, [], labelAt, (kind, path) => found[kind].add(labelAt(path)), today, true);
	return { data: data as DataOf<N>, missing: [...found.missing], invalid: [...found.invalid] };
}
