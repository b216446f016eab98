import { fromJS, type Map as ImmutableMap } from 'immutable';
import { beforeEach, expect, test, vi } from 'vitest';
import { toConfig } from '../../src/editor/config.ts';
import { newSlug } from '../../src/model/new-slug.ts';
import { collectionNames } from '../../src/schemas/collections.ts';
import { fieldsOf } from '../entries.ts';
import { FakeHost } from './fake-host.ts';

const periods = { checkFreshMonths: 12, checkDueMonths: 15 };

// The editor keeps the index that it has loaded.
beforeEach(() => {
	vi.resetModules();
	vi.doMock('../../src/editor/ask.ts', () => ({ ask: () => Promise.resolve(true) }));
});

const save = async (entry: ImmutableMap<string, unknown>) =>
	(await import('../../src/editor/before-saving.ts')).beforeSaving(
		periods,
		false,
	)({ entry, backend: { implementation: new FakeHost() } });

const slugs: [what: string, name: string, slug: string][] = [
	['a name without accents', 'Torino Social Impact', 'torino-social-impact'],
	['a name with accents', 'Żółta Sieć & Cie – l’œuvre', 'zolta-siec-cie-l-oeuvre'],
	['a name with dots and underscores', 'Hub_2.0 (beta)', 'hub-2-0-beta'],
	['a name that another page has', 'Theme', 'theme-2'],
	['a name that another entry has', 'BlueCity', 'bluecity-3'],
	['a name in Cyrillic letters', 'Социална икономика', 'sotsialna-ikonomika'],
	['a name in Greek letters', 'Σύμπραξη Αθήνας', 'sympraksi-athinas'],
	['a name in letters without a table', 'קואופרטיב (ברלין)', 'profile'],
	['a name in Arabic letters', 'تعاونية', 'teawnyt'],
	['a name that Windows keeps for itself', 'Con', 'con-2'],
	['a name in Maltese letters', 'Għaqda', 'ghaqda'],
	['a name without a letter at all', '★★★', 'profile'],
];

test.each(slugs)('%s gives a new entry an address that the build accepts', async (_what, name, slug) => {
	expect(await newSlug('clusters', name, new Set(['bluecity', 'bluecity-2']))).toBe(slug);
});

test('a long name gives a new entry an address that ends with a whole word', async () => {
	const name = 'A network of social enterprises and public bodies in all of the nine regions of a country';
	expect(await newSlug('clusters', name, new Set())).toBe(
		'a-network-of-social-enterprises-and-public-bodies-in-all-of-the-nine',
	);
});

test('a new entry is saved at the address that is made from its name', async () => {
	const index = { clusters: [['cluster-v2-0', 'A cluster', ['cluster-v2-0-2']]] };
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(index)));
	const entry = fromJS({
		collection: 'clusters',
		newRecord: true,
		slug: '',
		data: fieldsOf('clusters', { name: 'Cluster v2.0' }),
	}) as ImmutableMap<string, unknown>;
	const data = (await save(entry)) as ImmutableMap<string, unknown>;
	expect(data.get('$slug')).toBe('cluster-v2-0-3');
	vi.unstubAllGlobals();
});

test('the editor names files by that address', () => {
	const { collections } = toConfig({ backend: { name: 'proxy' }, siteUrl: '', hasWorkflow: false });
	expect(collections.filter((collection) => 'slug' in collection).map(({ slug }) => slug)).toEqual(
		Array(collectionNames.length - 1).fill('{{fields.$slug}}'),
	);
});

test('a duplicate leaves the former slugs to its original', async () => {
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ clusters: [['a-cluster', 'A cluster', ['old']]] })));
	const data = fromJS(fieldsOf('clusters', { aliases: ['old', 'older'] }));
	const entry = fromJS({ collection: 'clusters', newRecord: true, slug: '' }) as ImmutableMap<string, unknown>;
	const saved = (await save(entry.set('data', data))) as ImmutableMap<string, unknown>;
	expect((saved.get('aliases') as { toJS: () => unknown }).toJS()).toEqual(['older']);
	vi.unstubAllGlobals();
});
