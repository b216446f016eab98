import { describe, expect, test } from 'vitest';
import { relatedFinder, type ComparedCluster, type RelatedCluster } from '../../src/model/related-clusters.ts';
import type { Entry } from '../../src/schemas/collections.ts';
import { entryOf, type Fields } from '../entries.ts';

type Cluster = Entry<'clusters'>;

const cluster = (id: string, changes: Fields): Cluster => entryOf('clusters', { kind: 'other', ...changes }, id);
/** For every cluster the others like it. */
function relateClusters<C extends ComparedCluster>(clusters: readonly C[]): Map<string, RelatedCluster<C>[]> {
	const findRelated = relatedFinder(clusters);
	return new Map(clusters.map((one) => [one.id, findRelated(one)]));
}
const relatedTo = (id: string, clusters: readonly Cluster[]) => relateClusters(clusters).get(id) ?? [];
const idsRelatedTo = (id: string, clusters: readonly Cluster[]) =>
	relatedTo(id, clusters).map((related) => related.cluster.id);
const idsByCluster = (clusters: readonly Cluster[]) =>
	[...relateClusters(clusters)].map(([id, related]) => [id, ...related.map((one) => one.cluster.id)]);

/** Clusters that have much in common, in a fixed order. */
function manyClusters(count: number): Cluster[] {
	const themes = ['food', 'culture', 'care', 'housing', 'trade'];
	const data = themes.map((theme) => cluster('x', { themes: [theme, 'digital'], place: 'Lyon' }).data);
	return Array.from({ length: count }, (_, index) => ({
		id: `cluster-${String(index).padStart(5, '0')}`,
		data: data[index % data.length] ?? cluster('x', {}).data,
	}));
}

describe('the reason why two clusters are alike', () => {
	const rows: [description: string, one: Fields, two: Fields, reason: string][] = [
		[
			'is their place',
			{ place: 'Liège', region: 'Wallonia', country: 'BE', themes: ['food'] },
			{ place: 'Liège', region: 'Wallonia', country: 'BE', themes: ['care'] },
			'Also in Liège.',
		],
		[
			'is their region, if their places differ',
			{ place: 'Liège', region: 'Wallonia', country: 'BE', themes: ['food'] },
			{ place: 'Namur', region: 'Wallonia', country: 'BE', themes: ['care'] },
			'Also in Wallonia.',
		],
		[
			'is their country, if their regions differ',
			{ region: 'Wallonia', country: 'BE', themes: ['food'] },
			{ region: 'Flanders', country: 'BE', themes: ['care'] },
			'Also in Belgium.',
		],
		[
			'is their country, with its article',
			{ region: 'Utrecht', country: 'NL', themes: ['food'] },
			{ region: 'Limburg', country: 'NL', themes: ['care'] },
			'Also in the Netherlands.',
		],
		[
			'is their theme',
			{ country: 'BE', themes: ['food'] },
			{ country: 'AT', themes: ['food'] },
			'Works on food and farming too.',
		],
		[
			'is each of the themes that they share',
			{ country: 'BE', themes: ['food', 'care', 'housing'] },
			{ country: 'AT', themes: ['housing', 'food'] },
			'Works on food and farming, housing and building too.',
		],
		[
			'is their kind as well',
			{ country: 'BE', themes: ['food'], kind: 'cooperative-network' },
			{ country: 'AT', themes: ['food'], kind: 'cooperative-network' },
			'Also a cooperative network; works on food and farming too.',
		],
		[
			'is not that both are no cluster in the strict sense',
			{ country: 'BE', themes: ['food'], kind: 'other' },
			{ country: 'AT', themes: ['food'], kind: 'other' },
			'Works on food and farming too.',
		],
		[
			'is what their members share, from three services on',
			{ country: 'BE', themes: ['food'], services: ['training', 'finance', 'advocacy', 'incubation'] },
			{ country: 'AT', themes: ['food'], services: ['training', 'finance', 'advocacy'] },
			'Works on food and farming too; shares 3 of the same services.',
		],
		[
			'is not what their members share, below three services',
			{ country: 'BE', themes: ['food'], services: ['training', 'finance'] },
			{ country: 'AT', themes: ['food'], services: ['training', 'finance'] },
			'Works on food and farming too.',
		],
		[
			'is not a place of the same name in another country',
			{ place: 'Halle', country: 'BE', themes: ['food'] },
			{ place: 'Halle', country: 'DE', themes: ['food'] },
			'Works on food and farming too.',
		],
		[
			'is not a region of the same name in another country',
			{ region: 'Limburg', country: 'BE', themes: ['food'] },
			{ region: 'Limburg', country: 'NL', themes: ['food'] },
			'Works on food and farming too.',
		],
		[
			'is not that both work across sectors',
			{ country: 'BE', themes: ['cross-sector'] },
			{ country: 'BE', themes: ['cross-sector'] },
			'Also in Belgium.',
		],
		[
			'is their country, with its article',
			{ region: 'Utrecht', country: 'NL', themes: ['food'] },
			{ region: 'Limburg', country: 'NL', themes: ['care'] },
			'Also in the Netherlands.',
		],
		[
			'has the right article',
			{ country: 'BE', themes: ['food'], kind: 'impact-ecosystem' },
			{ country: 'AT', themes: ['food'], kind: 'impact-ecosystem' },
			'Also an impact ecosystem; works on food and farming too.',
		],
	];

	test.each(rows)('%s', (_description, one, two, reason) => {
		expect(relatedTo('one', [cluster('one', one), cluster('two', two)])).toMatchObject([{ reason }]);
	});
});

test('clusters that share nothing are not related', () => {
	const clusters = [
		cluster('one', { country: 'BE', themes: ['food'] }),
		cluster('two', { country: 'AT', themes: ['care'] }),
	];
	expect(idsByCluster(clusters)).toEqual([['one'], ['two']]);
});

test('clusters that share nothing but work across sectors are not related', () => {
	const clusters = [
		cluster('one', { country: 'BE', themes: ['cross-sector'] }),
		cluster('two', { country: 'AT', themes: ['cross-sector'] }),
	];
	expect(idsByCluster(clusters)).toEqual([['one'], ['two']]);
});

test('a cluster alone is related to nothing', () => {
	expect(idsByCluster([cluster('one', {})])).toEqual([['one']]);
});

test('the most alike come first', () => {
	const clusters = [
		cluster('here', { country: 'BE', place: 'Liège', themes: ['food'] }),
		cluster('same-country', { country: 'BE', themes: ['care'] }),
		cluster('same-theme', { country: 'AT', themes: ['food'] }),
		cluster('same-place', { country: 'BE', place: 'Liège', themes: ['care'] }),
	];
	expect(idsRelatedTo('here', clusters)).toEqual(['same-place', 'same-theme', 'same-country']);
});

describe('among clusters that are all alike', () => {
	test('no more than three are named', () => {
		expect(idsRelatedTo('cluster-00000', manyClusters(10))).toHaveLength(3);
	});

	test('none is related to itself', () => {
		expect(idsByCluster(manyClusters(60)).filter(([id, ...related]) => related.includes(id ?? ''))).toEqual([]);
	});

	test('none is named twice', () => {
		expect(idsByCluster(manyClusters(60)).filter(([, ...related]) => new Set(related).size < related.length)).toEqual(
			[],
		);
	});

	test('the answer is the same however the files were found, once they are sorted', () => {
		const clusters = manyClusters(60);
		// 7 and 60 have no common factor, so every cluster comes up once.
		const shuffled = clusters.map((one, index) => clusters[(index * 7) % 60] ?? one);
		const sorted = shuffled.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		expect([shuffled[1]?.id, idsByCluster(sorted)]).toEqual(['cluster-00007', idsByCluster(clusters)]);
	});
});

describe('among thousands of clusters', () => {
	/** How often the fields of clusters are looked at while they are compared. */
	function looksAmong(count: number): number {
		let looks = 0;
		relateClusters(
			manyClusters(count).map(({ id, data }) => ({
				id,
				get data() {
					looks += 1;
					return data;
				},
			})),
		);
		return looks;
	}

	test('every one has related ones', () => {
		expect(idsByCluster(manyClusters(3000)).filter((row) => row.length === 4)).toHaveLength(3000);
	});

	test('twice as many clusters are little more than twice the work', () => {
		expect(looksAmong(800) / looksAmong(400)).toBeLessThan(2.2);
	});
});
