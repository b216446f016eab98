import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { keptIn, versionOf } from './kept.ts';

/** What a file in content/assets/ really is, whatever its name says. */
export interface PictureFacts {
	/** `jpeg`, `png`, `webp`, `avif`, or what else was found: `heic`, `svg`, `text`, `empty`, `unknown`, … */
	type: string;
	/** In pixels, upright; 0 of what is no picture. */
	width: number;
	height: number;
	/** Whether it has several frames. */
	isMoving: boolean;
	/** Whether it says where it was taken. */
	tellsPlace: boolean;
	/** Whether it can be read to its end. */
	isWhole: boolean;
}

/** What was found in bytes of this digest: SHA-256, in hexadecimal. */
export interface Look {
	digest: string;
	facts: PictureFacts;
}

/** A file in content/assets/. */
export interface PictureFile {
	/** Its path from content/assets/, with forward slashes, as entries name it. */
	file: string;
	path: string;
	/** SHA-256 of its bytes, in hexadecimal. */
	digest: string;
	facts: PictureFacts;
}

/** What phones take at most in one piece (8160 × 6120), unpacked 150 MB. */
export const MAX_MEGAPIXELS = 50;
/** Of a longer one, such as a panorama, a page would show a strip. */
export const MAX_SIDE_IN_PIXELS = 12_000;
/** Git keeps every version of a file for good, and everybody who clones gets them all. */
export const MAX_MEGABYTES = 30;

/** Whether a picture of this size may be unpacked. */
export const isWithinLimits = ({ width, height }: Pick<PictureFacts, 'width' | 'height'>): boolean =>
	width * height <= MAX_MEGAPIXELS * 1e6 && Math.max(width, height) <= MAX_SIDE_IN_PIXELS;

/** Whether a file has more bytes than are read. */
export const isTooHeavy = (path: string): boolean => lstatSync(path).size > MAX_MEGABYTES * 1e6;

const assetsIn = (contentFolder: string) => join(contentFolder, 'assets');

/** The files in content/assets/, as entries name them, in order. Links are none, wherever they lead; nor is what is hidden. */
export function listPictures(contentFolder: string): string[] {
	const assets = assetsIn(contentFolder);
	if (!statSync(assets, { throwIfNoEntry: false })?.isDirectory()) return [];
	return readdirSync(assets, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(assets, join(parentPath, name)).split(sep).join('/'))
		.filter((file) => !file.split('/').some((part) => part.startsWith('.')))
		.sort();
}

const LOOK = 'src/files/look-at-pictures.ts';
export const { keep, kept } = keptIn('pictures');

/** SHA-256 in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Digests of files by their path, as long as they stay as they are: a page asks for each picture, a server for all. */
const digests = new Map<string, { stamp: string; digest: string }>();

function digestOfFile(path: string): string {
	const { mtimeMs, ctimeMs, size } = statSync(path);
	const stamp = `${mtimeMs} ${ctimeMs} ${size}`;
	const known = digests.get(path);
	const digest = known?.stamp === stamp ? known.digest : digestOf(readFileSync(path));
	digests.set(path, { stamp, digest });
	return digest;
}

/** The version of sharp, without loading it. */
export const sharpVersion = (): string => versionOf('sharp');

/** Looks at files. Each look takes as long as unpacking the picture does. */
function look(paths: readonly string[]): Look[] {
	if (paths.length === 0) return [];
	const { status, stdout, stderr } = spawnSync(process.execPath, [LOOK], {
		input: JSON.stringify(paths),
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
	});
	if (status !== 0) throw new Error(`The pictures in content/assets/ could not be read:\n${stderr}`);
	// What the program prints.
	return JSON.parse(stdout) as Look[];
}

/** What these files in content/assets/ are, but for those that are too heavy. Each content is looked at once. */
export function readPictures(contentFolder: string, names: readonly string[]): PictureFile[] {
	const light = names.filter((file) => !isTooHeavy(join(assetsIn(contentFolder), file)));
	if (light.length === 0) return [];
	// Another way of looking may find something else.
	const looking = digestOf(`${readFileSync(LOOK, 'utf8')} ${sharpVersion()}`).slice(0, 8);
	const nameOf = (digest: string) => `${digest}-${looking}.json`;
	const files = light.map((file) => {
		const path = join(assetsIn(contentFolder), file);
		const digest = digestOfFile(path);
		const known = kept(nameOf(digest))?.toString();
		// Kept below.
		return { file, path, digest, facts: known === undefined ? undefined : (JSON.parse(known) as PictureFacts) };
	});
	const unknown = files.filter(({ facts }) => !facts).map(({ path }) => path);
	const looks = new Map(look(unknown).map((found, index) => [unknown[index], found]));
	for (const { digest, facts } of looks.values()) keep(nameOf(digest), JSON.stringify(facts));
	return files.flatMap(({ facts, ...file }) => {
		const found = facts ? { facts } : looks.get(file.path);
		return found ? [{ ...file, ...found }] : [];
	});
}

/** What a file in content/assets/ is; undefined if it is not there, too heavy, or behind a link that leads elsewhere. */
export function readPicture(contentFolder: string, file: string): PictureFile | undefined {
	const assets = assetsIn(contentFolder);
	const path = join(assets, file);
	if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
	if (!`${realpathSync(dirname(path))}${sep}`.startsWith(`${realpathSync(assets)}${sep}`)) return undefined;
	return readPictures(contentFolder, [file])[0];
}
