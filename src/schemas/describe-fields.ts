import * as z from 'zod';

/** What our schemas note of a field beside its title and description. */
interface Notes {
	/** Of a slug: the collection whose entry it names. */
	collection?: string | undefined;
	/** What one item of a list is called: “source”. */
	each?: string | undefined;
	/** May have paragraphs. */
	isMultiline?: boolean | undefined;
	/** Names a picture in content/assets/. */
	isPicture?: boolean | undefined;
	/** A date of something that was done, which cannot be still to come. */
	isDone?: boolean | undefined;
	/** Is seldom filled in: forms show it at their end. */
	isRare?: boolean | undefined;
	/** A point on the map. */
	isPlace?: boolean | undefined;
	/** Stays with the host of the form. */
	isPersonal?: boolean | undefined;
	/** What a form asks for where it finds nothing: “Enter the cluster’s name”. */
	ask?: string | undefined;
	/** What each choice means, where forms tell it. */
	meanings?: Readonly<Record<string, string>> | undefined;
	/** What a browser may fill in by itself, as HTML calls it. */
	autocomplete?: string | undefined;
	/** What a value has to look like, as HTML writes it; `pattern` is a word of JSON Schema’s own. */
	inputPattern?: string | undefined;
}

declare module 'zod' {
	interface GlobalMeta extends Notes {
		/** The words that forms show for each choice. */
		options?: Record<string, string> | undefined;
		/** Where JSON Schema cannot see it. */
		format?: 'url' | undefined;
	}
}

type Limit = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

/** What JSON Schema says of a value, in its own words; lengths are in characters, formats `email` and `url`. */
type Said = Pick<z.core.JSONSchema.BaseSchema, 'description' | 'format' | 'default' | Limit>;

/** One of the choices of a field. */
export interface Choice {
	value: string;
	label: string;
}

/** A group that a value may be; `value` is what its `kindField` says then. */
export interface Kind extends Choice {
	fields: readonly FieldDescription[];
}

/** What its schema says of a field. Of a list all but its title, description and number of items is said of each item. */
export interface FieldDescription extends Notes, Said {
	name: string;
	/** Lists add nothing to it, a kind its name: `sources.url`, `questions.text.help`. */
	path: string;
	title: string;
	type: 'text' | 'day' | 'choice' | 'literal' | 'whole number' | 'number' | 'yes or no' | 'group' | 'kinds';
	isList: boolean;
	isOptional: boolean;
	/** Of a choice; a literal has one. */
	choices: readonly Choice[];
	/** Of a group. */
	fields: readonly FieldDescription[];
	kinds: readonly Kind[];
	/** The field of each kind that tells them apart. */
	kindField?: string;
	/** Reads the value of the field. */
	schema: z.core.$ZodType;
	/** Reads one item of a list. */
	itemSchema: z.core.$ZodType;
}

/** A schema as JSON Schema, with what `meta` noted and what JSON has no word for. */
interface Json extends z.core.JSONSchema.BaseSchema, Notes {
	options?: Record<string, string>;
	/** Where the schema itself stands in a list. */
	place?: number;
	zodType?: string;
	kindField?: string;
	items?: Json | false;
	properties?: Record<string, Json>;
	anyOf?: Json[];
	oneOf?: Json[];
}

function typeOf({ type, format, ...json }: Json): FieldDescription['type'] | undefined {
	if (json.properties) return 'group';
	if (json.kindField) return 'kinds';
	if (json.anyOf?.every((form) => form.type === 'string')) return 'text';
	if (type === 'string' && json.enum) return 'choice';
	if (type === 'string' && json.const !== undefined) return 'literal';
	if (type === 'string') return format === 'date' ? 'day' : 'text';
	if (json.enum || json.const !== undefined) return undefined;
	if (type === 'integer') return 'whole number';
	if (type === 'boolean') return 'yes or no';
	return type === 'number' ? type : undefined;
}

const choicesOf = ({ enum: values, const: value, options = {} }: Json): Choice[] =>
	[values ?? value ?? []].flat().map((id) => ({ value: String(id), label: options[String(id)] ?? String(id) }));

/** Turns a schema, and all that is in it, into descriptions. */
function describe(root: z.ZodObject): FieldDescription[] {
	const schemas: z.core.$ZodType[] = [];
	const schemaOf = ({ place = 0 }: Json) => schemas[place] ?? root;
	const entry = z.toJSONSchema(root, {
		io: 'input',
		// What JSON Schema cannot say is refused below, by name.
		unrepresentable: 'any',
		override({ zodSchema, jsonSchema }) {
			const { def } = zodSchema._zod;
			jsonSchema['place'] = schemas.push(zodSchema) - 1;
			// An optional field has that of what it is inside already.
			jsonSchema['zodType'] ??= def.type;
			if (def.type === 'union' && 'discriminator' in def) jsonSchema['kindField'] = def.discriminator;
			// Zod itself forgets the format where a pattern follows it.
			if (def.type === 'string' && 'format' in def) jsonSchema.format = String(def.format);
		},
		// What `override` and `meta` add to it are words of ours.
	}) as Json;

	function toField(name: string, path: string, json: Json, isOptional: boolean): FieldDescription {
		const item = typeof json.items === 'object' ? json.items : json;
		const isList = item !== json;
		const type = typeOf(item);
		if (!type) {
			const unknown = `${isList ? 'lists' : 'fields'} of the type “${item.zodType ?? ''}”`;
			throw new Error(`${path}: ${unknown} have no description; add it to describe-fields.ts.`);
		}
		const { title } = json;
		if (!title) throw new Error(`${path}: the field has no title; give it .meta({ title }).`);
		if (type === 'choice' && !item.options) {
			throw new Error(`${path}: the choices of this field have no labels; make it with choice().`);
		}
		return {
			...item,
			...json,
			name,
			path,
			title,
			type,
			isList,
			isOptional,
			choices: choicesOf(item),
			fields: fieldsOf(item, path),
			kinds: kindsOf(item, path),
			schema: schemaOf(json),
			itemSchema: schemaOf(item),
		};
	}

	const fieldsOf = ({ properties = {}, required = [] }: Json, path = ''): FieldDescription[] =>
		Object.entries(properties).map(([name, json]) =>
			toField(name, path ? `${path}.${name}` : name, json, !required.includes(name)),
		);

	const kindsOf = ({ oneOf = [], kindField = '' }: Json, path: string): Kind[] =>
		oneOf.flatMap((json) =>
			choicesOf(json.properties?.[kindField] ?? {}).map((kind) => ({
				...kind,
				fields: fieldsOf(json, `${path}.${kind.value}`),
			})),
		);

	return fieldsOf(entry);
}

const known = new WeakMap<z.ZodObject, readonly FieldDescription[]>();

/** The descriptions of the fields of a schema, in its order. Throws on a field that it cannot describe, naming it. */
export function descriptionsOf(schema: z.ZodObject): readonly FieldDescription[] {
	const descriptions = known.get(schema) ?? describe(schema);
	known.set(schema, descriptions);
	return descriptions;
}

/** The fields in a group, and in all kinds of one. */
export const fieldsIn = ({ fields, kinds }: FieldDescription): readonly FieldDescription[] => [
	...fields,
	...kinds.flatMap((kind) => kind.fields),
];

const withInner = (field: FieldDescription): FieldDescription[] => [field, ...fieldsIn(field).flatMap(withInner)];

/** The description of a field by its own path: `members.total`. Undefined if there is none. */
export const descriptionAt = (schema: z.ZodObject, path: string): FieldDescription | undefined =>
	descriptionsOf(schema)
		.flatMap(withInner)
		.find((field) => field.path === path);

/** The descriptions of the fields on the way to a value, outermost first: `['sources', 0, 'url']` passes two. */
export function descriptionsAlong(schema: z.ZodObject, path: readonly PropertyKey[]): FieldDescription[] {
	const passed: FieldDescription[] = [];
	let within = descriptionsOf(schema);
	for (const key of path.filter((step) => typeof step !== 'number')) {
		const next = within.find(({ name }) => name === key);
		if (!next) break;
		passed.push(next);
		within = fieldsIn(next);
	}
	return passed;
}

/** The labels of the fields along a path, outermost first: `['sources', 0, 'url']` → `['Sources', 'Address']`. */
export const labelsAlong = (schema: z.ZodObject, path: readonly PropertyKey[]): string[] =>
	descriptionsAlong(schema, path).map(({ title }) => title);

/** From this length on a text is typed in several rows. */
const ROWS_FROM_CHARACTERS = 200;

/** Whether a text is typed in several rows. A summary is one line, yet wants more than one row to be written in. */
export const hasRows = ({ isMultiline = false, format, maxLength = 0 }: FieldDescription): boolean =>
	isMultiline || (format === undefined && maxLength >= ROWS_FROM_CHARACTERS);
