import { Refusal } from './refusal.ts';

// What Decap does with a picture before it uploads it: stands in for its own module (build/lean-decap.ts), which would
// enlarge small pictures and make what can be seen through black. A photo is made anew, upright, without metadata: the
// place where it was taken never gets into the repository.

/** More than pages show; a photo then has some 300 kB. */
const MAX_SIDE_IN_PIXELS = 1920;
const QUALITY = 0.82;
const JPEG = 'image/jpeg';
/** Uploaded as they are: not every browser can write them. */
const OTHER_TYPES = ['image/png', 'image/webp', 'image/avif'];

async function madeAnew(picture: ImageBitmap, name: string): Promise<File> {
	const scale = Math.min(1, MAX_SIDE_IN_PIXELS / Math.max(picture.width, picture.height));
	const canvas = new OffscreenCanvas(
		Math.max(1, Math.round(picture.width * scale)),
		Math.max(1, Math.round(picture.height * scale)),
	);
	canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return new File([await canvas.convertToBlob({ type: JPEG, quality: QUALITY })], name, { type: JPEG });
}

/** Decap asks how pictures are changed; there is nothing to choose. */
export const getMediaProcessingConfig = () => undefined;

/** Every file is looked at. */
export const shouldTransformImage = () => true;

/** A picture keeps its name. */
export const getMediaProcessingFileName = (name: string): string => name;

/** What is uploaded for a file. Throws a `Refusal` if a browser cannot show it. */
export async function transformImage(file: File, path: string): Promise<{ file: File; path: string }[]> {
	const isKnown = file.type === JPEG || OTHER_TYPES.includes(file.type);
	// Which also turns it as its metadata says.
	const picture = isKnown ? await createImageBitmap(file).catch(() => undefined) : undefined;
	if (!picture) {
		throw new Refusal(`${file.name} is no picture that browsers show. Save it as JPEG, PNG or WebP, and choose that.`);
	}
	return [{ file: file.type === JPEG ? await madeAnew(picture, file.name) : file, path }];
}
