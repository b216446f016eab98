import { expect, test } from 'vitest';
import { collections, type Collection } from '../../src/schemas/collections.ts';

test('content is kept in ten folders', () => {
	expect(Object.keys(collections)).toEqual([
		'clusters',
		'updates',
		'meetings',
		'calls',
		'points',
		'guide',
		'terms',
		'organisations',
		'milestones',
		'site',
	]);
});

test.each([
	['clusters', '/clusters/a-slug/'],
	['updates', '/updates/a-slug/'],
	['meetings', '/geces/meetings/a-slug/'],
	['calls', '/have-your-say/a-slug/'],
	['guide', '/guide/a-slug/'],
	['terms', '/guide/words/#word-a-slug'],
	['organisations', '/geces/members/#organisation-a-slug'],
	['milestones', '/geces/timeline/#step-a-slug'],
] as const)('an entry of %s lies at %s', (name, address) => {
	expect(collections[name].address('a-slug')).toBe(address);
});

test.each(['points', 'site'] as const)('entries of %s have no address of their own', (name) => {
	const { address }: Collection = collections[name];
	expect(address).toBeUndefined();
});

test('no profile can take the address of the list by country', () => {
	expect(collections.clusters.reservedSlugs).toContain('country');
});
