import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Area, Spot } from '../formats/map.ts';
import { keptIn, versionOf } from './kept.ts';
import { readPalette } from './palette.ts';
import { digestOf } from './picture-facts.ts';

/** What the card of a page shows where somebody shares a link to it. */
export interface ShareCard {
	/** What the page is, in a word or two. */
	kind: string;
	title: string;
	/** The name in its own language, where the title is another one. */
	localName?: string | undefined;
	/** Below the title: where it lies, or when it was. */
	line?: string | undefined;
	/** Spots on the map of an area (`cardMapOf`); without a map the card shows the mark of the site. */
	map?: { area: Area; dots: readonly Spot[] } | undefined;
	/** Who publishes it. */
	site: { name: string; publisher: string };
}

/** In pixels: what all that show cards ask for. */
export const SHARE_CARD_SIZE = { width: 1200, height: 630 } as const;

/** Where share cards lie. Their names change with what they show, so that whoever has one may keep it for good. */
export const SHARE_CARDS_ADDRESS = '/_astro/share/';

/** The address of a share card. */
export const SHARE_CARD = /\/_astro\/share\/([0-9a-f]{16})\.png/g;

/** What draws cards. With what they import here they tell how a card is drawn. */
export const DRAWING = ['src/build/draw-card.ts', 'src/build/card-backgrounds.ts'] as const;
/** The packages that a card is drawn with. */
export const DRAWN_WITH = [
	'@fontsource/instrument-serif',
	'@fontsource/noto-serif-display',
	'@fontsource/source-sans-3',
	'harfbuzzjs',
	'sharp',
	'topojson-client',
	'world-atlas',
] as const;

const { keep, kept } = keptIn('share-cards');

/** Files and all that they import, with what is in them. */
export function sourcesOf(files: readonly string[], found = new Map<string, string>()): Map<string, string> {
	for (const file of files) {
		if (found.has(file)) continue;
		const source = readFileSync(file, 'utf8');
		found.set(file, source);
		const imports = source.matchAll(/^(?:import (?!type\b)|\} )[^;]*?from '(\.[^']*)'/gm);
		sourcesOf(
			Array.from(imports, ([, from = '']) => join(dirname(file), from).split(sep).join('/')),
			found,
		);
	}
	return found;
}

let recipe: string | undefined;
/** How cards are drawn: the same recipe draws the same card, to the byte. */
function readRecipe(): string {
	const sources = [...sourcesOf(DRAWING).values()].sort();
	return digestOf(JSON.stringify([sources, DRAWN_WITH.map(versionOf), readPalette()]));
}

/** Names what is drawn, by all that it is drawn from. */
function nameOf(drawn: unknown): string {
	recipe ??= readRecipe();
	return digestOf(`${JSON.stringify(drawn)} ${recipe}`).slice(0, 16);
}

/** The name of a card. */
export const shareCardName = (card: ShareCard): string => nameOf(card);

const backgroundFile = (area: Area | undefined) => `${nameOf(['background', area])}.svg`;

/** What lies behind the text of cards with the map of an area, if it was drawn before. */
export const keptBackground = (area: Area | undefined): string | undefined => kept(backgroundFile(area))?.toString();

/** Keeps what lies behind the text of cards. */
export const keepBackground = (area: Area | undefined, document: string): void => {
	keep(backgroundFile(area), document);
};

const asked = new Set<string>();

/** The address of a page’s share card. What it shows is kept under its name until it is drawn. */
export function askForShareCard(card: ShareCard): string {
	const name = shareCardName(card);
	const inputs = `${name}.json`;
	if (!asked.has(name) && !kept(inputs)) keep(inputs, JSON.stringify(card));
	asked.add(name);
	return `${SHARE_CARDS_ADDRESS}${name}.png`;
}

/** What the card of this name shows, if a page asked for it. */
export function findShareCard(name: string): ShareCard | undefined {
	const inputs = kept(`${name}.json`)?.toString();
	// Kept above.
	return inputs === undefined ? undefined : (JSON.parse(inputs) as ShareCard);
}

/** The card of this name, if it was drawn before. */
export const keptShareCard = (name: string): Buffer | undefined => kept(`${name}.png`);

/** Keeps a card that was drawn. */
export const keepShareCard = (name: string, drawn: Uint8Array): void => {
	keep(`${name}.png`, drawn);
};
