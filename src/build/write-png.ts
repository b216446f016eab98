import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A colour from its six digits: `#0b5d4b`. */
export const toColour = (hex: string): Colour => {
	const number = Number.parseInt(hex.slice(1), 16);
	return [number >> 16, (number >> 8) & 255, number & 255];
};

/** A colour of which so much covers another: from 0, nothing, to 1. */
export const mixed = (below: Colour, above: Colour, share: number): Colour => {
	const [red, green, blue] = below.map((part, index) => Math.round(part + ((above[index] ?? 0) - part) * share));
	return [red ?? 0, green ?? 0, blue ?? 0];
};

const pack = promisify(deflate);

function chunk(name: string, content: Uint8Array): Buffer {
	const whole = Buffer.alloc(content.length + 12);
	whole.writeUInt32BE(content.length);
	whole.write(name, 4, 'latin1');
	whole.set(content, 8);
	whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
	return whole;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_KIND = 3;

/** A picture in numbered colours: of each row how it is told (nought: by itself), then the numbers of its pixels. */
export interface Numbered {
	rows: Uint8Array;
	width: number;
	height: number;
}

/**
 * Numbers the colours of pictures, at most 255. What a picture is drawn in is known, so none have to be looked for in
 * it, which takes most of the time otherwise.
 */
export function colourFinder(palette: readonly Colour[]) {
	/** The number of the nearest colour, counted from 1, for each colour that was asked for. */
	const known = new Uint8Array(2 ** 24);
	const find = (red: number, green: number, blue: number): number => {
		let [best, least] = [0, Infinity];
		palette.forEach(([r, g, b], index) => {
			// The eye sees differences of green most, of blue least.
			const away = 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + (b - blue) ** 2;
			if (away < least) [best, least] = [index, away];
		});
		return best + 1;
	};
	return (red: number, green: number, blue: number): number => {
		const key = (red << 16) | (green << 8) | blue;
		const before = known[key] ?? 0;
		const number = before === 0 ? find(red, green, blue) : before;
		known[key] = number;
		return number - 1;
	};
}

/** Lays pixels of red, green, blue and how much they cover over others, in numbered colours: most cover nothing. */
export function cover(
	below: Uint8Array,
	under: Numbered,
	above: Uint8Array,
	numberOf: ReturnType<typeof colourFinder>,
): Numbered {
	const { width, height } = under;
	const rows = under.rows.slice();
	let at = 0;
	for (let row = 0; row < height; row += 1) {
		const start = row * (width + 1) + 1;
		for (let to = start; to < start + width; to += 1, at += 4) {
			const share = above[at + 3] ?? 0;
			if (share === 0) continue;
			const mix = (part: number) => {
				const from = below[at + part] ?? 0;
				return Math.round(from + (((above[at + part] ?? 0) - from) * share) / 255);
			};
			rows[to] = numberOf(mix(0), mix(1), mix(2));
		}
	}
	return { rows, width, height };
}

/** Writes a picture as PNG. */
export async function writePng({ rows, width, height }: Numbered, palette: readonly Colour[]): Promise<Buffer> {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width);
	head.writeUInt32BE(height, 4);
	head.set([8, PALETTE_KIND, 0, 0, 0], 8);
	const packed = await pack(rows, { level: 8, memLevel: 9 });
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', head),
		chunk('PLTE', Uint8Array.from(palette.flat())),
		chunk('IDAT', packed),
		chunk('IEND', new Uint8Array()),
	]);
}
