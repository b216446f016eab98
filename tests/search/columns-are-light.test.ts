import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/schemas/collections.ts';
import { countries, mainBoxOf, type CountryCode } from '../../src/schemas/countries.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import { isInside } from '../../src/schemas/land.ts';
import * as vocabularies from '../../src/schemas/vocabularies.ts';
import { toColumns } from '../../src/search/row-columns.ts';
import { entryOf } from '../entries.ts';
import { randomFrom } from '../random.ts';

const COUNT = 10_000;
const KIBIBYTE = 1024;
const DAY = 86_400_000;
/** Making up so many takes seconds on a busy machine. */
const TIMEOUT = 60_000;

/** Profiles without any order in them, which is as hard to pack as they get. */
function madeUp(count: number): Entry<'clusters'>[] {
	const { below, share, oneOf, someOf } = randomFrom(41);
	const codes = Object.keys(countries) as CountryCode[];
	const towns = new Map(
		codes.map((country) => {
			const [west, south, east, north] = mainBoxOf(country);
			const anywhere = () => ({
				latitude: Number((south + share() * (north - south)).toFixed(3)),
				longitude: Number((west + share() * (east - west)).toFixed(3)),
				precision: 'town',
			});
			return [country, Array.from({ length: 60 }, anywhere).filter((position) => isInside(country, position))];
		}),
	);
	return Array.from({ length: count }, (_, index) => {
		const country = oneOf(codes);
		return entryOf(
			'clusters',
			{
				name: `Cluster ${index}`,
				country,
				kind: oneOf(keysOf(vocabularies.clusterKinds)),
				stage: share() < 0.8 ? oneOf(keysOf(vocabularies.stages)) : undefined,
				founded: share() < 0.8 ? 1950 + below(76) : undefined,
				themes: someOf(keysOf(vocabularies.themes), 1 + below(4)),
				services: share() < 0.9 ? someOf(keysOf(vocabularies.services), 1 + below(6)) : undefined,
				position: share() < 0.9 ? oneOf(towns.get(country) ?? []) : undefined,
				check: {
					on: new Date(Date.UTC(2025, 0, 1) + below(730) * DAY).toISOString().slice(0, 10),
					by: 'the editors',
					how: 'sources',
					against: 'The page listed.',
				},
			},
			`cluster-${index}`,
		);
	});
}

test(
	'what 10,000 profiles are filtered and sorted by weighs at most 150 KiB on its way',
	() => {
		const site = { clusters: madeUp(COUNT), settings: entryOf('site').data, today: '2026-11-24' };
		const packed = brotliCompressSync(JSON.stringify(toColumns(site)));
		expect(packed.byteLength).toBeLessThanOrEqual(150 * KIBIBYTE);
	},
	TIMEOUT,
);
