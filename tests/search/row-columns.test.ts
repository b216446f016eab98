import { describe, expect, test } from 'vitest';
import { mapOf } from '../../src/formats/map.ts';
import { toColumns } from '../../src/search/row-columns.ts';
import { openColumns } from '../../src/search/filter-rows.ts';
import { RowSet } from '../../src/search/row-set.ts';
import { entryOf } from '../entries.ts';

const check = (on: string) => ({ on, by: 'the editors', how: 'sources', against: 'The page listed.' });
const paris = { latitude: 48.86, longitude: 2.35, precision: 'town' };
const reunion = { latitude: -20.88, longitude: 55.45, precision: 'town' };
const site = {
	clusters: [
		entryOf('clusters', { country: 'FR', themes: ['food', 'culture'], founded: 2015, position: paris }, 'one'),
		entryOf('clusters', { country: 'AT', themes: ['food'], check: check('1970-01-02') }, 'two'),
		entryOf('clusters', { country: 'FR', services: ['training'], stage: 'active', position: reunion }, 'three'),
		entryOf('clusters', { country: 'MT', themes: ['culture'], kind: 'ptce', founded: 1950 }, 'four'),
	],
	settings: entryOf('site').data,
	today: '2026-11-24',
};
const columns = toColumns(site);

describe('the columns of a site', () => {
	test('count its profiles', () => {
		expect(columns.count).toBe(4);
	});

	test('have for each value the rows, as distances', () => {
		expect(columns.facets).toEqual({
			country: { FR: [1, 2], AT: [2], MT: [4] },
			theme: { food: [1, 1, 1], culture: [1, 3] },
			service: { training: [3] },
			kind: { csei: [1, 1, 1], ptce: [4] },
			stage: { active: [3] },
			check: { fresh: [1, 2, 1], overdue: [2] },
		});
	});

	test('have the founding years, and 0 where there is none', () => {
		expect(columns.founded).toEqual([2015, 0, 0, 1950]);
	});

	test('have the days of the last checks', () => {
		expect(columns.checkedOn).toEqual([20_781, 1, 20_781, 20_781]);
	});

	test('have the places on the map of Europe, and -1 where there is none', () => {
		const { x = NaN, y = NaN } = mapOf('europe').project(paris) ?? {};
		expect([columns.x, columns.y]).toEqual([
			[x, -1, -1, -1],
			[y, -1, -1, -1],
		]);
	});

	test('of no profile are empty', () => {
		expect(toColumns({ ...site, clusters: [] })).toEqual({
			count: 0,
			facets: { country: {}, theme: {}, service: {}, kind: {}, stage: {}, check: {} },
			founded: [],
			checkedOn: [],
			x: [],
			y: [],
			lands: {},
		});
	});

	test('survive their way as JSON', () => {
		expect(JSON.parse(JSON.stringify(columns))).toEqual(columns);
	});
});

describe('the columns of a site, opened', () => {
	const { filter, sort } = openColumns(columns);

	test.each([
		['country', 'FR', [0, 2]],
		['theme', 'culture', [0, 3]],
		['service', 'training', [2]],
		['kind', 'ptce', [3]],
		['stage', 'active', [2]],
		['check', 'overdue', [1]],
	])('find the profiles whose %s is %s', (facet, id, rows) => {
		expect(filter({ [facet]: [id] }).rows.toRows()).toEqual(rows);
	});

	test('count a country among the profiles of a theme', () => {
		expect(filter({ theme: ['food'] }).counts['country']).toEqual({ FR: 2, AT: 1, MT: 0 });
	});

	test('sort by founding year', () => {
		expect(sort(RowSet.all(4), 'newest')).toEqual([0, 3, 1, 2]);
	});

	test('sort by last check', () => {
		expect(sort(RowSet.all(4), 'checked')).toEqual([0, 2, 3, 1]);
	});
});
