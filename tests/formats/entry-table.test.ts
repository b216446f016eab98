import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCollections } from '../../src/formats/entry-files.ts';
import { cellOf, columnsOf, readFields } from '../../src/formats/entry-table.ts';
import { collections } from '../../src/schemas/collections.ts';
import { descriptionsOf } from '../../src/schemas/describe-fields.ts';
import { entryOf } from '../entries.ts';
import { fixed, validEntry, withoutBody } from '../files/entries-from-schema.ts';

const cellsIn = (schema: (typeof collections)[keyof typeof collections]['schema'], data: object) =>
	new Map(
		columnsOf(schema)
			.filter(({ words }) => !words)
			.map((column) => [column.name, cellOf(data, column)]),
	);

describe.each(openCollections)('any entry of %s', { timeout: 60_000 }, (collection) => {
	const { schema } = collections[collection];

	test('has the same cells once it was read from them', () => {
		fc.assert(
			fc.property(validEntry(collection), (entry) => {
				const cells = cellsIn(schema, withoutBody(entry));
				expect(cellsIn(schema, readFields(descriptionsOf(schema), cells))).toEqual(cells);
			}),
			fixed,
		);
	});
});

test('what is read from cells is what stood there', () => {
	const { data } = entryOf('clusters', {
		founded: 2015,
		localNames: [
			{ name: 'Συνεταιρισμός', language: 'el' },
			{ name: 'Old name', language: 'en', note: '=1+1' },
		],
		members: { total: 1260, asOf: '2026' },
		position: { latitude: 48.86, longitude: 2.35, precision: 'town' },
		sources: [
			{ title: 'One', url: 'https://example.org/1', supports: ['name', 'members'] },
			{ title: 'Two', url: 'https://example.org/2', accessed: '2026-11-01', supports: ['founded'] },
		],
	});
	const { schema } = collections.clusters;
	expect(readFields(descriptionsOf(schema), cellsIn(schema, data))).toEqual(data);
});

test('questions of several kinds are read as what they are', () => {
	const { data } = entryOf('calls');
	const { schema } = collections.calls;
	expect(schema.parse(readFields(descriptionsOf(schema), cellsIn(schema, data)))).toEqual(data);
});

test.each([
	['as it was written', 'SCIC |  | e.V.'],
	['where a program took off the blanks at its ends', '| x'],
])('places in a cell are told %s', (_description, cell) => {
	const read = readFields(descriptionsOf(collections.clusters.schema), new Map([['localNames.note', cell]]));
	expect(read['localNames']).toEqual(cell === '| x' ? [{}, { note: 'x' }] : [{ note: 'SCIC' }, {}, { note: 'e.V.' }]);
});
