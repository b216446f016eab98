import { z } from 'zod';

/** A field of the form, as Decap’s configuration has it. Decap takes more keys; these are the ones in use. */
export interface FormField {
	name: string;
	label: string;
	widget: string;
	required: boolean;
	hint?: string;
	/** Where its schema stands, from the collection on: `clusters.sources.url`. */
	path?: string;
	default?: unknown;
	fields?: FormField[];
	field?: FormField;
	types?: FormField[];
	[setting: string]: unknown;
}

interface Meta {
	title?: string;
	description?: string;
	options?: Record<string, string>;
	collection?: string;
	isMultiline?: boolean;
	isPicture?: boolean;
	isPlace?: boolean;
}

/** What a form needs to know of a schema: the type inside optional and default, and everything noted on the way. */
interface Unwrapped {
	inner: z.core.$ZodType;
	meta: Meta;
	isOptional: boolean;
	default?: unknown;
}

function unwrap(schema: z.core.$ZodType): Unwrapped {
	const meta = (z.globalRegistry.get(schema) ?? {}) as Meta;
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
		const within = unwrap(schema.def.innerType);
		return {
			...within,
			meta: { ...within.meta, ...meta },
			isOptional: true,
			...(schema instanceof z.ZodDefault ? { default: schema.def.defaultValue } : {}),
		};
	}
	return { inner: schema, meta, isOptional: false };
}

const hasOnly = (union: z.ZodUnion, ...types: string[]) =>
	union.options.every((option) => types.includes(option._zod.def.type));

/** From this length on a text is typed in several rows. */
const ROWS_FROM_CHARACTERS = 200;

/** The widget of a text: each note in the schema stands for one. */
function widgetOfText(schema: z.core.$ZodType, meta: Meta): Record<string, unknown> {
	if (meta.collection) return { widget: 'entry', collection: meta.collection };
	if (meta.isPicture) return { widget: 'picture', choose_url: false };
	// A summary is one line, yet wants more than one row to be written in.
	const isLong = schema instanceof z.ZodString && (schema.maxLength ?? 0) >= ROWS_FROM_CHARACTERS;
	if (meta.isMultiline || isLong) return { widget: 'text' };
	if (schema instanceof z.ZodISODate) {
		return { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false };
	}
	return { widget: 'string' };
}

const toOptions = (options: Record<string, string>) =>
	Object.entries(options).map(([value, label]) => ({ value, label }));

function choicesOf(path: string, meta: Meta) {
	if (!meta.options) throw new Error(`${path}: the choices of this field have no labels; make it with choice().`);
	return { widget: 'select', options: toOptions(meta.options) };
}

/** The first field of a group names it where the list is folded. */
const summaryOf = (fields: FormField[]) => `{{fields.${fields[0]?.name ?? ''}}}`;

const listOf = (fields: FormField[]) => ({ widget: 'list', collapsed: true, summary: summaryOf(fields), fields });

function settingsOfList(path: string, element: z.core.$ZodType): Record<string, unknown> {
	const { inner, meta } = unwrap(element);
	if (inner instanceof z.ZodEnum) return { ...choicesOf(path, meta), multiple: true };
	if (inner instanceof z.ZodObject) return listOf(toFormFields(inner, path, true));
	if (inner instanceof z.ZodDiscriminatedUnion) {
		const { discriminator } = inner.def;
		return {
			widget: 'list',
			typeKey: discriminator,
			types: (inner.options as z.ZodObject[]).map((option) => {
				const kind = unwrap(option.shape[discriminator] as z.ZodLiteral);
				const name = String((kind.inner as z.ZodLiteral).value);
				const fields = toFormFields(option, `${path}.${name}`, true).filter((field) => field.name !== discriminator);
				return {
					name,
					label: kind.meta.options?.[name] ?? name,
					widget: 'object',
					summary: '{{fields.label}}',
					fields,
				};
			}),
		};
	}
	if (inner instanceof z.ZodString) {
		const widget = widgetOfText(inner, meta);
		if (widget['widget'] === 'entry') return { ...widget, multiple: true };
		return {
			widget: 'list',
			summary: '{{fields.item}}',
			field: { name: 'item', label: 'Item', required: true, ...widget },
		};
	}
	throw new Error(`${path}[]: forms have no field for a list of “${inner._zod.def.type}”; add one to form-fields.ts.`);
}

function settingsOf(path: string, { inner, meta }: Unwrapped, isNeeded: boolean): Record<string, unknown> {
	if (inner instanceof z.ZodEnum) return choicesOf(path, meta);
	if (inner instanceof z.ZodNumber) {
		const { minValue, maxValue, format } = inner;
		const isWhole = format === 'safeint';
		return {
			widget: 'number',
			value_type: isWhole ? 'int' : 'float',
			...(isWhole ? {} : { step: 0.01 }),
			...(minValue === null ? {} : { min: minValue }),
			...(maxValue === null ? {} : { max: maxValue }),
		};
	}
	if (inner instanceof z.ZodBoolean) return { widget: 'boolean' };
	if (inner instanceof z.ZodObject) {
		const fields = toFormFields(inner, path, isNeeded);
		return { widget: meta.isPlace ? 'place' : 'object', collapsed: !isNeeded, fields };
	}
	if (inner instanceof z.ZodArray) return settingsOfList(path, inner.element);
	if (inner instanceof z.ZodLiteral) return { widget: 'hidden', default: inner.value };
	if (inner instanceof z.ZodUnion && hasOnly(inner, 'string', 'literal')) return { widget: 'string' };
	if (inner instanceof z.ZodStringFormat || inner instanceof z.ZodString) return widgetOfText(inner, meta);
	throw new Error(`${path}: forms have no field for the type “${inner._zod.def.type}”; add one to form-fields.ts.`);
}

function toFormField(name: string, schema: z.core.$ZodType, path: string, isNeeded: boolean): FormField {
	const unwrapped = unwrap(schema);
	const { meta, isOptional } = unwrapped;
	if (!meta.title) throw new Error(`${path}: the field has no title for the form; give it .meta({ title }).`);
	const required = isNeeded && !isOptional;
	return {
		name,
		label: meta.title,
		required,
		path,
		...(meta.description ? { hint: meta.description } : {}),
		...('default' in unwrapped ? { default: unwrapped.default } : {}),
		...(settingsOf(path, unwrapped, required) as { widget: string }),
	};
}

/**
 * The fields of a form for a schema, in its order; labels, hints, options and limits are the schema’s own. Fields
 * inside an optional group are not `required` by Decap, which would ask for them in an empty group too: the schema
 * itself does that (docs/decisions/). Throws, naming the field, on a type that it cannot show.
 */
export const toFormFields = (schema: z.ZodObject, path: string, isNeeded = true): FormField[] =>
	Object.entries(schema.shape).map(([name, field]) =>
		toFormField(name, field as z.core.$ZodType, `${path}.${name}`, isNeeded),
	);

/** The schema of a field of a form, by its `path` without the collection. Undefined if nothing lies there. */
export function schemaAt(schema: z.core.$ZodType, path: readonly string[]): z.core.$ZodType | undefined {
	const { inner } = unwrap(schema);
	const [key, ...rest] = path;
	if (key === undefined) return schema;
	if (inner instanceof z.ZodArray) return schemaAt(inner.element, path);
	if (inner instanceof z.ZodDiscriminatedUnion) {
		const option = (inner.options as z.ZodObject[]).find(
			({ shape }) => (shape[inner.def.discriminator] as z.ZodLiteral).value === key,
		);
		return option && schemaAt(option, rest);
	}
	if (!(inner instanceof z.ZodObject)) return undefined;
	const field = (inner.shape as Record<string, z.core.$ZodType>)[key];
	return field && schemaAt(field, rest);
}
