import { describe, expect, test } from 'vitest';
import {
	askForShareCard,
	sourcesOf,
	DRAWING,
	DRAWN_WITH,
	findShareCard,
	SHARE_CARD,
	shareCardName,
	type ShareCard,
} from '../../src/files/share-card.ts';

const card: ShareCard = {
	kind: 'Cluster',
	title: 'A cluster',
	line: 'Torino, Piemonte, Italy',
	map: { area: 'IT', dots: [{ x: 300, y: 200 }] },
	site: { name: 'A site', publisher: 'A publisher' },
};

describe('the name of a card', () => {
	test('is the same for the same card', () => {
		expect(shareCardName(card)).toMatch(/^[0-9a-f]{16}$/);
		expect(shareCardName(structuredClone(card))).toBe(shareCardName(card));
	});

	test.each<[string, Partial<ShareCard>]>([
		['kind', { kind: 'Network' }],
		['title', { title: 'A Cluster' }],
		['name in its own language', { localName: 'Un cluster' }],
		['place', { line: 'Torino, Italy' }],
		['point', { map: { area: 'IT', dots: [{ x: 301, y: 200 }] } }],
		['map', { map: { area: 'FR', dots: [{ x: 300, y: 200 }] } }],
		['lack of a map', { map: undefined }],
		['site', { site: { name: 'A site', publisher: 'Another' } }],
	])('is another one with another %s', (_what, other) => {
		expect(shareCardName({ ...card, ...other })).not.toBe(shareCardName(card));
	});

	test('tells how it is drawn: by all code that draws, and every package', () => {
		const sources = sourcesOf(DRAWING);
		expect([...sources.keys()]).toEqual(
			expect.arrayContaining([
				'src/build/draw-card.ts',
				'src/build/lay-text.ts',
				'src/files/palette.ts',
				'src/formats/lands.ts',
				'src/formats/map-outlines.ts',
				'src/formats/map.ts',
				'src/schemas/countries.ts',
			]),
		);
		const named = [...sources.values()].flatMap((source) => [
			...Array.from(
				source.matchAll(/^(?:import (?!type\b)|\} )[^;]*?from '((?:@[^/']*\/)?[^./'][^/']*)/gm),
				([, name]) => name,
			),
			...Array.from(source.matchAll(/createRequire\(import\.meta\.url\)\('([^/']*)/g), ([, name]) => name),
			...Array.from(source.matchAll(/inSubsets\('([^']*)'/g), ([, name]) => `@fontsource/${name}`),
		]);
		const packages = new Set(named.filter((name) => name !== undefined && !name.startsWith('node:')));
		expect([...packages].sort()).toEqual([...DRAWN_WITH]);
	});
});

test('a card that a page asks for is found by its address', () => {
	const address = askForShareCard(card);
	const [, name = ''] = [...address.matchAll(SHARE_CARD)][0] ?? [];
	expect(name).toBe(shareCardName(card));
	expect(findShareCard(name)).toEqual(card);
	expect(findShareCard('0'.repeat(16))).toBeUndefined();
});
