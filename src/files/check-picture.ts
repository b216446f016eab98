import { extname, join } from 'node:path';
import { groupBy } from '../formats/group-by.ts';
import { isDeviceName } from '../schemas/slug.ts';
import {
	isTooHeavy,
	isWithinLimits,
	listPictures,
	MAX_MEGABYTES,
	MAX_MEGAPIXELS,
	MAX_SIDE_IN_PIXELS,
	readPictures,
	type PictureFacts,
} from './picture-facts.ts';
import type { Problem } from './problem.ts';

type Refusal = Pick<Problem, 'rule' | 'mend'>;

/** Types that may be published, with their names and endings. */
const types: Record<string, { label: string; endings: [string, ...string[]] }> = {
	jpeg: { label: 'a JPEG', endings: ['jpg', 'jpeg'] },
	png: { label: 'a PNG', endings: ['png'] },
	webp: { label: 'a WebP', endings: ['webp'] },
	avif: { label: 'an AVIF', endings: ['avif'] },
};

const SAVE_AS = 'Open it in a program for pictures and save it as JPEG, PNG, WebP or AVIF; or remove the file.';
const REMOVE = 'Put the picture itself there, or remove the file.';

const MOVES: Refusal = {
	rule: 'The picture moves, and nobody could stop it',
	mend: 'Save one frame of it as a still picture, and put that there.',
};

/** What is no picture that may be published, and what helps. */
const refused: Record<string, Refusal> = {
	empty: { rule: 'The file is empty', mend: 'Put the picture there again, or remove the file.' },
	text: { rule: 'The file is a text, and no picture', mend: REMOVE },
	html: { rule: 'The file is a web page, and no picture', mend: REMOVE },
	svg: {
		rule: 'The file is an SVG drawing, which can hold scripts',
		mend: 'Save it as PNG or WebP, and put that there.',
	},
	heic: {
		rule: 'The file is a HEIC picture, which most browsers cannot show',
		mend: 'Save it as JPEG, and put that there.',
	},
	video: { rule: 'The file is a video, and no picture', mend: 'Save one frame of it as JPEG, and put that there.' },
	gif: { rule: 'The file is a GIF picture', mend: SAVE_AS },
	tiff: { rule: 'The file is a TIFF picture', mend: SAVE_AS },
	bmp: { rule: 'The file is a BMP picture', mend: SAVE_AS },
	jxl: { rule: 'The file is a JPEG XL picture, which most browsers cannot show', mend: SAVE_AS },
	pdf: { rule: 'The file is a PDF document, and no picture', mend: SAVE_AS },
	moving: MOVES,
	unknown: { rule: 'The file is no picture that can be read', mend: SAVE_AS },
};

const SMALLER = 'Make it smaller and put that there; pages show at most 1,600 pixels from side to side.';

/** Why a file in content/assets/, named as entries name it, cannot be published, from what it is. */
export function refusePicture(file: string, facts: PictureFacts): Refusal[] {
	const { width, height, isMoving, tellsPlace, isWhole } = facts;
	const type = types[facts.type];
	if (!type) return [refused[facts.type] ?? { rule: 'The file is no picture that can be read', mend: SAVE_AS }];
	const { label, endings } = type;
	const ending = extname(file);
	const refusals: Refusal[] = [];
	if (!endings.includes(ending.slice(1).toLowerCase())) {
		const name = `${file.slice(0, file.length - ending.length)}.${endings[0]}`;
		const given = ending ? `its name ends in ${ending}` : 'its name has no ending';
		refusals.push({
			rule: `The file is ${label} picture, but ${given}`,
			mend: `Rename it to ${name}, also where an entry names it.`,
		});
	}
	if (!isWithinLimits(facts)) {
		const limits = `${MAX_MEGAPIXELS} million pixels, and ${MAX_SIDE_IN_PIXELS.toLocaleString('en')} on its longer side`;
		refusals.push({
			rule: `The picture has ${width} × ${height} pixels; it may have at most ${limits}`,
			mend: SMALLER,
		});
	}
	if (!isWhole) {
		refusals.push({
			rule: 'The picture is cut off or damaged: it cannot be read to its end',
			mend: 'Put a whole copy of it there, or remove the file.',
		});
	}
	if (isMoving) refusals.push(MOVES);
	if (tellsPlace) {
		refusals.push({
			rule: 'The picture says where it was taken (GPS)',
			mend: 'Take the place out before you commit it, because git keeps every version: open it in a program for pictures and export it without place or metadata (Windows: Properties › Details › Remove Properties). Where it was pushed already, remove it from the history too.',
		});
	}
	return refusals;
}

/** Whether Windows can have no file or folder of this name. */
const isForbiddenName = (name: string): boolean =>
	/[<>:"|?*\\\p{Cc}]|[. ]$/u.test(name) || isDeviceName(name.toLowerCase().split('.')[0]?.trimEnd() ?? '');

/** What is wrong with the names of files in content/assets/: whoever has another system gets them from git, too. */
export function refuseNames(files: readonly string[]): Problem[] {
	const RENAME = 'Rename it: letters a to z, digits, hyphens and underscores; also where an entry names it.';
	const twins = [...groupBy(files, (file) => file.normalize().toLowerCase()).values()];
	const problem = (file: string, rule: string): Problem => ({ file: `assets/${file}`, rule, mend: RENAME });
	return [
		...files
			.filter((file) => file.split('/').some(isForbiddenName))
			.map((file) => problem(file, 'The file has a name that Windows can give to none, so nobody there could have it')),
		...twins.flatMap(([first = '', ...others]) =>
			others.map((file) => problem(file, `For Windows and macOS the file has the same name as assets/${first}`)),
		),
	];
}

/** What is wrong with the files in content/assets/, whether entries name them or not. */
export function checkPictures(contentFolder: string, files = listPictures(contentFolder)): Problem[] {
	const heavy = files.filter((file) => isTooHeavy(join(contentFolder, 'assets', file)));
	const problems = [
		...refuseNames(files),
		...heavy.map((file) => ({
			file: `assets/${file}`,
			rule: `The file has more than ${MAX_MEGABYTES} MB`,
			mend: SMALLER,
		})),
		...readPictures(contentFolder, files).flatMap(({ file, facts }) =>
			refusePicture(file, facts).map((refusal) => ({ file: `assets/${file}`, ...refusal })),
		),
	];
	return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
