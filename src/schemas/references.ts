import { z } from 'zod';
import { collections, type CollectionName } from './collections.ts';

/** A field that names an entry of another collection; `[]` in the path stands for every item of a list. */
interface ReferenceField {
	path: readonly string[];
	collection: CollectionName;
}

function findReferences(schema: z.core.$ZodType, path: readonly string[]): ReferenceField[] {
	const collection = z.globalRegistry.get(schema)?.['collection'];
	if (typeof collection === 'string') return [{ path, collection: collection as CollectionName }];
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return findReferences(schema.unwrap(), path);
	if (schema instanceof z.ZodArray) return findReferences(schema.element, [...path, '[]']);
	if (schema instanceof z.ZodObject)
		return Object.entries(schema.shape).flatMap(([key, field]) =>
			findReferences(field as z.core.$ZodType, [...path, key]),
		);
	return [];
}

const fieldsByCollection = Object.fromEntries(
	Object.entries(collections).map(([name, { schema }]) => [name, findReferences(schema, [])]),
) as Record<CollectionName, ReferenceField[]>;

/** A reference that stands in an entry. */
export interface Reference {
	path: (string | number)[];
	collection: CollectionName;
	slug: string;
}

function valuesAt(
	value: unknown,
	path: readonly string[],
	walked: (string | number)[],
): { path: (string | number)[]; value: unknown }[] {
	const [key, ...rest] = path;
	if (value === undefined || value === null) return [];
	if (key === undefined) return [{ path: walked, value }];
	if (key === '[]') return (value as unknown[]).flatMap((item, index) => valuesAt(item, rest, [...walked, index]));
	return valuesAt((value as Record<string, unknown>)[key], rest, [...walked, key]);
}

/** Every reference to another entry in the fields of one. Which fields are references follows from the schema. */
export const referencesIn = (collection: CollectionName, data: unknown): Reference[] =>
	fieldsByCollection[collection].flatMap(({ path, collection: target }) =>
		valuesAt(data, path, []).map((found) => ({ path: found.path, collection: target, slug: String(found.value) })),
	);
