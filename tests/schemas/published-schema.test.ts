import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCollections, toRecord, type OpenCollection } from '../../src/formats/entry-files.ts';
import { collections, type Entry } from '../../src/schemas/collections.ts';
import { keptSchema, newestKept, withoutRemarks } from '../../src/local/kept-schemas.ts';
import { publishedSchemaOf } from '../../src/schemas/published-schema.ts';
import type { Fields } from '../entries.ts';
import { brokenEntry, fixed, validEntry, withoutBody } from '../files/entries-from-schema.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const name of ['date', 'uri'] as const) ajv.addFormat(name, fullFormats[name]);

/** Fields as the file has them: what another schema may have filled in is in it. */
const recordOf = (collection: OpenCollection, data: Fields) =>
	// The fields were made, or broken, on purpose.
	toRecord(collection, { id: 'an-entry', data } as unknown as Entry<OpenCollection>, 'https://clusters.example.org');

/** What JSON Schema has no word for: rules of ours, and what a web address is. */
const isUnsayable = ({ code, format }: { code: string; format?: string }) => code === 'custom' || format === 'url';

describe.each(openCollections)('the schema of %s', { timeout: 60_000 }, (collection) => {
	const validate = ajv.compile(publishedSchemaOf(collection));
	const { schema } = collections[collection];

	test('accepts what our own accepts', () => {
		fc.assert(
			fc.property(validEntry(collection), (entry) => {
				const record = recordOf(collection, schema.parse(withoutBody(entry)));
				expect(validate(JSON.parse(JSON.stringify(record))), JSON.stringify(validate.errors)).toBe(true);
			}),
			fixed,
		);
	});

	test('refuses what our own refuses, where it has a word for it', () => {
		fc.assert(
			fc.property(brokenEntry(collection), ({ data, field, how }) => {
				const issues = schema.safeParse(withoutBody(data)).error?.issues ?? [];
				if (issues.every(isUnsayable)) return;
				const record: unknown = { ...data, slug: 'an-entry', url: 'https://clusters.example.org/', words: {} };
				expect(validate(JSON.parse(JSON.stringify(withoutBody(record as Fields)))), `${field}: ${how}`).toBe(false);
			}),
			fixed,
		);
	});

	test('is kept under its version; else run `node src/local/keep-schemas.ts`', () => {
		const kept: unknown = JSON.parse(keptSchema(newestKept(), collection));
		expect(withoutRemarks(kept)).toEqual(withoutRemarks(publishedSchemaOf(collection)));
	});
});
