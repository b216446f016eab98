import { collections, isCollectionName, type CollectionName } from './collections.ts';
import { descriptionsOf, type FieldDescription } from './describe-fields.ts';

/** A reference that stands in an entry. */
export interface Reference {
	path: (string | number)[];
	collection: CollectionName;
	slug: string;
}

type Described = Pick<FieldDescription, 'collection' | 'fields'>;

function referencesBelow({ collection, fields }: Described, value: unknown, path: Reference['path']): Reference[] {
	if (Array.isArray(value)) {
		return value.flatMap((item, index) => referencesBelow({ collection, fields }, item, [...path, index]));
	}
	if (typeof value === 'string') {
		return isCollectionName(collection) ? [{ path, collection, slug: value }] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return fields.flatMap((field) => referencesBelow(field, Reflect.get(value, field.name), [...path, field.name]));
}

/** Every reference to another entry in the fields of one. Which fields are references follows from the schema. */
export const referencesIn = (collection: CollectionName, data: unknown): Reference[] =>
	referencesBelow({ fields: descriptionsOf(collections[collection].schema) }, data, []);
