import sharp from 'sharp';
import type { Area } from '../formats/map.ts';
import { SHARE_CARD_SIZE, type ShareCard } from '../files/share-card.ts';
import { circle, colour, COUNTRY_SHARE, EUROPE_SHARE, LAND_SHARE, MAP_LEFT, openCard, ring } from './card-shapes.ts';
import { colourFinder, cover, mixed, toColour, writePng, type Colour, type Numbered } from './write-png.ts';
import { canLay, drawLine, fitText, layLine, type Family, type Measure } from './lay-text.ts';

const { width: WIDTH, height: HEIGHT } = SHARE_CARD_SIZE;
/** Where all text begins, and how wide it may be. */
const LEFT = 64;
const TEXT_WIDTH = 600;
/** Baselines from above: what the page is; below which its title begins; above which all text about it ends. */
const KIND_BASELINE = 92;
const TITLE_TOP = 116;
const TEXT_END = 478;
/** A title, large first. */
const TITLE_MEASURES: readonly Measure[] = [
	{ size: 116, lines: 2 },
	{ size: 102, lines: 3 },
	{ size: 88, lines: 3 },
	{ size: 76, lines: 4 },
	{ size: 66, lines: 4 },
	{ size: 58, lines: 5 },
	{ size: 50, lines: 6 },
	{ size: 44, lines: 6 },
];
/** Lines of a title follow each other at so many times their size; letters reach above and below their line. */
const TITLE_LEADING = 1;
const TITLE_ASCENT = 0.76;
const TITLE_DESCENT = 0.26;

/** Most that a card may weigh: what is shown while somebody waits. */
export const SHARE_CARD_MAX_BYTES = 60_000;

/** The colours of text: by day over a map, by night with the mark of the site. */
const schemes = {
	map: { page: 'paper-100', kind: 'moss-700', title: 'ink-900', soft: 'ink-600', mark: 'moss-700', line: 'paper-300' },
	mark: { page: 'moss-900', kind: 'sun-300', title: 'fog-100', soft: 'fog-300', mark: 'moss-700', line: 'moss-700' },
} as const;

/** The dots of a map: one large, several small. */
function drawDots({ area, dots }: NonNullable<ShareCard['map']>): string {
	const spots = dots.map(({ x, y }) => ({ x: x + MAP_LEFT, y }));
	if (spots.length === 1 && area !== 'europe') {
		return spots
			.map((spot) =>
				[
					circle(spot, 46, 'sun-400', 0.28),
					circle(spot, 27, 'sun-400', 0.7),
					circle(spot, 14, 'paper-50'),
					circle(spot, 10, 'moss-900'),
				].join(''),
			)
			.join('');
	}
	const layers: [number, string, number][] = [
		[15, 'sun-400', 0.45],
		[7.5, 'paper-50', 1],
		[5.5, 'moss-900', 1],
	];
	return layers
		.map(([size, fill, opacity]) => spots.map((spot) => circle(spot, size, fill, opacity)).join(''))
		.join('');
}

/** The mark of the site with its name and its publisher. */
function drawSite({ name, publisher }: ShareCard['site'], scheme: (typeof schemes)['map' | 'mark']): string {
	const [top, size] = [520, 58];
	const middle = { x: LEFT + size / 2, y: top + size / 2 };
	const dots = ring(middle, 18.5, [5.2, 5.2, 2.9, 5.2, 5.2, 2.9], 'paper-100');
	const beside = LEFT + size + 18;
	const lay = (text: string, family: Family, most: number) => {
		const { lines, size: fitted } = fitText(text, family, TEXT_WIDTH - size - 18, [
			{ size: most, lines: 1 },
			{ size: most * 0.8, lines: 1 },
		]);
		return { line: layLine(lines[0] ?? '', family), fitted };
	};
	const [called, by] = [lay(name, 'display', 36), lay(publisher, 'text', 22)];
	return `<rect x="${LEFT}" y="${top}" width="${size}" height="${size}" rx="13" fill="${colour(scheme.mark)}"/>${dots}${circle(middle, 5.2, 'sun-400')}${drawLine(called.line, beside, top + 27, called.fitted, colour(scheme.title))}${drawLine(by.line, beside, top + 54, by.fitted, colour(scheme.soft))}`;
}

/** What a card says, and the dots of its map, for what lies behind them. */
export function drawWords(card: ShareCard): string {
	const scheme = schemes[card.map ? 'map' : 'mark'];
	// What no font here can write is not written in part.
	const title = canLay(card.title, 'display') ? card.title : card.site.name;
	const parts = [card.localName, card.line].map((text) => (text && canLay(text, 'text') ? text : undefined));
	const [localName, line] = parts.map((text, index) =>
		text === undefined
			? []
			: fitText(text, 'text', TEXT_WIDTH - (index === 0 ? 0 : 20), [
					{ size: 31, lines: 1 },
					{ size: 28, lines: 3 },
				]).lines.map((laid) => ({ laid, size: 29, colour: index === 0 ? scheme.soft : scheme.title })),
	);
	const below = [...(localName ?? []), ...(line ?? [])];
	const room = TEXT_END - TITLE_TOP - below.length * 39 - (below.length > 0 ? 12 : 0);
	const highOf = ({ size, lines }: Measure) => size * (TITLE_ASCENT + TITLE_DESCENT + (lines - 1) * TITLE_LEADING);
	const measures = TITLE_MEASURES.map(({ size, lines }) => {
		const most = Math.floor((room / size - TITLE_ASCENT - TITLE_DESCENT) / TITLE_LEADING) + 1;
		return { size, lines: Math.max(1, Math.min(lines, most)) };
	});
	const fitted = fitText(title, 'display', TEXT_WIDTH, measures);
	const kind = fitText(card.kind.toLocaleUpperCase('en'), 'strong', TEXT_WIDTH - 60, [{ size: 21, lines: 1 }]);
	const titleEnd = TITLE_TOP + highOf({ size: fitted.size, lines: fitted.lines.length });
	return [
		openCard,
		card.map ? drawDots(card.map) : '',
		...kind.lines.map((text) => drawLine(layLine(text, 'strong', 0.07), LEFT, KIND_BASELINE, 21, colour(scheme.kind))),
		...fitted.lines.map((text, index) =>
			drawLine(
				layLine(text, 'display'),
				LEFT - fitted.size * 0.02,
				TITLE_TOP + fitted.size * (TITLE_ASCENT + index * TITLE_LEADING),
				fitted.size,
				colour(scheme.title),
			),
		),
		...below.map(({ laid, size, colour: name }, index) =>
			drawLine(layLine(laid, 'text'), LEFT, titleEnd + 36 + index * 39, size, colour(name)),
		),
		drawSite(card.site, scheme),
		'</svg>',
	].join('');
}

const tone = (name: string, share = 1, below = 'paper-100'): Colour =>
	mixed(toColour(colour(below)), toColour(colour(name)), share);

/** Gives colours from one to another, as edges of letters have them. */
type Between = (from: Colour, to: Colour, steps: number) => Colour[];

/** Colours between two in so many steps, or in a share of them. */
const inSteps =
	(share: number): Between =>
	(from, to, steps) => {
		const count = Math.ceil(steps * share);
		return Array.from({ length: count + 1 }, (_, step) => mixed(from, to, step / count));
	};

/** All colours that cards with a map are drawn in, and those between them that are seen. */
function mapColours(scheme: 'country' | 'europe', between: Between): Colour[] {
	const page = tone('paper-100');
	const land = scheme === 'europe' ? tone('moss-700', EUROPE_SHARE) : tone('paper-300', LAND_SHARE);
	const country = tone('moss-700', COUNTRY_SHARE);
	const moss = tone('moss-700');
	const halos = [page, land, country].flatMap((below) => {
		const outer = mixed(below, tone('sun-400'), 0.28);
		return [outer, mixed(outer, tone('sun-400'), 0.7), mixed(below, tone('sun-400'), 0.45)];
	});
	return [
		...between(page, land, 18),
		...between(page, tone('ink-900'), 10),
		...between(page, tone('ink-600'), 7),
		...between(page, moss, 9),
		...between(land, moss, 5),
		...between(country, moss, 4),
		...between(page, country, 4),
		...between(moss, tone('sun-400'), 3),
		...between(tone('moss-900'), tone('paper-50'), 5),
		...halos,
	];
}

/** All colours that cards with the mark of the site are drawn in. */
function markColours(between: Between): Colour[] {
	const page = tone('moss-900');
	return [
		...between(page, tone('fog-100'), 10),
		...between(page, tone('fog-300'), 7),
		...between(page, tone('sun-300'), 7),
		...between(page, tone('moss-700'), 5),
		...between(tone('moss-700'), tone('paper-100'), 5),
		...between(mixed(page, tone('sun-400'), 0.14), tone('sun-400'), 5),
	];
}

const schemeOf = (area: Area | undefined) => {
	if (area === undefined) return 'mark';
	return area === 'europe' ? area : 'country';
};
const inPalette = (palette: Colour[]) => ({ palette, numberOf: colourFinder(palette) });
const coloursIn = (between: Between) => ({
	country: inPalette(mapColours('country', between)),
	europe: inPalette(mapColours('europe', between)),
	mark: inPalette(markColours(between)),
});
const fine = coloursIn(inSteps(1));
/** For the few cards with so many words and coasts that they would weigh too much. */
const coarse = coloursIn(inSteps(0.2));

const draw = (document: string): Promise<Buffer> => sharp(Buffer.from(document)).ensureAlpha().raw().toBuffer();

/** What many cards have behind their text, drawn: its pixels, and those in numbered colours. */
export interface Background {
	scheme: keyof typeof fine;
	pixels: Buffer;
	numbered: Numbered;
}

const inColours = (pixels: Buffer, { numberOf }: ReturnType<typeof inPalette>): Numbered => {
	const blank = { rows: new Uint8Array((WIDTH + 1) * HEIGHT), width: WIDTH, height: HEIGHT };
	return cover(pixels, blank, pixels, numberOf);
};

/** Draws what many cards have in common, from its document. */
export async function drawBackground(document: string, area: Area | undefined): Promise<Background> {
	const scheme = schemeOf(area);
	const pixels = await draw(document);
	return { scheme, pixels, numbered: inColours(pixels, fine[scheme]) };
}

/** Draws a card as PNG, which all show that show cards, and which keeps letters sharp. */
export async function drawCard(card: ShareCard, { scheme, pixels, numbered }: Background): Promise<Buffer> {
	const words = await draw(drawWords(card));
	const { palette, numberOf } = fine[scheme];
	const drawn = await writePng(cover(pixels, numbered, words, numberOf), palette);
	if (drawn.length <= SHARE_CARD_MAX_BYTES) return drawn;
	const fewer = coarse[scheme];
	return writePng(cover(pixels, inColours(pixels, fewer), words, fewer.numberOf), fewer.palette);
}
