import type { FeatureCollection, Point } from 'geojson';
import { addressOf, collections, type AddressedCollection, type Entry } from '../schemas/collections.ts';
import { keysOf } from '../schemas/keys-of.ts';
import { toCsv } from './csv.ts';
import { toTable, wordsIn } from './entry-table.ts';

/** The collections that can be taken away as files, one line an entry. */
export const openCollections = [
	'clusters',
	'updates',
	'meetings',
	'calls',
	'points',
	'organisations',
	'terms',
	'milestones',
] as const satisfies AddressedCollection[];
export type OpenCollection = (typeof openCollections)[number];

/** Entries of an open collection. */
type Entries = readonly Entry<OpenCollection>[];

/** Where an entry is shown, in full. */
export const fullAddressOf = (collection: AddressedCollection, slug: string, site: string): string =>
	new URL(addressOf(collection, slug), site).href;

/** An entry as a record: where it lives on the site, its fields as the schema has them, and the words of its codes. */
export const toRecord = (collection: OpenCollection, { id, data }: Entry<OpenCollection>, site: string) => ({
	slug: id,
	url: fullAddressOf(collection, id, site),
	...data,
	words: wordsIn(collections[collection].schema, data),
});

interface EntryFile {
	label: string;
	type: string;
	toText: (collection: OpenCollection, entries: Entries, site: string) => string;
}

const csv: EntryFile = {
	label: 'CSV',
	type: 'text/csv; charset=utf-8',
	toText: (collection, entries, site) =>
		toCsv(
			toTable(
				collections[collection].schema,
				['slug', 'url'],
				entries.map(({ id, data }) => ({ first: [id, fullAddressOf(collection, id, site)], data })),
			),
		),
};

const json: EntryFile = {
	label: 'JSON',
	type: 'application/json; charset=utf-8',
	toText: (collection, entries, site) =>
		`[\n${entries.map((entry) => JSON.stringify(toRecord(collection, entry, site))).join(',\n')}\n]\n`,
};

/** RFC 7946; an entry without a known place has no geometry. */
const geojson: EntryFile = {
	label: 'GeoJSON',
	type: 'application/geo+json; charset=utf-8',
	toText: (collection, entries, site) => {
		const features = entries.map((entry): FeatureCollection<Point | null>['features'][number] => {
			const { position, ...properties } = { position: undefined, ...toRecord(collection, entry, site) };
			return {
				type: 'Feature',
				id: entry.id,
				geometry: position ? { type: 'Point', coordinates: [position.longitude, position.latitude] } : null,
				properties: { ...properties, ...(position ? { precision: position.precision } : {}) },
			};
		});
		return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
	},
};

/** The files that entries can be taken away in. Each holds one entry a line, in the order given. */
export const entryFiles = { csv, json, geojson };
export type EntryFormat = keyof typeof entryFiles;

/** The formats of a collection: only profiles have places. */
export const formatsOf = (collection: OpenCollection): readonly EntryFormat[] =>
	collection === 'clusters' ? keysOf(entryFiles) : ['csv', 'json'];
