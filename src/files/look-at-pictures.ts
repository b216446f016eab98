// Says what files really are, by reading them to their end. A program of its own: sharp answers later, and whoever
// reads content waits (picture-facts.ts). Paths come in as JSON, facts go out as JSON, in the same order,
// each with the digest of the bytes they were found in: a file may be written while it is looked at.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { json } from 'node:stream/consumers';
import sharp, { type Metadata } from 'sharp';
import { digestOf, isWithinLimits, type Look, type PictureFacts } from './picture-facts.ts';

// Of some fifty formats that libvips reads, with their faults, the four that may be published.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}`) });
sharp.concurrency(1);

/** How files begin, read as Latin-1. AVIF and HEIC are boxes of the same make, told apart by their brands. */
const beginnings: [beginning: RegExp, type: string][] = [
	[/^\xff\xd8\xff/, 'jpeg'],
	[/^\x89PNG\r\n/, 'png'],
	[/^RIFF[^]{4}WEBP/, 'webp'],
	[/^[^]{4}ftypavis/, 'moving'],
	[/^[^]{4}ftyp(?:avif|mi[fa][^]*avif)/, 'avif'],
	[/^[^]{4}ftyp(?:he|mif|msf)/, 'heic'],
	[/^[^]{4}ftyp/, 'video'],
	[/^GIF8/, 'gif'],
	[/^(?:II\*\0|MM\0\*)/, 'tiff'],
	[/^BM[^]{4}\0{4}/, 'bmp'],
	[/^(?:\xff\n|[^]{4}JXL )/, 'jxl'],
	[/^%PDF/, 'pdf'],
];

function typeOf(bytes: Buffer): string {
	if (bytes.length === 0) return 'empty';
	const start = bytes.toString('latin1', 0, 64);
	const known = beginnings.find(([beginning]) => beginning.test(start))?.[1];
	if (known) return known;
	const text = bytes.toString('utf8');
	if (/[\0\ufffd]/.test(text)) return 'unknown';
	if (/<svg[\s>]/i.test(text)) return 'svg';
	return /<(?:!doctype html|html|body|script)[\s>]/i.test(text) ? 'html' : 'text';
}

/** The tags of one directory of EXIF, with the place of their values. */
function tagsAt(tiff: Buffer, directory: number, isLittleEndian: boolean) {
	const short = (at: number) => (isLittleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	return Array.from({ length: short(directory) }, (_, index) => {
		const at = directory + 2 + index * 12;
		return { tag: short(at), valueAt: at + 8 };
	});
}

const GPS_DIRECTORY = 0x88_25;
/** The version of the tags, and the time that satellites gave. */
const TAGS_WITHOUT_PLACE = [0, 7, 29];

/** Whether EXIF says where a picture was taken. */
function exifTellsPlace(exif: Buffer): boolean {
	const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
	const isLittleEndian = tiff[0] === 'I'.charCodeAt(0);
	const long = (at: number) => (isLittleEndian ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
	try {
		const gps = tagsAt(tiff, long(4), isLittleEndian).find(({ tag }) => tag === GPS_DIRECTORY);
		if (!gps) return false;
		return tagsAt(tiff, long(gps.valueAt), isLittleEndian).some(({ tag }) => !TAGS_WITHOUT_PLACE.includes(tag));
	} catch (error) {
		// A directory that leads out of the file tells nobody anything.
		if (error instanceof RangeError) return false;
		throw error;
	}
}

/** EXIF that a PNG carries as text, in the way of ImageMagick. */
const exifInText = ({ keyword, text }: { keyword: string; text: string }): Buffer[] =>
	/^Raw profile type (?:exif|APP1)$/i.test(keyword)
		? [Buffer.from(text.replace(/^\s*\w+\s+\d+/, '').replace(/\s/g, ''), 'hex')]
		: [];

const tellsPlace = ({ exif, xmpAsString = '', comments = [] }: Metadata): boolean =>
	[...(exif ? [exif] : []), ...comments.flatMap(exifInText)].some(exifTellsPlace) ||
	/\bGPS(?:Dest)?L(?:at|ong)itude\b/.test(xmpAsString);

/** A moving PNG says so before its first picture; sharp does not know. */
const isMoving = (bytes: Buffer, type: string, { pages = 1 }: Metadata): boolean =>
	pages > 1 || (type === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL'));

/** A fault that libjpeg only warns of, and that cameras of one make write into every file: such a picture is whole. */
const isHarmless = (error: unknown) => String(error).includes('Invalid SOS parameters');

/**
 * Whether a picture can be read to its end. A header alone does not tell: half a file has all of it. libvips has one
 * place for the faults of all that it reads at a time: what is harmless is known of a picture that is read alone.
 */
async function isWhole(bytes: Buffer, isAlone: boolean): Promise<boolean> {
	// To a few points: a JPEG is then read in a tenth of the time, to its end all the same.
	const decode = (failOn: 'warning' | 'truncated') =>
		sharp(bytes, { failOn, limitInputPixels: false }).resize(32).raw().toBuffer();
	return decode('warning')
		.catch((error: unknown) => {
			if (isAlone && isHarmless(error)) return decode('truncated');
			throw error;
		})
		.then(
			() => true,
			() => false,
		);
}

async function factsOf(bytes: Buffer, isAlone: boolean): Promise<PictureFacts> {
	const type = typeOf(bytes);
	const nothing = { type, width: 0, height: 0, isMoving: false, tellsPlace: false, isWhole: false };
	if (!['jpeg', 'png', 'webp', 'avif'].includes(type)) return nothing;
	const read = sharp(bytes, { limitInputPixels: false }).metadata();
	const metadata = await read.catch(() => undefined);
	if (!metadata) return nothing;
	// A container that says AVIF may hold what only HEIC does.
	if (type === 'avif' && metadata.compression !== 'av1') return { ...nothing, type: 'heic' };
	const { width, height } = metadata.autoOrient;
	return {
		type,
		width,
		height,
		isMoving: isMoving(bytes, type, metadata),
		tellsPlace: tellsPlace(metadata),
		// What is too large is refused for that, and not unpacked.
		isWhole: !isWithinLimits({ width, height }) || (await isWhole(bytes, isAlone)),
	};
}

// What is sent is a list of paths (picture-facts.ts).
const paths = (await json(process.stdin)) as string[];
const looks: Look[] = [];

async function lookAt(index: number, path: string, isAlone: boolean): Promise<void> {
	const bytes = await readFile(path);
	looks[index] = { digest: digestOf(bytes), facts: await factsOf(bytes, isAlone) };
}

const waiting = paths.entries();
await Promise.all(
	Array.from({ length: availableParallelism() }, async () => {
		for (const [index, path] of waiting) await lookAt(index, path, false);
	}),
);
for (const [index, path] of paths.entries()) if (!looks[index]?.facts.isWhole) await lookAt(index, path, true);
process.stdout.write(JSON.stringify(looks));
