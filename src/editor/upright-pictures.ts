import { Refusal } from './refusal.ts';

// What Decap does with a picture before it uploads it: stands in for its own module (build/lean-decap.ts), which would
// enlarge small pictures and make what can be seen through black. A photo is made anew, upright, without metadata: the
// place where it was taken never gets into the repository.

/** More than pages show; a photo then has some 300 kB. */
const MAX_SIDE_IN_PIXELS = 1920;
const QUALITY = 0.82;
const JPEG = 'image/jpeg';
/** Uploaded as they are unless they are too large: not every browser can write them all. */
const OTHER_TYPES = ['image/png', 'image/webp', 'image/avif'];

const scaleOf = ({ width, height }: ImageBitmap): number => Math.min(1, MAX_SIDE_IN_PIXELS / Math.max(width, height));

async function madeAnew(picture: ImageBitmap, { name, type }: File): Promise<File | undefined> {
	const scale = scaleOf(picture);
	const canvas = new OffscreenCanvas(
		Math.max(1, Math.round(picture.width * scale)),
		Math.max(1, Math.round(picture.height * scale)),
	);
	canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	const made = await canvas.convertToBlob({ type, quality: QUALITY });
	return made.type === type ? new File([made], name, { type }) : undefined;
}

/** Whether a file may hold what a camera noted: where and with what the picture was taken. */
async function tellsOfCamera(file: File): Promise<boolean> {
	const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
	return /eXIf|EXIF|Exif\0|http:\/\/ns\.adobe\.com\/xap/.test(text);
}

/** Decap asks how pictures are changed; there is nothing to choose. */
export const getMediaProcessingConfig = () => undefined;

/** Every file is looked at. */
export const shouldTransformImage = () => true;

/** A picture keeps its name. */
export const getMediaProcessingFileName = (name: string): string => name;

/** How a picture of a type that browsers do not show becomes one that they do, by its ending. */
const waysOut: [ending: RegExp, mend: string][] = [
	[
		/\.hei[cf]$/i,
		'Browsers do not show HEIC. Export it as JPEG: on a Mac in Photos, File › Export; on an iPhone, Settings › Camera › Formats › Most Compatible, for the next ones; in Windows, Photos › Save as.',
	],
	[/\.svg$/i, 'Drawings in SVG can hold scripts. Save it as PNG or WebP, and choose that.'],
];

/** What is uploaded for a file. Throws a `Refusal` if a browser cannot show it. */
export async function transformImage(file: File, path: string): Promise<{ file: File; path: string }[]> {
	const isKnown = file.type === JPEG || OTHER_TYPES.includes(file.type);
	// Which also turns it as its metadata says.
	const picture = isKnown ? await createImageBitmap(file).catch(() => undefined) : undefined;
	if (!picture) {
		const way = waysOut.find(([ending]) => ending.test(file.name))?.[1];
		throw new Refusal(
			`${file.name} is no picture that browsers show. ${way ?? 'Save it as JPEG, PNG, WebP or AVIF, and choose that.'}`,
		);
	}
	const isToMake = file.type === JPEG || scaleOf(picture) < 1 || (await tellsOfCamera(file));
	if (!isToMake) return [{ file, path }];
	const made = await madeAnew(picture, file);
	if (!made) {
		throw new Refusal(
			`${file.name} is wider than ${MAX_SIDE_IN_PIXELS} pixels or says where it was taken, and this browser cannot write its type. Save it as JPEG or PNG, and choose that.`,
		);
	}
	return [{ file: made, path }];
}
