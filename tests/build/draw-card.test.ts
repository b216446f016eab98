import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { backgroundOf } from '../../src/build/card-backgrounds.ts';
import { drawBackground, drawCard, drawWords, SHARE_CARD_MAX_BYTES } from '../../src/build/draw-card.ts';
import type { ShareCard } from '../../src/files/share-card.ts';
import { cardMapOf, type Area } from '../../src/formats/map.ts';
import { mapWith } from '../../src/model/share-cards.ts';
import { countries } from '../../src/schemas/countries.ts';
import { keysOf } from '../../src/schemas/keys-of.ts';
import { parts } from '../../src/schemas/land.ts';
import { namesToWrite } from '../corpus/names.ts';

const site = { name: 'Social Economy Clusters', publisher: 'Euclid Network' };
const longest = namesToWrite.at(-1)?.[1] ?? '';
const areas: readonly (Area | undefined)[] = [undefined, 'europe', ...keysOf(countries), ...keysOf(parts)];

const backgroundFor = (area: Area | undefined) => drawBackground(backgroundOf(area), area);

/** A card that has as much to show as cards get. */
const fullCard = (area: Area | undefined): ShareCard => ({
	kind: 'Cluster of social and ecological innovation',
	title: longest,
	localName: 'Συνεταιρισμός Κοινωνικής Οικονομίας Καρδίτσας',
	line: 'Saint-Étienne-du-Rouvray, Provence-Alpes-Côte d’Azur, Bosnia and Herzegovina',
	map: area && { area, dots: dotsIn(area) },
	site,
});

function dotsIn(area: Area) {
	const map = cardMapOf(area);
	const [west, south, east, north] = map.box;
	const steps = area === 'europe' ? Array.from({ length: 17 }, (_, index) => (index + 0.5) / 17) : [0.5];
	const positions = steps.flatMap((x) =>
		steps.map((y) => ({ longitude: west + x * (east - west), latitude: south + y * (north - south) })),
	);
	return mapWith(area, positions).dots;
}

describe.each(areas)('a card of %s', (area) => {
	test('is a PNG of 1200 × 630 pixels and at most 60 kB, whatever it shows', async () => {
		const drawn = await drawCard(fullCard(area), await backgroundFor(area));
		const { format, width, height, exif, icc } = await sharp(drawn).metadata();
		expect({ format, width, height, exif, icc }).toEqual({ format: 'png', width: 1200, height: 630 });
		expect(SHARE_CARD_MAX_BYTES).toBe(60_000);
		expect(drawn.length).toBeLessThanOrEqual(SHARE_CARD_MAX_BYTES);
	});
});

test('a country lies in the right half of its card, its point in it', () => {
	for (const area of keysOf(countries)) {
		for (const { x, y } of dotsIn(area)) {
			expect(x, area).toBeGreaterThan(240);
			expect(x, area).toBeLessThan(760);
			expect(y, area).toBeGreaterThan(41);
			expect(y, area).toBeLessThan(571);
		}
	}
});

test('the same card is the same to the byte, in any order', async () => {
	const cards = (['IT', 'GR'] as const).map(fullCard);
	const drawAll = (list: readonly ShareCard[]) =>
		Promise.all(
			list.map(async (card) => (await drawCard(card, await backgroundFor(card.map?.area))).toString('base64')),
		);
	expect(await drawAll(cards.toReversed())).toEqual((await drawAll(cards)).toReversed());
});

test('nothing on a card is left to fonts of the machine', () => {
	expect(drawWords(fullCard('IT'))).not.toMatch(/<text|font-|<image/);
});

test('a title that no font here can write gives way to the name of the site', () => {
	const card = { ...fullCard('IT'), localName: undefined, line: undefined };
	expect(drawWords({ ...card, title: '社会経済' })).toBe(drawWords({ ...card, title: site.name }));
});

test('what a card says stays above the mark of the site, however long it is', () => {
	for (const [, title] of namesToWrite) {
		const baselines = [...drawWords({ ...fullCard('IT'), title }).matchAll(/translate\([\d.-]+ ([\d.]+)\)/g)].map(
			([, y]) => Number(y),
		);
		// The name of the site is on the first line below.
		expect(baselines.filter((y) => y > 478 + 5 && y < 540)).toEqual([]);
	}
});
