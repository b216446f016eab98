import sharp, { type Sharp } from 'sharp';
import { deflateSync } from 'node:zlib';

type Bytes = Uint8Array | string;

/** A picture with as much in it as a photo has, the same each time. */
export const photo = (width: number, height: number): Sharp => {
	const points = Buffer.alloc(width * height * 3);
	for (let index = 0; index < points.length; index++) points[index] = (index * 7 + Math.sin(index / 97) * 90) & 255;
	return sharp(points, { raw: { width, height, channels: 3 } }).blur(2);
};

const small = () => photo(160, 120);
const jpeg = () => small().jpeg().toBuffer();
const png = () => small().png().toBuffer();
const webp = () => small().webp().toBuffer();
const avif = () => small().avif({ effort: 0 }).toBuffer();

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
const most = (bytes: Buffer) => bytes.subarray(0, bytes.length * 0.97);

/** A picture that bears these bytes over its middle. */
const overwritten = (bytes: Buffer) => {
	const broken = Buffer.from(bytes);
	const middle = Math.floor(bytes.length / 2);
	broken.fill(0xff, middle, middle + 64);
	return broken;
};

/** EXIF that says where a photo was taken, and what else phones write. */
export const PLACE = {
	IFD0: { Make: 'A phone' },
	IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 51/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 21/1 0/1' },
};
const xmp = (attributes: string) =>
	`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" ${attributes}/></rdf:RDF></x:xmpmeta>`;

const table = Array.from({ length: 256 }, (_, byte) =>
	Array.from({ length: 8 }).reduce<number>((rest) => (rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1), byte),
);
const crc = (bytes: Buffer) =>
	(bytes.reduce((rest, byte) => (table[(rest ^ byte) & 255] ?? 0) ^ (rest >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A part of a PNG. */
function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const part = Buffer.alloc(body.length + 8);
	part.writeUInt32BE(data.length, 0);
	body.copy(part, 4);
	part.writeUInt32BE(crc(body), body.length + 4);
	return part;
}

/** A PNG with a part put in before its picture. */
const withChunk = (bytes: Buffer, type: string, data: Uint8Array) => {
	const at = bytes.indexOf('IDAT') - 4;
	return Buffer.concat([bytes.subarray(0, at), chunk(type, data), bytes.subarray(at)]);
};

/** A PNG that says that it is this large, and is a few bytes. */
function hugePng(width: number, height: number): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.alloc(64))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** A box of the family of formats that AVIF and HEIC belong to. */
const box = (type: string, ...parts: Bytes[]) => {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts.map((part) => Buffer.from(part))]);
	const size = Buffer.alloc(4);
	size.writeUInt32BE(body.length + 4);
	return Buffer.concat([size, body]);
};
const boxes = (brand: string, ...compatible: string[]) =>
	Buffer.concat([box('ftyp', brand, '\0\0\0\0', ...compatible), box('mdat', 'x'.repeat(300))]);

const frames = async () => [
	await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
		.png()
		.toBuffer(),
	await sharp({ create: { width: 8, height: 8, channels: 3, background: 'blue' } })
		.png()
		.toBuffer(),
];
const moving = async () => sharp(await frames(), { join: { animated: true } });

/** The old way of ImageMagick to keep EXIF in a PNG. */
const exifAsText = async () => {
	const { exif = Buffer.alloc(0) } = await sharp(await small().withExif(PLACE).jpeg().toBuffer()).metadata();
	const hex = exif.toString('hex').replace(/(.{72})/g, '$1\n');
	return Buffer.from(`Raw profile type exif\0\nexif\n${String(exif.length).padStart(8)}\n${hex}\n`, 'latin1');
};

const svg =
	'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

const EMPTY = 'The file is empty';
const TEXT = 'The file is a text, and no picture';
const HTML = 'The file is a web page, and no picture';
const SVG = 'The file is an SVG drawing, which can hold scripts';
const HEIC = 'The file is a HEIC picture, which most browsers cannot show';
const UNKNOWN = 'The file is no picture that can be read';
const CUT = 'The picture is cut off or damaged: it cannot be read to its end';
const MOVES = 'The picture moves, and nobody could stop it';
const PLACED = 'The picture says where it was taken (GPS)';
const LIMITS = 'it may have at most 50 million pixels, and 12,000 on its longer side';

/** What lies in content/assets/, by which name, its bytes, and what is wrong with it. */
export const pictures: [what: string, file: string, bytes: () => Bytes | Promise<Bytes>, expected: string[]][] = [
	['a JPEG', 'a-house.jpg', jpeg, []],
	['a JPEG with the other ending', 'a-house.jpeg', jpeg, []],
	['a JPEG with its ending in capitals', 'a-house.JPG', jpeg, []],
	['a JPEG that loads by and by', 'a-house.jpg', () => small().jpeg({ progressive: true }).toBuffer(), []],
	['a JPEG for print', 'a-house.jpg', () => small().toColourspace('cmyk').jpeg().toBuffer(), []],
	['a grey JPEG', 'a-house.jpg', () => small().greyscale().jpeg().toBuffer(), []],
	[
		'a JPEG with something behind its end',
		'a-house.jpg',
		async () => Buffer.concat([await jpeg(), Buffer.alloc(99, 7)]),
		[],
	],
	[
		'a JPEG with the fault that cameras of one make write',
		'a-house.jpg',
		async () => {
			const bytes = await jpeg();
			const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
			bytes[scan + 6 + 2 * (bytes[scan + 4] ?? 0)] = 0;
			return bytes;
		},
		[],
	],
	['a PNG', 'a-house.png', png, []],
	['a PNG that can be seen through', 'a-house.png', () => small().ensureAlpha(0.5).png().toBuffer(), []],
	['a PNG with few colours', 'a-house.png', () => small().png({ palette: true, colours: 4 }).toBuffer(), []],
	['a PNG with 16 bits', 'a-house.png', () => small().toColourspace('rgb16').png().toBuffer(), []],
	['a picture of one point', 'a-house.png', () => photo(1, 1).png().toBuffer(), []],
	['a WebP', 'a-house.webp', webp, []],
	['a WebP without loss', 'a-house.webp', () => small().webp({ lossless: true }).toBuffer(), []],
	['an AVIF', 'a-house.avif', avif, []],
	['a picture in a folder', 'houses/a-house.png', png, []],
	[
		'a picture that says when it was taken',
		'a-house.jpg',
		() =>
			small()
				.withExif({ IFD2: { DateTimeOriginal: '2026:11:24 12:00:00' } })
				.jpeg()
				.toBuffer(),
		[],
	],
	[
		'a picture that says when satellites answered',
		'a-house.jpg',
		() =>
			small()
				.withExif({ IFD3: { GPSDateStamp: '2026:11:24' } })
				.jpeg()
				.toBuffer(),
		[],
	],
	[
		'a picture with words about it',
		'a-house.jpg',
		() => small().withXmp(xmp('exif:UserComment="GPS was off"')).jpeg().toBuffer(),
		[],
	],

	['nothing as JPEG', 'a-house.jpg', () => '', [EMPTY]],
	['nothing as PNG', 'a-house.png', () => '', [EMPTY]],
	['a text as JPEG', 'fake.jpg', () => 'This is no picture.\n', [TEXT]],
	['a text in Greek as WebP', 'fake.webp', () => 'Δεν είναι εικόνα.\n', [TEXT]],
	[
		'a pointer of Git LFS',
		'fake.jpg',
		() => 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n',
		[TEXT],
	],
	['a note beside the pictures', 'README.md', () => '# Pictures\n', [TEXT]],
	['a page as PNG', 'fake.png', () => '<!doctype html><title>Not found</title>', [HTML]],
	[
		'a page that starts with a comment as JPEG',
		'fake.jpg',
		() => '<!-- x -->\n<HTML lang="en"><p>No</p></HTML>',
		[HTML],
	],
	['an SVG with a script as JPEG', 'fake.jpg', () => svg, [SVG]],
	['an SVG with a byte order mark as PNG', 'fake.png', () => `\ufeff${svg}`, [SVG]],
	['an SVG as such', 'drawing.svg', () => svg, [SVG]],
	['HEIC as JPEG', 'a-house.jpg', () => boxes('heic', 'mif1', 'heic'), [HEIC]],
	['HEIC of another brand as PNG', 'a-house.png', () => boxes('mif1', 'mif1', 'heic'), [HEIC]],
	['HEIC as AVIF', 'a-house.avif', () => boxes('heix', 'mif1', 'heix'), [HEIC]],
	['HEIC as such', 'a-house.heic', () => boxes('heic', 'mif1', 'heic'), [HEIC]],
	['a video as JPEG', 'a-house.jpg', () => boxes('isom', 'mp42'), ['The file is a video, and no picture']],
	['GIF as PNG', 'a-house.png', () => small().gif().toBuffer(), ['The file is a GIF picture']],
	['GIF as such', 'a-house.gif', () => small().gif().toBuffer(), ['The file is a GIF picture']],
	['TIFF as JPEG', 'a-house.jpg', () => small().tiff().toBuffer(), ['The file is a TIFF picture']],
	[
		'BMP as PNG',
		'a-house.png',
		() => Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]),
		['The file is a BMP picture'],
	],
	[
		'JPEG XL as JPEG',
		'a-house.jpg',
		() => Buffer.from([0xff, 0x0a, 0xfa, 0x7f]),
		['The file is a JPEG XL picture, which most browsers cannot show'],
	],
	['PDF as JPEG', 'a-house.jpg', () => '%PDF-1.7\n', ['The file is a PDF document, and no picture']],
	['an archive as JPEG', 'a-house.jpg', () => Buffer.from('PK\x03\x04\x14\0\0\0\xff\xff', 'latin1'), [UNKNOWN]],
	['zeros as PNG', 'a-house.png', () => Buffer.alloc(5000), [UNKNOWN]],
	['a text in UTF-16 as JPEG', 'a-house.jpg', () => Buffer.from('\ufeffNo picture', 'utf16le'), [UNKNOWN]],

	['a JPEG as PNG', 'a-house.png', jpeg, ['The file is a JPEG picture, but its name ends in .png']],
	['a PNG as JPEG', 'a-house.jpg', png, ['The file is a PNG picture, but its name ends in .jpg']],
	['a WebP as JPEG', 'a-house.jpeg', webp, ['The file is a WebP picture, but its name ends in .jpeg']],
	['an AVIF as WebP', 'a-house.webp', avif, ['The file is an AVIF picture, but its name ends in .webp']],
	['a PNG without ending', 'a-house', png, ['The file is a PNG picture, but its name has no ending']],
	['a JPEG as text', 'a-house.txt', jpeg, ['The file is a JPEG picture, but its name ends in .txt']],

	['half a JPEG', 'a-house.jpg', async () => half(await jpeg()), [CUT]],
	['most of a JPEG', 'a-house.jpg', async () => most(await jpeg()), [CUT]],
	[
		'half a JPEG that loads by and by',
		'a-house.jpg',
		async () => half(await small().jpeg({ progressive: true }).toBuffer()),
		[CUT],
	],
	['the first bytes of a JPEG', 'a-house.jpg', async () => (await jpeg()).subarray(0, 3), [CUT]],
	['half a PNG', 'a-house.png', async () => half(await png()), [CUT]],
	['most of a PNG', 'a-house.png', async () => most(await png()), [CUT]],
	['the first bytes of a PNG', 'a-house.png', async () => (await png()).subarray(0, 20), [CUT]],
	['half a WebP', 'a-house.webp', async () => half(await webp()), [CUT]],
	['most of a WebP', 'a-house.webp', async () => most(await webp()), [CUT]],
	['half an AVIF', 'a-house.avif', async () => half(await avif()), [CUT]],
	['most of an AVIF', 'a-house.avif', async () => most(await avif()), [CUT]],
	['a PNG that was damaged', 'a-house.png', async () => overwritten(await png()), [CUT]],
	['a JPEG that was damaged', 'a-house.jpg', async () => overwritten(await jpeg()), [CUT]],
	['a PNG without its end', 'a-house.png', () => hugePng(500, 500), [CUT]],

	[
		'a PNG of 400 million pixels',
		'a-house.png',
		() => hugePng(20_000, 20_000),
		[`The picture has 20000 × 20000 pixels; ${LIMITS}`],
	],
	[
		'a PNG that would fill every memory',
		'a-house.png',
		() => hugePng(900_000, 900_000),
		[`The picture has 900000 × 900000 pixels; ${LIMITS}`],
	],
	['a long strip', 'a-house.png', () => hugePng(20_000, 40), [`The picture has 20000 × 40 pixels; ${LIMITS}`]],
	['a high strip', 'a-house.png', () => hugePng(40, 12_001), [`The picture has 40 × 12001 pixels; ${LIMITS}`]],

	['a WebP that moves', 'a-house.webp', async () => (await moving()).webp().toBuffer(), [MOVES]],
	[
		'an AVIF that moves',
		'a-house.avif',
		async () => {
			const bytes = await avif();
			bytes.write('avis', 8, 'latin1');
			return bytes;
		},
		[MOVES],
	],
	['a PNG that moves', 'a-house.png', async () => withChunk(await png(), 'acTL', Buffer.alloc(8, 1)), [MOVES]],

	['a JPEG with its place', 'a-house.jpg', () => small().withExif(PLACE).jpeg().toBuffer(), [PLACED]],
	['a PNG with its place', 'a-house.png', () => small().withExif(PLACE).png().toBuffer(), [PLACED]],
	['a WebP with its place', 'a-house.webp', () => small().withExif(PLACE).webp().toBuffer(), [PLACED]],
	['an AVIF with its place', 'a-house.avif', () => small().withExif(PLACE).avif({ effort: 0 }).toBuffer(), [PLACED]],
	[
		'a JPEG with its place in XMP',
		'a-house.jpg',
		() => small().withXmp(xmp('exif:GPSLatitude="50,51N"')).jpeg().toBuffer(),
		[PLACED],
	],
	[
		'a PNG with its place in XMP',
		'a-house.png',
		() => small().withXmp(xmp('exif:GPSLongitude="4,21E"')).png().toBuffer(),
		[PLACED],
	],
	[
		'a PNG with its place as text',
		'a-house.png',
		async () => withChunk(await png(), 'tEXt', await exifAsText()),
		[PLACED],
	],
	[
		'a PNG with its place as JPEG',
		'a-house.jpg',
		() => small().withExif(PLACE).png().toBuffer(),
		['The file is a PNG picture, but its name ends in .jpg', PLACED],
	],
];
