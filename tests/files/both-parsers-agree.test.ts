import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeEntryFile } from '../../src/files/entry-file.ts';
import { parseFile } from '../../src/files/front-matter.ts';
import { collectionNames, extensionOf } from '../../src/schemas/collections.ts';
import { brokenEntry, fixed, validEntry } from './entries-from-schema.ts';
import { realFiles } from './real-files.ts';

// js-yaml reads, for it is several times as fast; yaml writes. What one writes, the other has to read as it was meant.

/** What both parsers read in the fields of a file. */
function readByBoth(file: string, text: string) {
	const parsed = parseFile(file, text);
	if ('rule' in parsed) throw new Error(`${file}: ${parsed.rule}`);
	return { read: parsed.fields, written: parse(parsed.yaml) as unknown };
}

describe.each(collectionNames)('both parsers read the same', (collection) => {
	const files = realFiles.filter((file) => file.collection === collection);
	const name = `${collection}/one.${extensionOf(collection)}`;

	test(`in every file of ${collection}`, () => {
		for (const { file, text } of files) {
			const { read, written } = readByBoth(file, text);
			expect(written).toEqual(read);
		}
	});

	test(`in any entry of ${collection}, valid or not`, () => {
		const entries = fc.oneof(
			validEntry(collection),
			brokenEntry(collection).map(({ data }) => data),
		);
		fc.assert(
			fc.property(entries, (entry) => {
				const { read, written } = readByBoth(name, writeEntryFile(collection, entry));
				expect(written).toEqual(read);
			}),
			fixed,
		);
	});
});
