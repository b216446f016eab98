import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, test } from 'vitest';
import { entryFiles, formatsOf, openCollections, type EntryFormat } from '../../src/formats/entry-files.ts';
import type { Entry } from '../../src/schemas/collections.ts';
import { entryOf, type Fields } from '../entries.ts';

const SITE = 'https://clusters.example.org';
const formats = formatsOf('clusters');

const linz = { latitude: 48.31, longitude: 14.29, precision: 'town' };
const plain = entryOf('clusters', {}, 'plain');
const placed = entryOf('clusters', { name: 'Łódź, “Großräschen” & Ærø', country: 'AT', position: linz }, 'placed');
const full = entryOf(
	'clusters',
	{
		name: 'A "full" cluster, with everything',
		localNames: [
			{ name: 'Συνεταιρισμός', language: 'el' },
			{ name: 'Old name', language: 'en', note: 'name until 2020' },
		],
		founded: 2015,
		members: { total: 1260, qualifier: 'about', asOf: '2026', kinds: ['research', 'finance'] },
		themes: ['food', 'culture'],
		services: ['training'],
		sources: [
			{ title: 'One page', url: 'https://example.org/1', accessed: '2026-11-01', supports: ['name', 'members'] },
			{ title: 'Another page', url: 'https://example.org/2', supports: ['themes'] },
		],
	},
	'full',
);
const clusters = [plain, placed, full];

const textOf = (format: EntryFormat, list: readonly Entry<'clusters'>[] = clusters) =>
	entryFiles[format].toText('clusters', list, SITE);
/** The lines of the file, as a parser of others reads them. */
const linesOf = (list: readonly Entry<'clusters'>[] = clusters): string[][] =>
	parse(textOf('csv', list), { bom: true });
const rowsOf = (list: readonly Entry<'clusters'>[] = clusters): Record<string, string>[] =>
	parse(textOf('csv', list), { bom: true, columns: true });
const cellsOf = (cluster: Entry<'clusters'>) => rowsOf([cluster])[0] ?? {};
const jsonOf = (list: readonly Entry<'clusters'>[] = clusters) => JSON.parse(textOf('json', list)) as unknown[];
const geojsonOf = (list: readonly Entry<'clusters'>[] = clusters) =>
	JSON.parse(textOf('geojson', list)) as FeatureCollection<Point | null, Record<string, unknown>>;

const withFields = (fields: Fields) => entryOf('clusters', fields);

describe.each(formats)('a file in the format %s', (format) => {
	test('has one profile a line, between a first line and, if it needs one, a last', () => {
		const lines = textOf(format).trimEnd().split('\n');
		const own = lines.slice(1, format === 'csv' ? undefined : -1);
		expect(own.map((line) => /plain|placed|full/.exec(line)?.[0])).toEqual(['plain', 'placed', 'full']);
	});

	test('ends with one line break', () => {
		expect(textOf(format)).toMatch(/[^\n]\n$/);
	});

	test('is the same for the same profiles', () => {
		expect(textOf(format)).toBe(textOf(format, [...clusters]));
	});
});

describe('the CSV file', () => {
	test('begins with a byte order mark, and has no other', () => {
		expect(textOf('csv').lastIndexOf('\ufeff')).toBe(0);
	});

	test('has its columns from the schema, in the order of the form, with words beside codes', () => {
		expect(linesOf()[0]).toEqual([
			'slug',
			'url',
			'name',
			'localNames.name',
			'localNames.language',
			'localNames.note',
			'summary',
			'kind',
			'kind.words',
			'founded',
			'country',
			'country.words',
			'position.latitude',
			'position.longitude',
			'position.precision',
			'position.precision.words',
			'themes',
			'themes.words',
			'services',
			'services.words',
			'members.total',
			'members.qualifier',
			'members.qualifier.words',
			'members.asOf',
			'members.kinds',
			'members.kinds.words',
			'sources.title',
			'sources.url',
			'sources.accessed',
			'sources.supports',
			'sources.supports.words',
			'check.on',
			'check.by',
			'check.how',
			'check.how.words',
			'check.against',
		]);
	});

	test('has no column in which no profile says anything', () => {
		expect(linesOf([plain])[0]).not.toContain('founded');
	});

	test('parses back to as many profiles', () => {
		expect(rowsOf().map(({ slug }) => slug)).toEqual(['plain', 'placed', 'full']);
	});

	test('has as many cells in every line as columns', () => {
		expect(linesOf().map((cells) => cells.length)).toEqual([36, 36, 36, 36]);
	});

	test('of no profile has the names of the columns alone that name one', () => {
		expect(linesOf([])).toEqual([['slug', 'url']]);
	});

	test('gives the full address of a profile', () => {
		expect(cellsOf(full)['url']).toBe('https://clusters.example.org/clusters/full/');
	});

	test.each([
		['quotation marks and commas', 'name', 'A "full" cluster, with everything'],
		['the values of a list, apart from each other', 'themes', 'food | culture'],
		['other scripts, and a field of each item of a list', 'localNames.name', 'Συνεταιρισμός | Old name'],
		['a field that not every item of a list has, in its place', 'localNames.note', ' | name until 2020'],
		['lists in the items of a list, each in its place', 'sources.supports', 'name; members | themes'],
		['the words of codes', 'themes.words', 'Food and farming | Culture and creative work'],
		['the words of codes in a list of a list', 'sources.supports.words', 'Name; Members | Themes'],
		['days in their places', 'sources.accessed', '2026-11-01 | '],
		['numbers', 'members.total', '1260'],
	])('holds %s', (_description, column, cell) => {
		expect(cellsOf(full)[column]).toBe(cell);
	});

	test.each([
		['accents', 'Łódź, Großräschen, Ærø'],
		['quotation marks of all kinds', '"straight", “curly”, «French», \'single\''],
		['quotation marks at both ends', '"all of it"'],
		['a comma at the end', 'one, two,'],
		['semicolons', 'one; two'],
		['signs beyond the first plane', '𝔸 cluster 🌱'],
		['a backslash', String.raw`one\two`],
	])('gives text back as it was: %s', (_description, summary) => {
		expect(cellsOf(withFields({ summary }))['summary']).toBe(summary);
	});

	test.each([
		['a line break', 'One\nline', 'One line'],
		['the line break of Windows', 'One\r\nline', 'One line'],
		['a line break of old', 'One\rline', 'One line'],
		['an empty line', 'One\n\nline', 'One line'],
		['a tab', 'One\tline', 'One line'],
	])('folds blanks, so that a profile stays on its line: %s', (_description, against, folded) => {
		// Past the schema: it refuses these where they could stand, and the file must hold without it.
		const broken = { ...plain, data: { ...plain.data, check: { ...plain.data.check, against } } };
		expect(rowsOf([broken]).map((cells) => cells['check.against'])).toEqual([folded]);
	});

	// What spreadsheets run, or skip before they look for something to run.
	test.each(['=', '+', '-', '@', '\t=', '\r=', '\n=', ' ='])(
		'runs nothing in a spreadsheet: a text after %j',
		(start) => {
			const formula = `${start}cmd|' /C calc'!A0`;
			const broken = { ...plain, data: { ...plain.data, summary: formula, themes: [formula, 'food'] } } as typeof plain;
			const { summary, themes } = cellsOf(broken);
			expect([summary, themes]).toEqual([expect.stringMatching(/^'/), expect.stringMatching(/^'/)]);
		},
	);

	test('runs nothing in a spreadsheet: a sum that begins with a number below zero', () => {
		expect(cellsOf(withFields({ summary: "-2+3+cmd|' /C calc'!A0" }))['summary']).toBe("'-2+3+cmd|' /C calc'!A0");
	});

	test('keeps numbers below zero numbers', () => {
		const west = entryOf('clusters', {
			country: 'PT',
			position: { latitude: 38.72, longitude: -9.14, precision: 'town' },
		});
		expect(cellsOf(west)['position.longitude']).toBe('-9.14');
	});

	test('has nothing in a cell where nothing is known', () => {
		expect(rowsOf()[0]?.['founded']).toBe('');
	});

	test('gives a position as two numbers', () => {
		const { 'position.latitude': latitude, 'position.longitude': longitude } = cellsOf(placed);
		expect([latitude, longitude]).toEqual(['48.31', '14.29']);
	});
});

describe('the JSON file', () => {
	test('parses back to the fields of the schema, with slug and address', () => {
		expect(jsonOf()).toEqual(
			clusters.map(({ id, data }) => ({
				slug: id,
				url: `https://clusters.example.org/clusters/${id}/`,
				...data,
				words: expect.any(Object) as unknown,
			})),
		);
	});

	test('has the words of codes, as the codes stand', () => {
		expect(jsonOf([full])).toMatchObject([
			{
				words: {
					kind: 'Cluster of social and ecological innovation',
					country: 'France',
					themes: ['Food and farming', 'Culture and creative work'],
					'sources.supports': [['Name', 'Members'], ['Themes']],
				},
			},
		]);
	});

	test('of no profile is an empty list', () => {
		expect(jsonOf([])).toEqual([]);
	});

	test('says of which site an address is', () => {
		const text = entryFiles.json.toText('clusters', [plain], 'https://example.eu/');
		expect(JSON.parse(text)).toMatchObject([{ url: 'https://example.eu/clusters/plain/' }]);
	});
});

describe('the GeoJSON file', () => {
	test('is a collection of features, one for each profile', () => {
		const { type, features } = geojsonOf();
		expect([type, ...features.map(({ type, id }) => `${type} ${id}`)]).toEqual([
			'FeatureCollection',
			'Feature plain',
			'Feature placed',
			'Feature full',
		]);
	});

	test('of no profile is a collection without features', () => {
		expect(geojsonOf([])).toEqual({ type: 'FeatureCollection', features: [] });
	});

	test('has the longitude first', () => {
		expect(geojsonOf([placed]).features[0]?.geometry).toEqual({ type: 'Point', coordinates: [14.29, 48.31] });
	});

	test('has no geometry where there is no position', () => {
		expect(geojsonOf([plain]).features[0]?.geometry).toBeNull();
	});

	test('keeps what the point stands for', () => {
		expect(geojsonOf([placed]).features[0]?.properties['precision']).toBe('town');
	});

	test('does not say twice where the point lies', () => {
		expect(geojsonOf([placed]).features[0]?.properties).not.toHaveProperty('position');
	});

	test('holds the other fields of the schema', () => {
		expect(geojsonOf([full]).features[0]?.properties).toEqual({
			slug: 'full',
			url: 'https://clusters.example.org/clusters/full/',
			...full.data,
			words: expect.any(Object) as unknown,
		});
	});

	test('is GeoJSON to a reader of others', () => {
		expect(check(textOf('geojson')).type).toBe('FeatureCollection');
	});
});

describe.each(openCollections)('the files of %s', (collection) => {
	const entry = entryOf(collection, {}, 'one');

	test('hold each entry once', () => {
		const csv: Record<string, string>[] = parse(entryFiles.csv.toText(collection, [entry], SITE), {
			bom: true,
			columns: true,
		});
		const json = JSON.parse(entryFiles.json.toText(collection, [entry], SITE)) as { slug: string }[];
		expect([csv.map(({ slug }) => slug), json.map(({ slug }) => slug)]).toEqual([['one'], ['one']]);
	});
});
