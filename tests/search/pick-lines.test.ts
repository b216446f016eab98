import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { entryFiles, formatsOf, type EntryFormat } from '../../src/formats/entry-files.ts';
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

const slugsIn: Record<EntryFormat, (file: string) => unknown[]> = {
	csv: (file) => csvParse(file.replace(/^\ufeff/, '')).map(({ slug }) => slug),
	json: (file) => (JSON.parse(file) as { slug: string }[]).map(({ slug }) => slug),
	geojson: (file) => (JSON.parse(file) as { features: { id: string }[] }).features.map(({ id }) => id),
};

describe.each(formatsOf('clusters'))('of a file in the format %s', (format) => {
	const fileOf = (list: readonly Entry<'clusters'>[]) => entryFiles[format].toText('clusters', list, SITE);
	const file = fileOf(clusters);

	test.each([
		['all profiles', ['cluster-0', 'cluster-1', 'cluster-2', 'cluster-3', 'cluster-4']],
		['the first profile', ['cluster-0']],
		['the last profile', ['cluster-4']],
		['some profiles', ['cluster-1', 'cluster-3']],
		['profiles in another order', ['cluster-4', 'cluster-0', 'cluster-2']],
		['no profile', []],
	])('%s are taken', (_description, slugs) => {
		expect(slugsIn[format](pickLines(file, slugs))).toEqual(slugs);
	});

	test('all profiles make up the whole file', () => {
		expect(pickLines(file, ['cluster-0', 'cluster-1', 'cluster-2', 'cluster-3', 'cluster-4'])).toBe(file);
	});

	test('some profiles make up the file that would be written of them', () => {
		const written = fileOf([3, 1].flatMap((row) => clusters[row] ?? []));
		// A table that was picked keeps the columns of the whole one.
		const firstLineOf = (text: string) => text.slice(0, text.indexOf('\n'));
		const expected = format === 'csv' ? `${firstLineOf(file)}\n` : written;
		expect(pickLines(file, ['cluster-3', 'cluster-1']).startsWith(format === 'csv' ? expected : written)).toBe(true);
	});

	test('a picked file can be picked from again', () => {
		const once = pickLines(file, ['cluster-4', 'cluster-2', 'cluster-0']);
		expect(slugsIn[format](pickLines(once, ['cluster-2']))).toEqual(['cluster-2']);
	});

	test('a profile that the file does not have is left out', () => {
		expect(slugsIn[format](pickLines(file, ['cluster-9', 'cluster-1', 'cluster']))).toEqual(['cluster-1']);
	});
});
