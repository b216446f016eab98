import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../src/editor/check-draft.ts';
import { fieldsOf } from '../../src/editor/config.ts';
import { entryFormat } from '../../src/editor/entry-format.ts';
import { pruned, type Fields } from '../../src/files/values.ts';
import { collectionNames, collections } from '../../src/schemas/collections.ts';
import { labelsAlong } from '../../src/schemas/describe-fields.ts';
import { brokenEntry, fixed, validEntry } from '../files/entries-from-schema.ts';

// Of each of the eleven collections.
const many = { ...fixed, numRuns: 35 };
const periods = { checkFreshMonths: 12, checkDueMonths: 15 };

/** An entry as a file can keep it: line breaks at the end of the text are no part of it. */
const asKept = (entry: Fields): Fields =>
	pruned({ ...entry, body: ((entry['body'] as string | undefined) ?? '').replace(/\n+$/, '') });

describe.each(collectionNames)('an entry of %s that the schema accepts', (collection) => {
	test('is accepted by the form', () => {
		fc.assert(
			fc.property(validEntry(collection), (entry) => {
				expect(checkDraft(collection, entry, '2100-12-31')).toEqual([]);
			}),
			many,
		);
	});

	test('says the same after it was saved and opened again', () => {
		const { toFile, fromFile } = entryFormat(collection, periods);
		fc.assert(
			fc.property(validEntry(collection), (entry) => {
				expect(pruned(fieldsOf(fromFile(toFile(entry))))).toEqual(asKept(entry));
			}),
			many,
		);
	});
});

describe.each(collectionNames)('an entry of %s with one broken field', (collection) => {
	test('is refused by the form with a sentence that begins with the label of the field', () => {
		fc.assert(
			fc.property(brokenEntry(collection), ({ data, field }) => {
				const path = field.split(/[.[\]]+/).filter((name) => name !== '');
				const label = labelsAlong(collections[collection].schema, path).join(' › ');
				const problems = checkDraft(collection, data, '2100-12-31');
				expect(problems.map((problem) => problem.field)).toEqual(problems.map(() => path[0]));
				expect(problems[0]?.sentence.startsWith(`${label || field} `)).toBe(true);
			}),
			many,
		);
	});
});
