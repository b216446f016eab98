import { expect, test } from 'vitest';
import { entryAt, keysOf, namedIn, referrersOf } from '../../src/model/referrers.ts';
import type { CollectionName } from '../../src/schemas/collections.ts';

const named: [what: string, collection: CollectionName, fields: object, keys: string[]][] = [
	['a reference', 'updates', { clusters: ['hub'], meetings: ['first'] }, ['clusters/hub', 'meetings/first']],
	['a reference in a list of groups', 'points', { steps: [{ meeting: 'first' }] }, ['meetings/first']],
	['a link in a text', 'updates', { body: 'See [the hub](/clusters/hub/).' }, ['clusters/hub']],
	['a link without its end', 'updates', { body: '[the hub](/clusters/hub)' }, ['clusters/hub']],
	[
		'a link to a place on a page',
		'guide',
		{ body: '[a word](/guide/words/#word-ptce)' },
		['guide/words', 'terms/ptce'],
	],
	['an address in a field', 'signposts', { address: '/updates/news/' }, ['updates/news']],
	['a name that only begins alike', 'updates', { body: '[x](/clusters/hub-two/)' }, ['clusters/hub-two']],
	['no entry', 'updates', { body: 'Clusters and hubs.' }, []],
];

test.each(named)('%s', (_what, collection, fields, keys) => {
	expect([...namedIn(collection, fields)].sort()).toEqual(keys);
});

test('the entries that name one are found under its slug and under those it had', () => {
	const referrers = referrersOf([
		{ collection: 'updates', slug: 'news', fields: { clusters: ['hub'] } },
		{ collection: 'guide', slug: 'about', fields: { body: '[old](/clusters/old-hub/)' } },
		{ collection: 'clusters', slug: 'hub', fields: { body: '[itself](/clusters/hub/)' } },
	]);
	expect(keysOf('clusters', 'hub', { aliases: ['old-hub'] }).map((key) => referrers[key])).toEqual([
		['updates/news'],
		['guide/about'],
	]);
});

test.each([
	['/clusters/hub/', { collection: 'clusters', slug: 'hub' }],
	['/guide/words/#word-ptce', { collection: 'terms', slug: 'ptce' }],
	['/have-your-say/what-happened/a-point/', { collection: 'points', slug: 'a-point' }],
	['/clusters/country/pt/', undefined],
])('%s leads to its entry', (address, entry) => {
	expect(entryAt(address)).toEqual(entry);
});
