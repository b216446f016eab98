import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import * as harfbuzz from 'harfbuzzjs';

const fontFile = (name: string, subset: string, weight: number): string =>
	`node_modules/@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`;
const inSubsets = (name: string, weight: number, ...subsets: string[]): string[] =>
	subsets.map((subset) => fontFile(name, subset, weight));

const ALL_SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const;

/** Fonts by what they are for. A letter comes from the first font that has it. */
const families = {
	display: [
		...inSubsets('instrument-serif', 400, 'latin', 'latin-ext'),
		...inSubsets('noto-serif-display', 400, ...ALL_SUBSETS),
	],
	text: inSubsets('source-sans-3', 400, ...ALL_SUBSETS),
	strong: inSubsets('source-sans-3', 600, ...ALL_SUBSETS),
} as const;

/** What letters are for. */
export type Family = keyof typeof families;

/** The font inside of a WOFF file: the same tables, each packed by itself. */
function unpackWoff(woff: Buffer): Uint8Array {
	const count = woff.readUInt16BE(12);
	const font = Buffer.alloc(woff.readUInt32BE(16));
	woff.copy(font, 0, 4, 8);
	font.writeUInt16BE(count, 4);
	let at = 12 + 16 * count;
	for (let table = 0; table < count; table += 1) {
		const entry = 44 + 20 * table;
		const [from, packed, size] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset)) as [
			number,
			number,
			number,
		];
		const bytes = woff.subarray(from, from + packed);
		const to = 12 + 16 * table;
		woff.copy(font, to, entry, entry + 4);
		woff.copy(font, to + 4, entry + 16, entry + 20);
		font.writeUInt32BE(at, to + 8);
		font.writeUInt32BE(size, to + 12);
		(packed < size ? inflateSync(bytes) : bytes).copy(font, at);
		at += Math.ceil(size / 4) * 4;
	}
	return font;
}

/** A font in which lengths are told in em. */
interface LoadedFont {
	font: harfbuzz.Font;
	/** One unit of its design in em of the family, whose small letters are of one height. */
	unit: number;
	has: ReadonlySet<number>;
	outlines: Map<number, string>;
}

function loadFont(file: string): LoadedFont & { xHeight: number } {
	const face = new harfbuzz.Face(new harfbuzz.Blob(unpackWoff(readFileSync(file))));
	const font = new harfbuzz.Font(face);
	return {
		font,
		unit: 1 / face.upem,
		has: new Set(face.collectUnicodes()),
		outlines: new Map(),
		xHeight: font.getMetricPositionWithFallback(harfbuzz.MetricsTag.X_HEIGHT) / face.upem,
	};
}

function loadFamily(files: readonly string[]): LoadedFont[] {
	const fonts = files.map(loadFont);
	const [first] = fonts;
	return fonts.map((font) => ({ ...font, unit: font.unit * ((first?.xHeight ?? 1) / font.xHeight) }));
}

const loaded = new Map<Family, readonly LoadedFont[]>();
function fontsOf(family: Family): readonly LoadedFont[] {
	const fonts = loaded.get(family) ?? loadFamily(families[family]);
	loaded.set(family, fonts);
	return fonts;
}

/** A letter with the marks on it, so that both come from one font. */
const LETTER = /\P{M}\p{M}*/gu;
const pointsOf = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

const fontFor = (fonts: readonly LoadedFont[], letter: string) =>
	fonts.find(({ has }) => pointsOf(letter).every((point) => has.has(point)));

/** Whether there is a font for each letter of a text. */
export const canLay = (text: string, family: Family): boolean =>
	Array.from(text.matchAll(LETTER), ([letter]) => letter).every((letter) => fontFor(fontsOf(family), letter));

/** Text in pieces that come from one font each. */
function inFonts(text: string, family: Family): { font: LoadedFont; text: string }[] {
	const pieces: { font: LoadedFont; text: string }[] = [];
	for (const [letter] of text.matchAll(LETTER)) {
		const font = fontFor(fontsOf(family), letter);
		if (!font) continue;
		const last = pieces.at(-1);
		if (last?.font === font) last.text += letter;
		else pieces.push({ font, text: letter });
	}
	return pieces;
}

/** A line of text, laid out for letters of the size 1. */
export interface LaidLine {
	width: number;
	glyphs: { outline: string; x: number; y: number; unit: number }[];
}

function outlineOf({ font, outlines }: LoadedFont, glyph: number): string {
	const outline = outlines.get(glyph) ?? font.glyphToPath(glyph);
	outlines.set(glyph, outline);
	return outline;
}

/** Lays out a line; letters stand so much farther apart than they would. */
export function layLine(text: string, family: Family, spacing = 0): LaidLine {
	const glyphs: LaidLine['glyphs'] = [];
	let x = 0;
	for (const piece of inFonts(text.normalize('NFC'), family)) {
		const { font, unit } = piece.font;
		const buffer = new harfbuzz.Buffer();
		buffer.addText(piece.text);
		buffer.guessSegmentProperties();
		harfbuzz.shape(font, buffer);
		for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
			glyphs.push({ outline: outlineOf(piece.font, codepoint), x: x + xOffset * unit, y: yOffset * unit, unit });
			x += xAdvance * unit + spacing;
		}
	}
	return { width: Math.max(0, x - spacing), glyphs };
}

const short = (number: number, digits = 2) => Number(number.toFixed(digits)).toString();

/** A line as part of an SVG document, its letters as outlines: no font of the machine has a say. */
export const drawLine = ({ glyphs }: LaidLine, left: number, baseline: number, size: number, colour: string): string =>
	`<g fill="${colour}">${glyphs
		.filter(({ outline }) => outline !== '')
		.map(({ outline, x, y, unit }) => {
			const scale = short(unit * size, 5);
			return `<path transform="translate(${short(left + x * size)} ${short(baseline - y * size)}) scale(${scale} -${scale})" d="${outline}"/>`;
		})
		.join('')}</g>`;

/** What stands on one line unless it is too long, and whether a blank parts it from what stands before. */
interface Word {
	text: string;
	isApart: boolean;
}

const wordsOf = (text: string): Word[] =>
	text
		.split(/\s+/)
		.filter(Boolean)
		.flatMap((word) =>
			(word.match(/[^-/–—]+[-/–—]*|[-/–—]+/g) ?? []).map((part, index) => ({ text: part, isApart: index === 0 })),
		);

const joined = (words: readonly Word[]): string =>
	words.map(({ text, isApart }, index) => (isApart && index > 0 ? ` ${text}` : text)).join('');

/** Words in lines that are no wider than so much. A word that is wider by itself has a line of its own. */
function broken(words: readonly Word[], isTooWide: (text: string) => boolean): Word[][] {
	const lines: Word[][] = [];
	for (const word of words) {
		const last = lines.at(-1);
		if (last && !isTooWide(joined([...last, word]))) last.push(word);
		else lines.push([word]);
	}
	return lines;
}

/** Cuts a word that is wider than a line into pieces that are not. */
const cut = (word: Word, isTooWide: (text: string) => boolean): Word[] =>
	broken(
		Array.from(word.text.matchAll(LETTER), ([text], index) => ({ text, isApart: index === 0 && word.isApart })),
		isTooWide,
	).map((piece) => ({ text: joined(piece), isApart: piece[0]?.isApart ?? false }));

/** How large a text may be, and in how many lines. */
export interface Measure {
	size: number;
	lines: number;
}

/** A text in lines. */
export interface LaidText {
	size: number;
	lines: string[];
}

/** A text in the first of the sizes in which it fits, its lines as even as they get; cut, in the last, if it is too long for all. */
export function fitText(text: string, family: Family, width: number, measures: readonly Measure[]): LaidText {
	const words = wordsOf(text.normalize('NFC'));
	const widths = new Map<string, number>();
	const widthOf = (part: string) => {
		const known = widths.get(part) ?? layLine(part, family).width;
		widths.set(part, known);
		return known;
	};
	const last = measures.at(-1);
	for (const measure of measures) {
		const { size, lines: most } = measure;
		const widerThan = (limit: number) => (part: string) => widthOf(part) * size > limit;
		const isTooWide = widerThan(width);
		const parts =
			measure === last ? words.flatMap((word) => (isTooWide(word.text) ? cut(word, isTooWide) : [word])) : words;
		const lines = broken(parts, isTooWide);
		const fits = lines.length <= most && !lines.some((line) => isTooWide(joined(line)));
		if (fits) {
			let [narrow, wide] = [0, width];
			while (wide - narrow > 2) {
				const middle = (narrow + wide) / 2;
				const tried = broken(parts, widerThan(middle));
				if (tried.length <= lines.length && !tried.some((line) => widerThan(middle)(joined(line)))) wide = middle;
				else narrow = middle;
			}
			return { size, lines: broken(parts, widerThan(wide)).map(joined) };
		}
		if (measure === last) {
			const shown = lines.slice(0, most).map(joined);
			let end = shown.at(-1) ?? '';
			while (end !== '' && isTooWide(`${end}…`)) end = end.slice(0, -1).trimEnd();
			return { size, lines: [...shown.slice(0, -1), `${end}…`] };
		}
	}
	return { size: 0, lines: [] };
}
