import type { Picture } from '../formats/markdown.ts';
import { refusePicture } from './check-picture.ts';
import { digestOf, readPicture, sharpVersion, type PictureFile } from './picture-facts.ts';

/** How published pictures are made. Another recipe gives them other names. */
export const recipe = { format: 'webp', quality: 75, widths: [480, 960, 1600] } as const;

/** Where published pictures lie. Their names change with what they show, so that browsers may keep them for good. */
export const PICTURES_ADDRESS = '/_astro/pictures/';

/** The address of a published picture. */
export const PUBLISHED_PICTURE = /\/_astro\/pictures\/([0-9a-f]{16})-(\d+)\.webp/g;

/** The name of what is made of a picture: of its source, the recipe, and what makes it. */
export const publishedName = ({ digest }: Pick<PictureFile, 'digest'>): string =>
	digestOf(`${digest} ${JSON.stringify(recipe)} ${sharpVersion()}`).slice(0, 16);

/** The widths in which a picture of this width is published: never wider than it is, and no two nearly the same. */
export function publishedWidths(width: number): number[] {
	const widest = Math.min(width, Math.max(...recipe.widths));
	return [...recipe.widths.filter((narrower) => narrower < widest * 0.8), widest];
}

/** A picture as pages show it. */
export function asPublished(picture: PictureFile): Picture {
	const { width, height } = picture.facts;
	const name = publishedName(picture);
	const widths = publishedWidths(width);
	const addressOf = (of: number) => `${PICTURES_ADDRESS}${name}-${of}.webp`;
	const widest = widths.at(-1) ?? width;
	return {
		src: addressOf(widths.at(1) ?? widest),
		srcset: widths.map((of) => `${addressOf(of)} ${of}w`).join(', '),
		width: widest,
		height: Math.max(1, Math.round((height * widest) / width)),
	};
}

/** The picture of a file in content/assets/ as pages show it; undefined if it is not there, or refused. */
export function findPublished(contentFolder: string, file: string): Picture | undefined {
	const picture = readPicture(contentFolder, file);
	return picture && refusePicture(file, picture.facts).length === 0 ? asPublished(picture) : undefined;
}
