import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/files/problem.ts';
import { toMurmuration } from '../../src/formats/murmurations.ts';
import { readOthers, type KnownProfile } from '../../src/submissions/others-clusters.ts';
import { entryOf } from '../entries.ts';

const FROM = 'https://map.example.org/elements.json';

const gogo = {
	id: 7,
	name: 'La Fabrique',
	geo: { latitude: 45.76, longitude: 4.84 },
	address: { streetAddress: '5 rue du Port', addressLocality: 'Lyon', addressCountry: 'FR' },
	description: 'A text that nobody copies.',
	website: 'https://fabrique.example.org',
	email: 'somebody@example.org',
	categories: ['Market'],
};
const murmuration = {
	linked_schemas: ['organizations_schema-v1.0.0'],
	name: 'Hub',
	nickname: 'H',
	primary_url: 'hub.example.org',
	description: 'A text that nobody copies.',
	country_name: 'Deutschland',
	locality: 'Berlin',
	geolocation: { lat: 52.52, lon: 13.4 },
	geographic_scope: 'international',
};
const inFile = (...data: unknown[]) =>
	JSON.stringify({ licence: 'https://licence.example.org/', ontology: 'gogofull', data });
const read = (text: string, known: KnownProfile[] = []) => readOthers(text, 'others.json', FROM, known);
/** The drafts of a file; throws what is wrong with it as a whole. */
function draftsOf(text: string, known: KnownProfile[] = []) {
	const others = read(text, known);
	if ('rule' in others) throw new Error(formatProblem(others));
	return others;
}

describe('facts become a draft with their source', () => {
	test('from GoGoCarto', () => {
		const { format, licence, drafts, problems } = draftsOf(inFile(gogo));
		expect([format, licence, problems]).toEqual(['GoGoCarto', 'https://licence.example.org/', []]);
		expect(drafts).toEqual([
			{
				name: 'La Fabrique',
				fields: {
					name: 'La Fabrique',
					country: 'FR',
					place: 'Lyon',
					position: { latitude: 45.76, longitude: 4.84, precision: 'address' },
					website: 'https://fabrique.example.org',
					sources: [
						{ title: 'map.example.org', url: FROM, supports: ['name', 'country', 'place', 'position', 'website'] },
					],
				},
				notes: [],
				same: undefined,
			},
		]);
	});

	test('from Murmurations, which names countries in words and addresses without https', () => {
		expect(draftsOf(JSON.stringify(murmuration)).drafts[0]?.fields).toMatchObject({
			acronym: 'H',
			country: 'DE',
			place: 'Berlin',
			website: 'https://hub.example.org',
			position: { precision: 'town' },
			scope: 'cross-border',
		});
	});

	test('from the index of Murmurations, each with its own page as source', () => {
		const entry = { ...murmuration, profile_url: 'https://hub.example.org/profile.json', country: 'DE' };
		expect(draftsOf(JSON.stringify({ data: [entry] })).drafts[0]?.fields['sources']).toMatchObject([
			{ title: 'hub.example.org', url: 'https://hub.example.org/profile.json' },
		]);
	});

	test('from what this site publishes for Murmurations', () => {
		const cluster = entryOf('clusters', { acronym: 'AC', scope: 'regional', website: 'https://a.example.org/' });
		const { drafts } = draftsOf(JSON.stringify([toMurmuration(cluster, 'https://clusters.example.org')]));
		const { name, acronym, scope, website, country } = cluster.data;
		expect(drafts[0]?.fields).toMatchObject({ name, acronym, scope, website, country });
	});
});

test('no sentence, no mailbox and no kind is taken: these are the editor’s', () => {
	const [draft] = draftsOf(inFile(gogo)).drafts;
	expect(JSON.stringify(draft)).not.toMatch(/nobody copies|somebody@|Market/);
});

test.each([
	['of the same name', { slug: 'fabrique', name: 'La fabrique', website: undefined }],
	['with the same website', { slug: 'fabrique', name: 'Another', website: 'https://www.fabrique.example.org/en/' }],
])('a profile %s makes no draft', (_what, known) => {
	expect(draftsOf(inFile(gogo), [known]).drafts[0]?.same).toBe('fabrique');
});

test('one that stands there twice makes one draft', () => {
	expect(draftsOf(inFile(gogo, gogo)).drafts.map(({ same }) => same)).toEqual([undefined, 'La Fabrique']);
});

test.each([
	['a website that is none', { website: 'javascript:alert(1)' }, 'cannot be taken as website; it is left out.'],
	[
		'a position in another country',
		{ geo: { latitude: 52.52, longitude: 13.4 } },
		'Its position lies outside its country; it is left out.',
	],
	[
		'a name that is too long for its acronym',
		{ address: { ...gogo.address, addressLocality: 'x'.repeat(200) } },
		'cannot be taken as place; it is left out.',
	],
])('%s is left out, and the draft says so', (_what, changes, note) => {
	const [draft] = draftsOf(inFile({ ...gogo, ...changes })).drafts;
	expect(draft?.notes.join(' ')).toContain(note);
});

test.each<[what: string, text: string, sentence: string]>([
	['no JSON', '{"data": [', 'The file is no JSON, or is cut off.'],
	['another JSON', '{"type": "FeatureCollection"}', 'The file is neither of Murmurations nor of GoGoCarto.'],
	['an empty list', '{"data": []}', 'The file holds no entry.'],
	['nothing but numbers', '[1, 2]', 'The file is neither of Murmurations nor of GoGoCarto.'],
	[
		'too many',
		inFile(...Array.from({ length: 201 }, () => gogo)),
		'The file holds 201 entries; at most 200 become drafts at once.',
	],
])('%s is refused as a whole', (_what, text, sentence) => {
	const others = read(text);
	expect('rule' in others ? formatProblem(others) : 'read').toContain(sentence);
});

test.each([
	['without a name', { name: ' ' }, 'has no name'],
	[
		'in no country of Europe',
		{ address: { addressCountry: 'Canada' } },
		'lies in “Canada”, which is no country of Europe',
	],
	[
		'in no place of Europe',
		{ address: {}, geo: { latitude: 0, longitude: 0 } },
		'names no country, and has no place in Europe',
	],
	['that is no group', 7, 'has no name'],
])('an entry %s is told by its number, and the others are read', (_what, changes, rule) => {
	const { drafts, problems } = draftsOf(inFile(gogo, typeof changes === 'number' ? changes : { ...gogo, ...changes }));
	expect(drafts).toHaveLength(1);
	expect(problems.map(formatProblem).join()).toMatch(new RegExp(`entry 2.*${rule}`, 's'));
});
