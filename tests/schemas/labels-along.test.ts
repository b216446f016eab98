import { expect, test } from 'vitest';
import { collectionNames, collections, type CollectionName } from '../../src/schemas/collections.ts';
import { labelsAlong } from '../../src/schemas/describe-fields.ts';

const rows: [collection: CollectionName, path: (string | number)[], labels: string[]][] = [
	['clusters', ['name'], ['Name']],
	['clusters', ['sources', 0, 'url'], ['Sources', 'Address']],
	['clusters', ['sources', 0, 'supports', 2], ['Sources', 'Supports']],
	['clusters', ['practice', 'worked'], ['Lessons', 'What worked']],
	['clusters', ['relations', 1, 'cluster'], ['Relations', 'Cluster']],
	['clusters', ['aliases', 0], ['Former addresses']],
	['updates', ['datePrecision'], ['Date exact to the']],
	['calls', ['heard', 'meeting'], ['What we heard', 'Meeting']],
	['clusters', ['sumary'], []],
	['clusters', ['members', 'number'], ['Members']],
	['clusters', [], []],
];

test.each(rows)('the labels of a path in %s: %j', (collection, path, labels) => {
	expect(labelsAlong(collections[collection].schema, path)).toEqual(labels);
});

test.each(collectionNames)('every field of %s has a label', (collection) => {
	const { schema } = collections[collection];
	expect(Object.keys(schema.shape).filter((field) => labelsAlong(schema, [field]).length === 0)).toEqual([]);
});
