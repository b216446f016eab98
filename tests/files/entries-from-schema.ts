import * as fc from 'fast-check';
import * as z from 'zod';
import { formatPath } from '../../src/files/check-entry.ts';
import type { Fields } from '../../src/files/values.ts';
import { collections, hasBody, type CollectionName } from '../../src/schemas/collections.ts';
import { capitals } from '../corpus/places.ts';

/** The schema inside optional, default and the like. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
	const { innerType } = schema._zod.def as { innerType?: z.core.$ZodType };
	return innerType ? unwrapped(innerType) : schema;
}

/** The schema of one field of a group, one item of a list, or a field that a form of a union has. */
function fieldOf(container: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
	if (container instanceof z.ZodArray) return container.element;
	if (container instanceof z.ZodUnion) {
		const forms = container.options as z.core.$ZodType[];
		return forms.map((form) => fieldOf(form, key)).find((field) => field !== undefined);
	}
	if (!(container instanceof z.ZodObject) || !Object.hasOwn(container.shape, key)) return undefined;
	return (container.shape as Record<PropertyKey, z.core.$ZodType>)[key];
}

/** The names of all collections. */

/** The same entries in every run; `numRuns` is for each collection. */
export const fixed = { seed: 20_270_331, numRuns: 30 } as const;

type Path = readonly (string | number)[];

/** Texts that editors write and that YAML, browsers or regular expressions stumble over. */
const oddTexts = [
	'Coopérative d’Économie sociale',
	'Żółć, ğüşiöç, œuvre, ß, Ελλάδα, Україна',
	'👩🏽‍🌾 growers & 🚲 couriers',
	'مجموعة اجتماعية',
	'קהילה: שלום',
	'日本語の名前',
	'e\u0301 as two signs',
	'true',
	'No',
	'null',
	'~',
	'0042',
	'1e3',
	'0x1f',
	'12:30',
	'2020-02-03',
	'2020',
	'3.14',
	'.5',
	'+1',
	'-1',
	'1_000',
	'11th meeting',
	'- no list',
	'? no key',
	': no value',
	'key: value',
	'ends with a colon:',
	'# no comment',
	'with # a hash',
	'a#b',
	'"quoted"',
	"it's",
	"'single'",
	'a \\ backslash \\n',
	'[x] {y}',
	'{{slug}}',
	'&anchor *alias !tag',
	'*bold*',
	'%percent',
	'@mention',
	'`code`',
	'|',
	'>',
	'>-',
	'---',
	'--- text',
	'...',
	'<<',
	'=',
	'<b>bold</b>',
	'a, b, c',
	'100 %',
	'non\u00a0breaking',
	'zero\u200cwidth',
	'tab\tinside',
	'__proto__',
	'constructor',
	'$& $1 $$',
];

const oddLines = [
	'One.\n\nTwo.',
	'One.\nTwo.',
	'ends with a break\n',
	'ends with two\n\n',
	'  starts with blanks\nthen not',
	'first\n  then blanks',
	'a: b\n# c\n- d',
	'---\nno: front matter\n---',
	'line with blanks at its end  \nnext',
	'one\n \ntwo',
	'one\n\ttwo',
];

const text = fc.oneof(
	fc.constantFrom(...oddTexts),
	fc.array(fc.constantFrom(...oddTexts), { minLength: 2, maxLength: 4 }).map((texts) => texts.join(' ')),
	fc.lorem({ maxCount: 12 }),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const lines = fc.oneof(
	fc.constantFrom(...oddLines),
	fc.array(text, { minLength: 2, maxLength: 4 }).map((texts) => texts.join('\n')),
);
const day = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2026-06-30'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const address = fc
	.tuple(
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
		fc.constantFrom('', '#:~:text=a,b', '?q=a:%20b'),
	)
	.map(([url, end]) => (end && /[?#]/.test(url) ? url : url + end));
const file = fc
	.tuple(fc.stringMatching(/^[a-z0-9_-]{1,12}$/), fc.constantFrom('jpg', 'png', 'webp'))
	.map((parts) => parts.join('.'));

/** The text below the fields of an entry. */
const body = fc.oneof(
	fc.constantFrom(
		'---\n\nAfter a rule.',
		'---\ntitle: no field\n---\nA text.',
		'\nAfter a blank line.',
		'# A heading\n\n- one\n- two',
		'A text with `---` and\n\n---\n\na rule.',
		'| a | b |\n|---|---|\n| 1 | 2 |',
	),
	text,
	lines,
);

const mailbox = fc.stringMatching(/^[a-z0-9]{1,8}(?:[._+-][a-z0-9]{1,8}){0,2}@[a-z0-9]{1,8}\.(?:eu|org)$/);

const language = fc.constantFrom('fr', 'de', 'mt', 'el', 'nds', 'uk');

/** Kinds of text that a field can ask for; which of them one does ask for is tried out. */
const kindsOfText = [text, lines, day, day.map((date) => date.slice(0, 7)), address, mailbox, file, language];

interface Rules {
	minimum?: number;
	maximum?: number;
	patterns: RegExp[];
}

/** What one check of zod asks, in the parts that matter here. */
interface Check {
	minimum?: number;
	maximum?: number;
	value?: number;
	check: string;
	pattern?: RegExp;
}

/** The bounds and patterns of a schema. */
function rulesOf(schema: z.core.$ZodType): Rules {
	const { checks = [] } = schema._zod.def as { checks?: z.core.$ZodCheck[] };
	const rules: Rules = { patterns: [] };
	for (const { _zod } of checks) {
		const { check, minimum, maximum, value, pattern } = _zod.def as Check;
		const least = check === 'greater_than' ? value : minimum;
		const most = check === 'less_than' ? value : maximum;
		if (least !== undefined) rules.minimum = least;
		if (most !== undefined) rules.maximum = most;
		if (pattern) rules.patterns.push(pattern);
	}
	return rules;
}

const textsByPattern = new Map<string, fc.Arbitrary<string>[]>();

/** Texts that match a pattern. To make them takes a tenth of a second, and many fields share one. */
function matching(pattern: RegExp): fc.Arbitrary<string>[] {
	const known = textsByPattern.get(String(pattern));
	if (known) return known;
	const texts: fc.Arbitrary<string>[] = [];
	try {
		texts.push(fc.stringMatching(pattern, { size: 'small' }));
	} catch {
		// It has a part that fast-check cannot turn round.
	}
	textsByPattern.set(String(pattern), texts);
	return texts;
}

const isValid = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;

const textsBySchema = new WeakMap<z.core.$ZodType, fc.Arbitrary<string>>();

/** Texts that a schema accepts: of all kinds of text those that often pass, and what its patterns allow. */
function textFor(schema: z.core.$ZodType, names: readonly string[]): fc.Arbitrary<string> {
	const known = textsBySchema.get(schema);
	if (known) return known;
	const { maximum, patterns } = rulesOf(schema);
	const isFree = isValid(schema, '');
	const candidates = isFree ? [fc.constantFrom(...names)] : [...patterns.flatMap(matching), ...kindsOfText];
	const passing = candidates.filter((candidate) => {
		const samples = fc.sample(candidate, { seed: fixed.seed, numRuns: 40 });
		return samples.filter((sample) => isValid(schema, sample)).length >= 8;
	});
	const longest =
		maximum === undefined || maximum > 400
			? []
			: ['a'.repeat(maximum), 'é'.repeat(maximum), 'ab '.repeat(maximum).slice(0, maximum - 1) + 'b'];
	const fitting = longest.filter((sample) => isValid(schema, sample));
	if (passing.length === 0) {
		throw new Error(`No kind of text passes ${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))}: add one.`);
	}
	const found = fc
		.oneof(
			...passing.map((arbitrary) => ({ arbitrary, weight: 4 })),
			...(fitting.length > 0 ? [{ arbitrary: fc.constantFrom(...fitting), weight: 1 }] : []),
		)
		.filter((sample) => isValid(schema, sample));
	textsBySchema.set(schema, found);
	return found;
}

/** Values that a schema accepts, without the rules across fields. `names` are the fields of the entry. */
function valueFor(schema: z.core.$ZodType, names: readonly string[]): fc.Arbitrary<unknown> {
	const inner = unwrapped(schema);
	const { minimum, maximum } = rulesOf(inner);
	if (inner instanceof z.ZodObject) return fieldsFor(inner, names);
	if (inner instanceof z.ZodUnion) {
		return fc.oneof(...(inner.options as z.core.$ZodType[]).map((option) => valueFor(option, names)));
	}
	if (inner instanceof z.ZodArray) {
		return fc.uniqueArray(valueFor(inner.element, names), {
			minLength: Math.max(1, minimum ?? 1),
			maxLength: Math.min(maximum ?? Infinity, Math.max(4, minimum ?? 0)),
			selector: (item) => JSON.stringify(item),
		});
	}
	if (inner instanceof z.ZodEnum) return fc.constantFrom(...(inner.options as string[]));
	if (inner instanceof z.ZodLiteral) return fc.constantFrom(...inner.values);
	if (inner instanceof z.ZodBoolean) return fc.boolean();
	if (inner instanceof z.ZodNumber) {
		const bounds = { min: minimum ?? -1000, max: maximum ?? 1000 };
		if (inner.format === 'safeint') return fc.integer(bounds);
		return fc.oneof(
			fc.double({ ...bounds, noNaN: true }).filter((number) => !Object.is(number, -0)),
			fc.integer({ min: bounds.min * 100, max: bounds.max * 100 }).map((number) => number / 100),
		);
	}
	if (inner._zod.def.type === 'string') return textFor(inner, names);
	throw new Error(`There are no values yet for the type ${inner._zod.def.type}.`);
}

const acceptsNothing = (schema: z.core.$ZodType) => isValid(schema, undefined);

function fieldsFor(schema: z.ZodObject, names: readonly string[]): fc.Arbitrary<Fields> {
	const shape = Object.entries<z.core.$ZodType>(schema.shape);
	return fc.record(Object.fromEntries(shape.map(([key, field]) => [key, valueFor(field, names)])), {
		requiredKeys: shape.filter(([, field]) => !acceptsNothing(field)).map(([key]) => key),
		noNullPrototype: true,
	});
}

/** Fields that a schema without rules across fields accepts, as entries of a collection are made. */
export const validFields = (schema: z.ZodObject): fc.Arbitrary<Fields> => fieldsFor(schema, Object.keys(schema.shape));

/** An entry with another value at a path; undefined takes the field away. */
export function withValue<T>(data: T, path: Path, value: unknown): T {
	const copy = structuredClone(data);
	const key = path.at(-1);
	const holder = path.slice(0, -1).reduce<unknown>((inner, step) => (inner as Fields | undefined)?.[step], copy);
	if (key === undefined || typeof holder !== 'object' || holder === null) return copy;
	if (value !== undefined) (holder as Fields)[key] = value;
	else if (Array.isArray(holder)) holder.splice(Number(key), 1);
	// eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy, which nobody else sees
	else delete (holder as Fields)[key];
	return copy;
}

type Schema = z.core.$ZodType | undefined;

/** The names of the fields of a group, in the order of the form. */
function fieldNames(schema: z.core.$ZodType): string[] {
	const group = unwrapped(schema);
	if (group instanceof z.ZodUnion) return [...new Set((group.options as z.core.$ZodType[]).flatMap(fieldNames))];
	return group instanceof z.ZodObject ? Object.keys(group.shape) : [];
}

/** The schema of a field in a group, or of the items of a list (key 0). */
const innerSchema = (schema: Schema, key: PropertyKey): Schema => schema && fieldOf(unwrapped(schema), key);

/** The schema of what stands at a path. */
const schemaAlong = (schema: Schema, path: Path): Schema => path.reduce(innerSchema, schema);

/** Every value in an entry with its path, groups and lists included, the entry itself not. */
export function valuesIn(value: unknown, path: Path = []): { path: (string | number)[]; value: unknown }[] {
	const here = path.length > 0 ? [{ path: [...path], value }] : [];
	if (typeof value !== 'object' || value === null) return here;
	const isList = Array.isArray(value);
	return [
		...here,
		...Object.entries(value).flatMap(([key, inner]) => valuesIn(inner, [...path, isList ? Number(key) : key])),
	];
}

const A_DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayBeside = (date: string, days: number) =>
	new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Values that may please a rule across fields at a path, the most promising first. */
function* replacements(collection: CollectionName, data: Fields, path: Path): Generator {
	const { schema } = collections[collection];
	const here = schemaAlong(schema, path);
	if (!here) return;
	const value = path.reduce<unknown>((inner, key) => (inner as Fields | undefined)?.[key], data);
	const names = Object.keys(schema.shape);
	if (Array.isArray(value)) yield* names.filter((name) => Object.hasOwn(data, name)).map((name) => [name]);
	if (typeof value === 'object' && value !== null && 'latitude' in value) {
		yield* capitals.map(([, , latitude, longitude]) => ({ ...value, latitude, longitude }));
	}
	if (typeof value === 'string' && A_DAY.test(value)) {
		const texts = valuesIn(data).map((leaf) => String(leaf.value));
		const days = [value, ...texts.filter((text) => A_DAY.test(text))].sort();
		yield dayBeside(days.at(-1) ?? value, 1);
		yield dayBeside(days[0] ?? value, -1);
	}
	const { minimum, maximum } = rulesOf(unwrapped(here));
	if (typeof value === 'number') yield* [minimum, maximum];
	yield* fc.sample(valueFor(here, names), { seed: fixed.seed + path.length, numRuns: 25 });
}

/** The first of many that fits. */
function firstWhere(values: Iterable<unknown>, fits: (value: unknown) => boolean): unknown {
	for (const value of values) if (fits(value)) return value;
	return undefined;
}

/** The fields of an entry as its file has them above the text; what its schema is asked about. */
export const withoutBody = (entry: Fields): Fields =>
	Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'body'));

const issuesOf = (collection: CollectionName, data: Fields) =>
	collections[collection].schema.safeParse(withoutBody(data)).error?.issues ?? [];

/** An entry brought in line with the rules across fields; undefined if that does not succeed. */
function repaired(collection: CollectionName, entry: Fields): Fields | undefined {
	let data = entry;
	const isOptional = (field: string) =>
		isValid(schemaAlong(collections[collection].schema, [field]) ?? z.any(), undefined);
	for (let round = 0; round < 60; round++) {
		const [issue] = issuesOf(collection, data);
		if (!issue) return data;
		const path = issue.path as Path;
		const name = formatPath(path);
		const isMended = (changed: Fields) =>
			issuesOf(collection, changed).every((other) => formatPath(other.path as Path) !== name);
		// Were what is missing always added, no entry would ever lack it.
		const others = path.length === 1 && !Object.hasOwn(data, name) ? Object.keys(data).filter(isOptional) : [];
		const cause = others.find((field) => isMended(withValue(data, [field], undefined)));
		if (cause !== undefined) {
			data = withValue(data, [cause], undefined);
			continue;
		}
		const value = firstWhere(replacements(collection, data, path), (other) => isMended(withValue(data, path, other)));
		data = withValue(data, path, value);
	}
	return undefined;
}

const entriesByCollection = new Map<CollectionName, fc.Arbitrary<Fields>>();

/**
 * Entries that the schema of a collection accepts, with its rules across fields, as a form hands them over: `body` is
 * one of the fields where entries have a text. Every field occurs and, unless it must be there, is missing at times.
 * Made from the schema alone: a new field, rule or collection needs nothing here, unless its type is new.
 */
export function validEntry(collection: CollectionName): fc.Arbitrary<Fields> {
	const known = entriesByCollection.get(collection);
	if (known) return known;
	const { schema } = collections[collection];
	const fields = fieldsFor(schema, Object.keys(schema.shape));
	const found = fc
		.tuple(fields, hasBody(collection) ? fc.option(body, { nil: undefined }) : fc.constant(undefined))
		.map(([entry, text]) => {
			const data = repaired(collection, entry);
			return data && text !== undefined ? { ...data, body: text } : data;
		})
		.filter((entry) => entry !== undefined);
	entriesByCollection.set(collection, found);
	return found;
}

/** An entry of which one field breaks one rule. */
export interface BrokenData {
	data: Fields;
	/** The field as problems name it: `sources[0].url`. */
	field: string;
	/** What was done to it. */
	how: string;
}

/** Ways to break what a schema asks of a value. */
function breakages(schema: z.core.$ZodType, value: unknown): [how: string, value: unknown][] {
	const inner = unwrapped(schema);
	const { minimum, maximum } = rulesOf(inner);
	const ways: [how: string, value: unknown][] = [];
	if (!acceptsNothing(schema)) ways.push(['missing', undefined]);
	if (typeof value === 'string') {
		ways.push(
			['a number', 7],
			['a list', [value]],
			['a wrong day', '2027-02-30'],
			['a day as people write it', '31.3.2027'],
			['no address', 'example.org'],
			['an address that runs code', 'javascript:alert(1)'],
			['capitals and blanks', 'Not A Slug'],
			['two lines', `${value}\nand more`],
			['blanks at the ends', ` ${value} `],
			['signs that nobody sees', `${value}\u202e`],
			['an unknown choice', 'no-such-choice'],
		);
		if (maximum !== undefined) ways.push(['too long', 'a'.repeat(maximum + 1)]);
	}
	if (typeof value === 'number') {
		ways.push(['text', 'many'], ['a number as text', String(value)], ['no whole number', 1.5]);
		if (minimum !== undefined) ways.push(['too small', minimum - 1]);
		if (maximum !== undefined) ways.push(['too large', maximum + 1]);
	}
	if (typeof value === 'boolean') ways.push(['a word', 'yes']);
	if (Array.isArray(value)) {
		ways.push(['text', 'one, two'], ['the same twice', [...(value as unknown[]), value[0]]]);
		if (minimum !== undefined && minimum > 1) ways.push(['too few', value.slice(0, minimum - 1)]);
		if (maximum !== undefined) ways.push(['too many', Array(maximum + 1).fill(value[0])]);
	} else if (typeof value === 'object') ways.push(['text', 'a group']);
	return ways;
}

/** Every way to break one field of an entry, whether or not it breaks others too. */
function* waysToBreak(collection: CollectionName, entry: Fields, start: number): Generator<BrokenData> {
	const fields = withoutBody(entry);
	const all: [path: Path, how: string, value: unknown][] = valuesIn(fields).flatMap(({ path, value }) => {
		const schema = schemaAlong(collections[collection].schema, path);
		// Taking an item out of a list is no missing field.
		const ways = schema ? breakages(schema, value) : [];
		return ways
			.filter(([, broken]) => broken !== undefined || typeof path.at(-1) === 'string')
			.map(([how, broken]): [Path, string, unknown] => [path, how, broken]);
	});
	all.push([['noSuchField'], 'a field that no schema has', 'something']);
	for (let index = 0; index < all.length; index++) {
		// A stride without a common factor meets fields from everywhere first.
		const [path, how, value] = all[(start + index * 7919) % all.length] ?? [[], '', undefined];
		yield { data: withValue(entry, path, value), field: formatPath(path), how };
	}
}

/** Where the problems of an entry lie, each field once. */
function brokenFields(collection: CollectionName, data: Fields): string[] {
	const paths = issuesOf(collection, data).flatMap((issue) =>
		issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
	);
	return [...new Set(paths.map((path) => formatPath(path)))];
}

/** Entries of a collection of which exactly one field breaks a rule, with the name of that field. */
export const brokenEntry = (collection: CollectionName): fc.Arbitrary<BrokenData> =>
	fc
		.tuple(validEntry(collection), fc.nat())
		.map(([entry, start]) => {
			for (const way of waysToBreak(collection, entry, start)) {
				const found = brokenFields(collection, way.data);
				if (found.length === 1 && found[0] === way.field) return way;
			}
			return undefined;
		})
		.filter((broken) => broken !== undefined);

/** The path of every field that entries of a schema can have, items of lists as `[]`: `sources[].url`. */
export function fieldPaths(schema: Schema, path = ''): string[] {
	if (!schema) return [];
	const inner = unwrapped(schema);
	if (inner instanceof z.ZodArray) return [path, ...fieldPaths(inner.element, `${path}[]`)];
	const names = fieldNames(inner);
	return [
		...(path && !path.endsWith('[]') ? [path] : []),
		...names.flatMap((name) => fieldPaths(innerSchema(inner, name), path ? `${path}.${name}` : name)),
	];
}
