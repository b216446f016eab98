import { isDeviceName } from '../schemas/slug.ts';
import { Refusal } from './refusal.ts';

// What Decap does with a picture before it uploads it: stands in for its own module (build/lean-decap.ts), which would
// enlarge small pictures and make what can be seen through black. A picture is made anew, upright, without metadata: the
// place where it was taken never gets into the repository, nor does a file that the build would refuse.

/** More than pages show; a photo then has some 300 kB. */
const MAX_SIDE_IN_PIXELS = 1920;
const QUALITY = 0.82;

/** A type that is published: how its files begin, read as windows-1252, how they end, and what their names end in. */
interface PictureType {
	label: string;
	type: string;
	beginning: RegExp;
	isWhole: (bytes: Uint8Array, text: string) => boolean;
	endings: RegExp;
}

const numberAt = (bytes: Uint8Array, at: number, isLittleEndian = false): number =>
	at + 4 > bytes.length ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, isLittleEndian);

/** Whether the boxes that a file is made of fill it to its end. */
function hasWholeBoxes(bytes: Uint8Array): boolean {
	let at = 0;
	for (let size = numberAt(bytes, at); at < bytes.length && size >= 8; size = numberAt(bytes, at)) at += size;
	return at === bytes.length;
}

const types: PictureType[] = [
	{
		label: 'a JPEG',
		type: 'image/jpeg',
		beginning: /^\xff\xd8\xff/,
		isWhole: (_, text) => text.includes('\xff\xd9'),
		endings: /\.jpe?g$/i,
	},
	{
		label: 'a PNG',
		type: 'image/png',
		beginning: /^[^]PNG\r\n/,
		isWhole: (_, text) => text.includes('IEND'),
		endings: /\.png$/i,
	},
	{
		label: 'a WebP',
		type: 'image/webp',
		beginning: /^RIFF[^]{4}WEBP/,
		isWhole: (bytes) => numberAt(bytes, 4, true) + 8 <= bytes.length,
		endings: /\.webp$/i,
	},
	{
		label: 'an AVIF',
		type: 'image/avif',
		beginning: /^[^]{4}ftyp(?:avi[fs]|mi[fa][^]{0,40}avif)/,
		isWhole: hasWholeBoxes,
		endings: /\.avif$/i,
	},
];

const scaleOf = ({ width, height }: ImageBitmap): number => Math.min(1, MAX_SIDE_IN_PIXELS / Math.max(width, height));

/** A picture as a browser writes it: still, upright, small enough. Undefined if this one does not write the type. */
async function madeAnew(picture: ImageBitmap, name: string, type: string): Promise<File | undefined> {
	const scale = scaleOf(picture);
	const canvas = new OffscreenCanvas(
		Math.max(1, Math.round(picture.width * scale)),
		Math.max(1, Math.round(picture.height * scale)),
	);
	canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	const made = await canvas.convertToBlob({ type, quality: QUALITY });
	return made.type === type ? new File([made], name, { type }) : undefined;
}

/** Whether a file may hold what a camera noted, or moves: nothing that could be published as it is. */
const holdsMore = (text: string): boolean =>
	/eXIf|EXIF|Exif\0|http:\/\/ns\.adobe\.com\/xap|exif|ANIM|ftypavis/.test(text);

/** More than any browser unpacks in a moment. */
const MAX_PIXELS = 100e6;

/** Refuses a PNG that says at its beginning that nobody could unpack it. */
function refuseHuge(name: string, bytes: Uint8Array): void {
	const [width, height] = [numberAt(bytes, 16), numberAt(bytes, 20)];
	if (width * height <= MAX_PIXELS) return;
	throw new Refusal(`${name} has ${width} × ${height} pixels. Make it smaller, and choose that.`);
}

/** Decap asks how pictures are changed; there is nothing to choose. */
export const getMediaProcessingConfig = () => undefined;

/** Every file is looked at. */
export const shouldTransformImage = () => true;

/** A name that entries can write and every system can have, near the one that a file has. */
export function getMediaProcessingFileName(name: string): string {
	const [, stem = '', ending = ''] = /^(.*?)(\.[a-z]+)?$/s.exec(name.normalize('NFD').toLowerCase()) ?? [];
	const plain = stem
		.replace(/\p{Mark}/gu, '')
		.replace(/[^a-z0-9_-]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return `${plain === '' || isDeviceName(plain) ? `picture${plain && '-'}${plain}` : plain}${ending}`;
}

const SAVE_AS = 'Save it as JPEG, PNG, WebP or AVIF, and choose that.';

/** How a picture of a type that browsers do not show becomes one that they do, by its name or how it begins. */
const waysOut: [sign: RegExp, mend: string][] = [
	[
		/\.hei[cf]\n|^[^\n]*\n[^]{4}ftyp(?:he|mif|msf)/i,
		'Browsers do not show HEIC. Export it as JPEG: on a Mac in Photos, File › Export; on an iPhone, Settings › Camera › Formats › Most Compatible, for the next ones; in Windows, Photos › Save as.',
	],
	[/\.svg\n|<svg[\s>]/i, 'Drawings in SVG can hold scripts. Save it as PNG or WebP, and choose that.'],
];

/** What is uploaded for a file. Throws a `Refusal` if a browser cannot show it. */
export async function transformImage(file: File, path: string): Promise<{ file: File; path: string }[]> {
	const { name } = file;
	const bytes = new Uint8Array(await file.arrayBuffer());
	const text = new TextDecoder('latin1').decode(bytes);
	const known = types.find(({ beginning }) => beginning.test(text));
	if (known?.type === 'image/png') refuseHuge(name, bytes);
	// Which also turns it as its metadata says.
	const picture = known && (await createImageBitmap(new Blob([bytes], { type: known.type })).catch(() => undefined));
	if (!known || !picture) {
		const way = waysOut.find(([sign]) => !known && sign.test(`${name}\n${text.slice(0, 1000)}`))?.[1] ?? SAVE_AS;
		throw new Refusal(`${name} is no picture that browsers show. ${way}`);
	}
	if (!known.isWhole(bytes, text)) {
		throw new Refusal(`${name} is cut off: a part of it is missing. Copy or download it again, and choose that.`);
	}
	const wanted = types.find(({ endings }) => endings.test(name));
	const made = wanted && (await madeAnew(picture, name, wanted.type));
	// Not every browser can write them all.
	const isFine = wanted === known && scaleOf(picture) === 1 && !holdsMore(text);
	if (!made && !isFine) {
		throw new Refusal(
			wanted === known
				? `${name} is wider than ${MAX_SIDE_IN_PIXELS} pixels, moves, or says where it was taken, and this browser cannot write its type. Save it as JPEG or PNG, and choose that.`
				: `${name} is ${known.label} picture, and its name says otherwise. Rename it, so that it ends as such pictures do, and choose it again.`,
		);
	}
	return [{ file: made ?? file, path }];
}
