import { check } from '@placemarkio/check-geojson';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { readContent } from '../../src/files/read-content.ts';
import { openCollections } from '../../src/formats/entry-files.ts';
import { filesOf } from './pages.ts';

const folder = inject('siteFolder');
const bytesOf = (name: string) => readFileSync(join(folder, 'data', name));
const textOf = (name: string) => bytesOf(name).toString('utf8');
const { entries } = readContent('content');

/** The files in a zip with how large they are, as a reader of others finds them. */
const zippedFiles = (zip: Buffer) =>
	new Promise<Map<string, number>>((resolve, reject) => {
		fromBuffer(zip, { lazyEntries: true, validateEntrySizes: true }, (error, file) => {
			if (error) {
				reject(error);
				return;
			}
			const found = new Map<string, number>();
			file.on('entry', ({ fileName, uncompressedSize }: { fileName: string; uncompressedSize: number }) => {
				found.set(fileName, uncompressedSize);
				file.readEntry();
			});
			file.on('end', () => {
				resolve(found);
			});
			file.on('error', reject);
			file.readEntry();
		});
	});

describe.each(openCollections)('the open data of %s', (collection) => {
	const records = JSON.parse(textOf(`${collection}.json`)) as { slug: string }[];
	const shown = collection === 'updates' || collection === 'points' ? records.length : entries[collection].length;

	test('holds as many entries as there are, in each format', () => {
		const lines: Record<string, string>[] = parse(bytesOf(`${collection}.csv`), { bom: true, columns: true });
		expect(records.length).toBe(shown);
		expect(lines.map(({ slug }) => slug)).toEqual(records.map(({ slug }) => slug));
	});

	test('is what its published schema says', () => {
		const ajv = new Ajv2020({ strict: true, allErrors: true });
		for (const name of ['date', 'uri'] as const) ajv.addFormat(name, fullFormats[name]);
		const validate = ajv.compile(JSON.parse(textOf(`schema/${collection}.json`)) as object);
		for (const record of records)
			expect(validate(record), `${record.slug}: ${ajv.errorsText(validate.errors)}`).toBe(true);
	});
});

test('profiles lie where the GeoJSON says', () => {
	const { type, features } = check(textOf('clusters.geojson')) as GeoJSON.FeatureCollection;
	expect(type).toBe('FeatureCollection');
	expect(features.map(({ id }) => id)).toHaveLength(entries.clusters.length);
});

test('every profile has its page', () => {
	for (const { url } of JSON.parse(textOf('clusters.json')) as { url: string }[])
		expect(existsSync(join(folder, new URL(url).pathname, 'index.html')), url).toBe(true);
});

test('each fact of a source has a line of its own', () => {
	const lines: Record<string, string>[] = parse(bytesOf('sources.csv'), { bom: true, columns: true });
	const supported = entries.clusters.flatMap(({ data }) => data.sources.flatMap(({ supports }) => supports));
	expect(lines.filter(({ type }) => type === 'clusters')).toHaveLength(supported.length);
});

test('no column of any table is empty', () => {
	for (const collection of openCollections) {
		const [head = [], ...lines]: string[][] = parse(bytesOf(`${collection}.csv`), { bom: true });
		const empty = head.filter((_, at) => lines.length > 0 && lines.every((cells) => cells[at] === ''));
		expect(empty, collection).toEqual([]);
	}
});

test('the zip holds every file of open data, whole', async () => {
	const zipped = await zippedFiles(bytesOf('all.zip'));
	const catalogue = JSON.parse(textOf('catalogue.jsonld')) as {
		'@graph': { 'dcat:distribution'?: { 'dct:title': { '@value': string } }[] }[];
	};
	const names = catalogue['@graph'].flatMap((node) =>
		(node['dcat:distribution'] ?? []).map((distribution) => distribution['dct:title']['@value']),
	);
	expect([...zipped.keys(), 'all.zip']).toEqual(names);
	for (const [name, size] of zipped) expect(bytesOf(name).length, name).toBe(size);
});

test('schemas that were published stay', () => {
	expect(filesOf(join(folder, 'data/schema')).filter((file) => file.startsWith('v1/'))).toHaveLength(
		openCollections.length,
	);
});
