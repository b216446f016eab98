import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { profileFiles, type ProfileFormat } from '../../src/formats/profile-files.ts';
import type { Entry } from '../../src/schemas/collections.ts';
import { pickLines } from '../../src/search/pick-lines.ts';
import { entryOf, type Fields } from '../entries.ts';

const SITE = 'https://clusters.example.org';
/** Profiles that end in all the ways a line can end. */
const changes: Fields[] = [
	{},
	{ name: 'A "full" cluster, with commas,', themes: ['food', 'culture'] },
	{ name: 'Łódź, “Großräschen” & Ærø', aliases: ['former-slug', 'older-slug'] },
	{ summary: 'Ends with a bracket ]', proposedBy: 'Somebody, elsewhere' },
	{ summary: '{ Begins with a brace', position: { latitude: 48.86, longitude: 2.35, precision: 'town' } },
];
const clusters = changes.map((change, row) => entryOf('clusters', change, `cluster-${row}`));

const slugsIn: Record<ProfileFormat, (file: string) => unknown[]> = {
	csv: (file) => csvParse(file.replace(/^\ufeff/, '')).map(({ slug }) => slug),
	json: (file) => (JSON.parse(file) as { slug: string }[]).map(({ slug }) => slug),
	geojson: (file) => (JSON.parse(file) as { features: { id: string }[] }).features.map(({ id }) => id),
};

describe.each(Object.keys(profileFiles) as ProfileFormat[])('of a file in the format %s', (format) => {
	const fileOf = (list: readonly Entry<'clusters'>[]) => profileFiles[format].toText(list, SITE);
	const file = fileOf(clusters);

	test.each([
		['all rows', [0, 1, 2, 3, 4], ['cluster-0', 'cluster-1', 'cluster-2', 'cluster-3', 'cluster-4']],
		['the first row', [0], ['cluster-0']],
		['the last row', [4], ['cluster-4']],
		['some rows', [1, 3], ['cluster-1', 'cluster-3']],
		['rows in another order', [4, 0, 2], ['cluster-4', 'cluster-0', 'cluster-2']],
	])('%s are taken', (_description, rows, slugs) => {
		expect(slugsIn[format](pickLines(file, rows))).toEqual(slugs);
	});

	test('all rows make up the whole file', () => {
		expect(pickLines(file, [0, 1, 2, 3, 4])).toBe(file);
	});

	test('some rows make up the file that would be written of them', () => {
		expect(pickLines(file, [3, 1])).toBe(fileOf([3, 1].flatMap((row) => clusters[row] ?? [])));
	});

	test('a picked file can be picked from again', () => {
		expect(slugsIn[format](pickLines(pickLines(file, [4, 2, 0]), [1]))).toEqual(['cluster-2']);
	});
});

test.each([
	['json', []],
	['geojson', { type: 'FeatureCollection', features: [] }],
] as const)('no row leaves a file without profiles: %s', (format, nothing) => {
	expect(JSON.parse(pickLines(profileFiles[format].toText(clusters, SITE), []))).toEqual(nothing);
});
