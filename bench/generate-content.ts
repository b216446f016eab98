import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf } from '../src/files/front-matter.ts';
import { groupBy } from '../src/formats/group-by.ts';
import { countries, mainBoxOf, type CountryCode } from '../src/schemas/countries.ts';
import { SUMMARY_MAX_CHARACTERS } from '../src/schemas/fields.ts';
import { isInside } from '../src/schemas/land.ts';
import * as vocabularies from '../src/schemas/vocabularies.ts';
import { randomFrom } from '../tests/random.ts';

/** The day that made-up content is built for. */
export const BENCH_DAY = '2026-11-26';
/** Checks lie within as many days before it. */
const CHECKS_WITHIN_DAYS = 730;
const MILLISECONDS_A_DAY = 86_400_000;

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu är él ñu ör šk łi'.split(' ');

/** The words of the real profiles’ texts, each as often as it stands there. */
function wordsOf(folder: string): string[] {
	return readdirSync(folder)
		.sort()
		.flatMap((name) => bodyOf(readFileSync(join(folder, name), 'utf8')).match(/\p{L}[\p{L}’-]*\p{L}|\p{L}/gu) ?? []);
}

/** The towns and regions that the search knows, by country. */
function placesByCountry(): Map<string, string[]> {
	const read = (field: string, text: string) => new RegExp(`^${field}: "?([^"\\n]+)`, 'm').exec(text)?.[1] ?? '';
	const texts = readdirSync('content/places').map((name) => readFileSync(join('content/places', name), 'utf8'));
	return new Map(
		[...groupBy(texts, (text) => read('country', text))].map(([country, group]) => [
			country,
			group.map((text) => read('name', text)),
		]),
	);
}

/**
 * Fills a folder with `count` made-up profiles that pass the schema, beside the real settings. Their words are those
 * of the real profiles, as often as there. Same seed and same real profiles, same files.
 */
export function generateContent(folder: string, count: number, seed = 1): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'clusters'), { recursive: true });
	// What does not refer to profiles is the real one.
	for (const name of ['site', 'places', 'signposts', 'terms', 'organisations'])
		cpSync(join('content', name), join(folder, name), { recursive: true });
	// The day on which somebody really did something may lie after the day that this content is built for.
	const settings = join(folder, 'site/settings.yaml');
	writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^postReadOn: .*\n/m, ''));
	const words = wordsOf('content/clusters');
	const { share: random, below: whole, oneOf: pick } = randomFrom(seed);
	const times = <T>(length: number, make: () => T) => Array.from({ length }, make);
	const some = <T>(most: number, make: () => T) => [...new Set(times(1 + whole(most), make))];
	/** Leaves out `share` of the values, as sources do. */
	const known = <T>(share: number, value: T) => (random() < share ? value : undefined);
	const name = () => {
		const text = times(2 + whole(3), () => pick(syllables)).join('');
		return text.charAt(0).toUpperCase() + text.slice(1);
	};
	const phrase = (length: number) => times(length, () => pick(words)).join(' ');
	const sentences = (number: number) => times(number, () => `${phrase(16)}.`).join(' ');
	const codes = Object.keys(countries) as CountryCode[];
	const places = placesByCountry();
	const towns = times(200, name);
	const oneOf = (vocabulary: Record<string, unknown>) => pick(Object.keys(vocabulary));

	for (let index = 0; index < count; index += 1) {
		const country = pick(codes);
		const [west, south, east, north] = mainBoxOf(country);
		const position = {
			latitude: Number((south + random() * (north - south)).toFixed(3)),
			longitude: Number((west + random() * (east - west)).toFixed(3)),
			precision: 'town',
		};
		const stage = known(0.97, random() < 0.9 ? 'active' : oneOf(vocabularies.stages));
		const founded = known(0.75, 1950 + whole(70));
		const fields = {
			name: `${name()} ${name()} ${index}`,
			localNames: [{ name: `${name()} ${name()}`, language: 'fr' }],
			summary: sentences(2).slice(0, SUMMARY_MAX_CHARACTERS).trim(),
			kind: oneOf(vocabularies.clusterKinds),
			stage,
			founded,
			ended: stage === 'closed' || stage === 'completed' ? 2020 + whole(6) : undefined,
			carrier: { legalForm: oneOf(vocabularies.legalForms) },
			country,
			region: known(0.8, pick(places.get(country) ?? towns)),
			place: pick([...(places.get(country) ?? []), ...towns.slice(0, 5)]),
			position: isInside(country, position) ? position : undefined,
			scope: oneOf(vocabularies.scopes),
			themes: some(4, () => oneOf(vocabularies.themes)),
			sectors: some(4, () => phrase(2).slice(0, 80).trim()),
			services: some(6, () => oneOf(vocabularies.services)),
			activities: some(4, () => phrase(5).slice(0, 160).trim()),
			members: {
				total: 3 + whole(200),
				qualifier: 'exact',
				asOf: String(2005 + whole(20)),
				kinds: some(4, () => oneOf(vocabularies.memberKinds)),
			},
			practice: { worked: sentences(1), copy: sentences(1) },
			website: `https://example.org/${index}`,
			sources: [1, 2, 3].map((number) => ({
				title: `Page ${number} on ${index}`,
				url: `https://example.org/${index}/${number}`,
				supports: ['summary', 'members', 'services', 'body'],
			})),
			check: {
				on: new Date(Date.parse(BENCH_DAY) - whole(CHECKS_WITHIN_DAYS) * MILLISECONDS_A_DAY).toISOString().slice(0, 10),
				by: 'the generator',
				how: 'record',
				against: 'Nothing; this profile is made up for measuring.',
			},
		};
		// JSON is YAML, and quick to write.
		const yaml = Object.entries(fields)
			.filter(([, value]) => value !== undefined)
			.map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
			.join('\n');
		const body = times(2, () => sentences(5)).join('\n\n');
		writeFileSync(join(folder, 'clusters', `cluster-${index}.md`), `---\n${yaml}\n---\n\n${body}\n`);
	}
}
