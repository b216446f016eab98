import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { collectionNames, collections } from '../../src/schemas/collections.ts';
import {
	descriptionAt,
	descriptionsAlong,
	descriptionsOf,
	type FieldDescription,
} from '../../src/schemas/describe-fields.ts';
import {
	choice,
	distinct,
	eMailAddress,
	imageSchema,
	paragraphs,
	partialDate,
	referenceTo,
	webAddress,
	wholeDay,
} from '../../src/schemas/fields.ts';

const titled = <S extends z.ZodType>(schema: S, title = 'Title') => schema.meta({ title });

const note = z.strictObject({
	kind: titled(z.literal('note').meta({ options: { note: 'A note' } })),
	text: titled(z.string()),
});
const link = z.strictObject({ kind: titled(z.literal('link')), url: titled(webAddress, 'Address') });
const colours = choice({ red: 'Red', blue: 'Dark blue' });

/** A field of every kind. */
const schema = z.strictObject({
	text: z.string().min(2).max(90).meta({ title: 'A text', description: 'A hint.' }),
	paragraphs: titled(paragraphs(300)),
	url: titled(webAddress),
	mailbox: eMailAddress.optional().meta({ title: 'Mailbox', isPersonal: true, autocomplete: 'email' }),
	on: titled(wholeDay),
	roughly: titled(z.union([partialDate, z.literal('undated')])),
	colour: titled(colours),
	colours: titled(distinct(z.array(colours).min(1)).max(2)),
	only: titled(z.literal('only')),
	count: titled(z.int().min(1).max(60)),
	share: titled(z.number().min(-0.5).max(0.5)),
	switch: titled(z.boolean().default(false)),
	cluster: titled(referenceTo('clusters')),
	clusters: titled(z.array(referenceTo('clusters')).optional()),
	image: titled(imageSchema.optional()),
	position: z.strictObject({ latitude: titled(z.number(), 'Latitude') }).meta({ title: 'Position', isPlace: true }),
	sources: titled(z.array(z.strictObject({ url: titled(webAddress, 'Address') })).min(1), 'Sources'),
	parts: titled(z.array(z.discriminatedUnion('kind', [note, link])), 'Parts'),
});

const rows: [path: string, description: Partial<FieldDescription>][] = [
	['text', { name: 'text', title: 'A text', description: 'A hint.', type: 'text', minLength: 2, maxLength: 90 }],
	['text', { isList: false, isOptional: false, choices: [], fields: [], kinds: [] }],
	['paragraphs', { type: 'text', isMultiline: true, maxLength: 300 }],
	['url', { type: 'text', format: 'url', inputPattern: String.raw`https?://\S+\.\S+` }],
	['mailbox', { type: 'text', format: 'email', maxLength: 200, isOptional: true }],
	['mailbox', { isPersonal: true, autocomplete: 'email', inputPattern: String.raw`[^@\s]+@[^@\s]+\.[^@\s]+` }],
	['on', { type: 'day' }],
	['roughly', { type: 'text', choices: [] }],
	[
		'colour',
		{
			type: 'choice',
			isList: false,
			choices: [
				{ value: 'red', label: 'Red' },
				{ value: 'blue', label: 'Dark blue' },
			],
		},
	],
	[
		'colours',
		{
			type: 'choice',
			isList: true,
			minItems: 1,
			maxItems: 2,
			choices: [
				{ value: 'red', label: 'Red' },
				{ value: 'blue', label: 'Dark blue' },
			],
		},
	],
	['only', { type: 'literal', choices: [{ value: 'only', label: 'only' }] }],
	['count', { type: 'whole number', minimum: 1, maximum: 60 }],
	['share', { type: 'number', minimum: -0.5, maximum: 0.5 }],
	['switch', { type: 'yes or no', isOptional: true, default: false }],
	['cluster', { type: 'text', collection: 'clusters', isList: false }],
	['clusters', { type: 'text', collection: 'clusters', isList: true, isOptional: true }],
	['image', { type: 'group', isOptional: true }],
	['image.file', { name: 'file', isPicture: true, isOptional: false }],
	['position', { type: 'group', isPlace: true }],
	['sources', { type: 'group', isList: true, minItems: 1 }],
	['sources.url', { name: 'url', title: 'Address', format: 'url' }],
	['parts', { type: 'kinds', isList: true, kindField: 'kind' }],
	['parts.note.kind', { type: 'literal', choices: [{ value: 'note', label: 'A note' }] }],
	['parts.link.url', { path: 'parts.link.url', format: 'url' }],
];
test.each(rows)('%s is described', (path, description) => {
	expect(descriptionAt(schema, path)).toMatchObject(description);
});

test('every field has a row, in the order of the schema', () => {
	expect(descriptionsOf(schema).map(({ name }) => name)).toEqual(Object.keys(schema.shape));
	expect([...new Set(rows.map(([path]) => path).filter((path) => !path.includes('.')))]).toEqual(
		Object.keys(schema.shape),
	);
});

test('kinds have their names and labels', () => {
	const kinds = descriptionAt(schema, 'parts')?.kinds ?? [];
	expect(kinds.map(({ value, label, fields }) => [value, label, fields.map(({ name }) => name)])).toEqual([
		['note', 'A note', ['kind', 'text']],
		['link', 'link', ['kind', 'url']],
	]);
});

test('a path that leads nowhere has no description', () => {
	expect(descriptionAt(schema, 'sources.title')).toBeUndefined();
});

test('a description reads values of its field, and of one item', () => {
	const field = descriptionAt(schema, 'colours');
	const reads = (value: unknown) =>
		[field?.schema, field?.itemSchema].map((by) => by && z.safeParse(by, value).success);
	expect(reads(['red'])).toEqual([true, false]);
	expect(reads('red')).toEqual([false, true]);
	expect(reads(['red', 'red'])).toEqual([false, false]);
});

test('a schema is described once', () => {
	expect(descriptionsOf(schema)).toBe(descriptionsOf(schema));
});

const ways: [path: (string | number)[], titles: string[]][] = [
	[
		['sources', 1, 'url'],
		['Sources', 'Address'],
	],
	[
		['parts', 0, 'url'],
		['Parts', 'Address'],
	],
	[['clusters', 0], ['Title']],
	[['sources', 'title'], ['Sources']],
	[['nothing', 'url'], []],
	[[], []],
];
test.each(ways)('the way to %j passes fields as far as there are any', (path, titles) => {
	expect(descriptionsAlong(schema, path).map(({ title }) => title)).toEqual(titles);
});

const refused: [description: string, field: z.ZodType, message: string][] = [
	['a tuple', z.tuple([z.string()]), 'group.odd: fields of the type “tuple” have no description'],
	['a date of JavaScript', z.date(), 'group.odd: fields of the type “date” have no description'],
	['a choice of numbers', z.literal([1, 2]), 'group.odd: fields of the type “literal” have no description'],
	['a record', z.record(z.string(), z.string()), 'group.odd: fields of the type “record” have no description'],
	['a list of lists', z.array(z.array(z.string())), 'group.odd: lists of the type “array” have no description'],
	[
		'text or number',
		z.union([z.string().max(9), z.int()]),
		'group.odd: fields of the type “union” have no description',
	],
	['a choice without words', z.enum(['a']), 'group.odd: the choices of this field have no labels'],
];
test.each(refused)('a field that is %s stops the build and is named', (_description, field, message) => {
	const odd = z.strictObject({ group: titled(z.strictObject({ odd: titled(field.optional()) })) });
	expect(() => descriptionsOf(odd)).toThrow(message);
});

test('a field without a title stops the build and is named', () => {
	expect(() => descriptionsOf(z.strictObject({ odd: z.string() }))).toThrow('odd: the field has no title');
});

describe.each(collectionNames)('%s', (collection) => {
	test('has a description of every field', () => {
		const { schema: own } = collections[collection];
		expect(descriptionsOf(own).map(({ name }) => name)).toEqual(Object.keys(own.shape));
	});
});
