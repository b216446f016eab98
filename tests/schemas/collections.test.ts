import { expect, test } from 'vitest';
import { collections, type Collection } from '../../src/schemas/collections.ts';

test('content is kept in thirteen folders', () => {
	expect(Object.keys(collections)).toEqual([
		'clusters',
		'updates',
		'meetings',
		'calls',
		'points',
		'receipts',
		'guide',
		'terms',
		'organisations',
		'milestones',
		'signposts',
		'places',
		'site',
	]);
});

test.each([
	['clusters', '/clusters/a-slug/'],
	['updates', '/updates/a-slug/'],
	['meetings', '/geces/meetings/a-slug/'],
	['calls', '/have-your-say/a-slug/'],
	['points', '/have-your-say/what-happened/a-slug/'],
	['guide', '/guide/a-slug/'],
	['terms', '/guide/words/#word-a-slug'],
	['organisations', '/geces/members/#organisation-a-slug'],
	['milestones', '/geces/timeline/#step-a-slug'],
] as const)('an entry of %s lies at %s', (name, address) => {
	expect(collections[name].address('a-slug')).toBe(address);
});

test.each(['site', 'receipts', 'signposts', 'places'] as const)(
	'entries of %s have no address of their own',
	(name) => {
		const { address }: Collection = collections[name];
		expect(address).toBeUndefined();
	},
);

test.each(['page', 'state', 'call', 'sent', 'references'])(
	'no point can take the address of a list of points: %s',
	(slug) => {
		expect(collections.points.reservedSlugs).toContain(slug);
	},
);

test('no profile can take the address of the list by country', () => {
	expect(collections.clusters.reservedSlugs).toContain('country');
});
