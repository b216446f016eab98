import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { formatPath } from '../../src/files/check-entry.ts';
import { collectionNames, collections } from '../../src/schemas/collections.ts';
import { brokenEntry, fieldPaths, fixed, validEntry, valuesIn, withoutBody } from './entries-from-schema.ts';

describe.each(collectionNames)('entries made from the schema of %s', (collection) => {
	const { schema } = collections[collection];
	// Some fields are left out rarely, for others need them: every receipt but a new one has the day of its last step.
	const entries = fc.sample(validEntry(collection), { ...fixed, numRuns: 60 });
	const fieldsOf = (entry: Record<string, unknown>) =>
		new Set(valuesIn(entry).map(({ path }) => formatPath(path).replace(/\[\d+\]/g, '[]')));

	test('are accepted by it', () => {
		const problems = entries.flatMap((entry) => schema.safeParse(withoutBody(entry)).error?.issues ?? []);
		expect(problems).toEqual([]);
	});

	test('have every field at times', () => {
		const seen = new Set(entries.flatMap((entry) => [...fieldsOf(entry)]));
		expect(fieldPaths(schema).filter((path) => !seen.has(path))).toEqual([]);
	});

	test('lack every field at times that need not be there', () => {
		const alwaysThere = Object.keys(schema.shape).filter((field) => entries.every((entry) => field in entry));
		const needed = Object.entries(schema.shape as Record<string, z.ZodType>).filter(
			([, field]) => !field.safeParse(undefined).success,
		);
		expect(alwaysThere).toEqual(needed.map(([field]) => field));
	});

	test('are refused for the one field that was broken', () => {
		const broken = fc.sample(brokenEntry(collection), fixed);
		for (const { data, field } of broken) {
			const issues = schema.safeParse(withoutBody(data)).error?.issues ?? [];
			const paths = issues.map((issue) =>
				formatPath(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path),
			);
			expect(new Set(paths)).toEqual(new Set([field]));
		}
		expect(broken.length).toBe(fixed.numRuns);
	});
});

test('broken entries break rules of many kinds', () => {
	const ways = collectionNames.flatMap((name) => fc.sample(brokenEntry(name), fixed).map(({ how }) => how));
	expect(new Set(ways).size).toBeGreaterThan(15);
});
