import * as z from 'zod';
import { collectionOf, type CollectionName } from './collections.ts';

/** The words of JSON Schema that published schemas use. What `meta` notes beside them is for this site alone. */
const WORDS: ReadonlySet<string> = new Set([
	'type',
	'title',
	'description',
	'properties',
	'required',
	'additionalProperties',
	'items',
	'enum',
	'const',
	'format',
	'pattern',
	'default',
	'minimum',
	'maximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
	'uniqueItems',
	'oneOf',
	'anyOf',
	'allOf',
]);

/** Beside the fields of an entry: what makes it a record of a file. */
const ofRecord = {
	slug: { type: 'string', title: 'Slug', description: 'Names the entry. It never changes its meaning.' },
	url: { type: 'string', format: 'uri', title: 'Address', description: 'Where the entry is shown.' },
	words: {
		type: 'object',
		title: 'Words',
		description: 'The words of all codes in this record, by the paths of their fields.',
	},
} as const satisfies Record<string, z.core.JSONSchema.BaseSchema>;

/** What a record of an entry holds, in JSON Schema 2020-12: what zod refuses it refuses, where it has a word for it. */
export function publishedSchemaOf(collection: CollectionName): z.core.JSONSchema.BaseSchema {
	const { schema, label } = collectionOf(collection);
	const { properties, required, ...json } = z.toJSONSchema(schema, {
		io: 'output',
		// What JSON Schema cannot say only zod refuses.
		unrepresentable: 'any',
		override({ jsonSchema }) {
			const { inputPattern } = jsonSchema;
			// JSON Schema has no word for addresses of the web alone, and judges mailboxes otherwise than zod’s pattern.
			if (jsonSchema.format !== 'date') delete jsonSchema.format;
			if (typeof inputPattern === 'string') jsonSchema.pattern ??= `^${inputPattern}$`;
			for (const word of Object.keys(jsonSchema)) if (!WORDS.has(word)) Reflect.deleteProperty(jsonSchema, word);
		},
	});
	return {
		...json,
		title: label,
		properties: { slug: ofRecord.slug, url: ofRecord.url, ...properties, words: ofRecord.words },
		required: ['slug', 'url', ...(required ?? []), 'words'],
	};
}
