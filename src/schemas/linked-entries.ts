import { collections, isCollectionName, type CollectionName } from './collections.ts';
import { descriptionsOf } from './describe-fields.ts';
import { valueFinder } from './values-in.ts';

/** A reference that stands in an entry. */
export interface Reference {
	path: (string | number)[];
	collection: CollectionName;
	slug: string;
}

const slugsIn = valueFinder(({ collection }) => isCollectionName(collection));

/** Every reference to another entry in the fields of one. Which fields are references follows from the schema. */
export const referencesIn = (collection: CollectionName, data: object): Reference[] =>
	slugsIn(descriptionsOf(collections[collection].schema), data).flatMap(({ path, field, value }) =>
		isCollectionName(field.collection) && typeof value === 'string'
			? [{ path, collection: field.collection, slug: value }]
			: [],
	);
