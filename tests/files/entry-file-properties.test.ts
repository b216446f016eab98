import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntryFile, writeEntryFile } from '../../src/files/entry-file.ts';
import { pruned, type Fields } from '../../src/files/values.ts';
import { collectionNames, type CollectionName } from '../../src/schemas/collections.ts';
import { brokenEntry, fixed, validEntry } from './entries-from-schema.ts';
import { realFiles } from './real-files.ts';

/** What a file says, without blanks. */
function saidBy(collection: CollectionName, file: string): Fields {
	const { data, problem } = readEntryFile(collection, file);
	if (!data) throw new Error(problem.rule);
	return pruned(data);
}

/** What an entry says: without blanks, and without line ends below its text. */
function said(entry: Fields): Fields {
	const { body, ...fields } = pruned(entry);
	const text = typeof body === 'string' ? body.replaceAll('\r\n', '\n').replace(/\n+$/, '') : '';
	return text === '' ? fields : { ...fields, body: text };
}

/** Blanks where a form leaves them. */
const withBlanks = (entry: Fields): Fields => ({
	...entry,
	blankText: '',
	blankList: [],
	blankGroup: { list: [{ text: '' }] },
});

describe.each(collectionNames)('any entry of %s', { timeout: 60_000 }, (collection) => {
	const originals = realFiles.filter((file) => file.collection === collection).map(({ text }) => text);

	test('reads back as it was from a new file', () => {
		fc.assert(
			fc.property(validEntry(collection), (entry) => {
				expect(saidBy(collection, writeEntryFile(collection, withBlanks(entry)))).toEqual(said(entry));
			}),
			fixed,
		);
	});

	test('reads back as it was where another entry stood', () => {
		fc.assert(
			fc.property(
				validEntry(collection),
				validEntry(collection),
				fc.nat(),
				fc.boolean(),
				(entry, other, place, isOnWindows) => {
					const file = originals[place % (2 * originals.length + 1)] ?? writeEntryFile(collection, other);
					const original = isOnWindows ? file.replaceAll('\n', '\r\n') : file;
					expect(saidBy(collection, writeEntryFile(collection, entry, original))).toEqual(said(entry));
				},
			),
			fixed,
		);
	});

	test('stays as it is to the byte if nothing changed', () => {
		fc.assert(
			fc.property(validEntry(collection), (entry) => {
				const file = writeEntryFile(collection, entry);
				expect(writeEntryFile(collection, entry, file)).toBe(file);
			}),
			fixed,
		);
	});

	test('keeps its comments when one field changes for that of another entry', () => {
		fc.assert(
			fc.property(validEntry(collection), validEntry(collection), fc.nat(), (entry, other, place) => {
				const original = writeEntryFile(collection, entry).replace(/^(\w+):/gm, '# about $1\n$1:');
				const key = Object.keys(other)[place % Object.keys(other).length] ?? '';
				const changed = { ...entry, [key]: other[key] };
				const before = readEntryFile(collection, original);
				fc.pre(key !== 'body' && before.data !== undefined);
				const file = writeEntryFile(collection, { ...before.data, [key]: other[key] }, original);
				const comments = (text: string) => (text.match(/^# about \w+$/gm) ?? []).length;
				expect(comments(file)).toBe(comments(original));
				expect(saidBy(collection, file)[key]).toEqual(said(changed)[key]);
			}),
			fixed,
		);
	});

	test('reads back even if a field is broken, so that nothing typed is lost', () => {
		fc.assert(
			fc.property(brokenEntry(collection), ({ data }) => {
				expect(saidBy(collection, writeEntryFile(collection, data))).toEqual(said(data));
			}),
			fixed,
		);
	});
});
