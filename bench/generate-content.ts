import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countries, isInside, mainBoxOf, type CountryCode } from '../src/schemas/countries.ts';
import * as vocabularies from '../src/schemas/vocabularies.ts';

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu är él ñu ör šk łi'.split(' ');
const words =
	'members share a workshop and buy together while the town lends an old mill where food tools and ideas move between small firms that train people who look for work'.split(
		' ',
	);

/** Fills a folder with `count` made-up profiles that pass the schema, beside the real settings. Same seed, same files. */
export function generateContent(folder: string, count: number, seed = 1): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'clusters'), { recursive: true });
	cpSync('content/site', join(folder, 'site'), { recursive: true });
	const random = randomFrom(seed);
	const whole = (below: number) => Math.floor(random() * below);
	const pick = <T>(list: readonly T[]): T => list[whole(list.length)] as T;
	const some = (list: readonly string[], most: number) => [
		...new Set(Array.from({ length: 1 + whole(most) }, () => pick(list))),
	];
	const name = () => {
		const text = Array.from({ length: 2 + whole(3) }, () => pick(syllables)).join('');
		return text.charAt(0).toUpperCase() + text.slice(1);
	};
	const sentence = (length: number) => `${Array.from({ length }, () => pick(words)).join(' ')}.`;
	const codes = Object.keys(countries) as CountryCode[];
	const towns = Array.from({ length: 400 }, name);

	for (let index = 0; index < count; index += 1) {
		const country = pick(codes);
		const [west, south, east, north] = mainBoxOf(country);
		const position = {
			latitude: Number((south + random() * (north - south)).toFixed(3)),
			longitude: Number((west + random() * (east - west)).toFixed(3)),
			precision: 'town',
		};
		const fields = {
			name: `${name()} ${name()} ${index}`,
			localNames: [{ name: `${name()} ${name()}`, language: 'fr' }],
			summary: sentence(24),
			kind: pick(vocabularies.idsOf(vocabularies.clusterKinds)),
			stage: 'active',
			founded: 1950 + whole(70),
			carrier: { legalForm: pick(vocabularies.idsOf(vocabularies.legalForms)) },
			country,
			region: name(),
			place: pick(towns),
			...(isInside(country, position) ? { position } : {}),
			scope: pick(vocabularies.idsOf(vocabularies.scopes)),
			themes: some(vocabularies.idsOf(vocabularies.themes), 4),
			sectors: some(words, 4),
			services: some(vocabularies.idsOf(vocabularies.services), 6),
			activities: [sentence(5), `${sentence(6)} ${index}`],
			members: {
				total: 3 + whole(200),
				qualifier: 'exact',
				asOf: String(2005 + whole(20)),
				kinds: some(vocabularies.idsOf(vocabularies.memberKinds), 4),
			},
			practice: { worked: sentence(18), copy: sentence(14) },
			website: `https://example.org/${index}`,
			sources: [1, 2, 3].map((number) => ({
				title: `Page ${number} on ${index}`,
				url: `https://example.org/${index}/${number}`,
				supports: ['summary', 'members', 'services', 'body'],
			})),
			check: {
				on: '2026-11-24',
				by: 'the generator',
				how: 'record',
				against: 'Nothing; this profile is made up for measuring.',
			},
		};
		const body = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => sentence(16)).join(' ')).join('\n\n');
		// JSON is YAML, and quick to write.
		const yaml = Object.entries(fields)
			.map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
			.join('\n');
		writeFileSync(join(folder, 'clusters', `cluster-${index}.md`), `---\n${yaml}\n---\n\n${body}\n`);
	}
}
