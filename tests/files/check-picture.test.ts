import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkPictures, refuseNames, refusePicture } from '../../src/files/check-picture.ts';
import type { PictureFacts } from '../../src/files/picture-facts.ts';
import { formatProblem } from '../../src/files/problem.ts';
import { pictures } from '../corpus/pictures.ts';
import { fileOf } from '../entries.ts';
import { messagesIn } from './content-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => {
	rmSync(root, { recursive: true });
});

/** Each in a folder of its own, so that names may repeat. */
const placeOf = (index: number, file: string) => `${String(index).padStart(3, '0')}/${file}`;

describe('a file in content/assets/', () => {
	let found: Map<string, string[]>;
	beforeAll(async () => {
		for (const [index, [, file, bytes]] of pictures.entries()) {
			const path = join(root, 'assets', placeOf(index, file));
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, await bytes());
		}
		const problems = Map.groupBy(checkPictures(root), ({ file }) => file);
		found = new Map([...problems].map(([file, of]) => [file, of.map(({ rule }) => rule)]));
	});

	test.each(pictures.map(([what, file, , expected], index) => ({ what, place: placeOf(index, file), expected })))(
		'$what ($place)',
		({ place, expected }) => {
			expect(found.get(`assets/${place}`) ?? []).toEqual(expected);
		},
	);
});

test('a picture is judged by its own faults, whatever is read beside it', async () => {
	const own = mkdtempSync(join(tmpdir(), 'pictures-'));
	const bytesOf = (wanted: string) => pictures.find(([what]) => what.startsWith(wanted))?.[2]() ?? Buffer.alloc(0);
	mkdirSync(join(own, 'assets'));
	for (const [name, wanted] of [
		['harmless', 'a JPEG with the fault that cameras'],
		['broken', 'half a JPEG'],
	] as const) {
		const bytes = await bytesOf(wanted);
		for (let index = 0; index < 60; index += 1) {
			const file = join(own, `assets/${index}-${name}.jpg`);
			writeFileSync(file, bytes);
			// Each another one: the same bytes are looked at once.
			appendFileSync(file, String(index));
		}
	}
	const refused = checkPictures(own).map(({ file }) => file);
	expect(refused.filter((file) => file.includes('harmless'))).toEqual([]);
	expect(refused).toHaveLength(60);
	rmSync(own, { recursive: true });
});

const fine: PictureFacts = { type: 'jpeg', width: 800, height: 600, isMoving: false, tellsPlace: false, isWhole: true };

describe('how a refused file is mended', () => {
	test.each<[Partial<PictureFacts>, string, string]>([
		[{ type: 'empty' }, 'a.jpg', 'Put the picture there again, or remove the file.'],
		[{ type: 'html' }, 'a.jpg', 'Put the picture itself there, or remove the file.'],
		[{ type: 'svg' }, 'a.jpg', 'Save it as PNG or WebP, and put that there.'],
		[{ type: 'heic' }, 'a.jpg', 'Save it as JPEG, and put that there.'],
		[
			{ type: 'gif' },
			'a.gif',
			'Open it in a program for pictures and save it as JPEG, PNG, WebP or AVIF; or remove the file.',
		],
		[{ type: 'png' }, 'houses/a.jpg', 'Rename it to houses/a.png, also where an entry names it.'],
		[{ type: 'avif' }, 'a', 'Rename it to a.avif, also where an entry names it.'],
		[{ isWhole: false }, 'a.jpg', 'Put a whole copy of it there, or remove the file.'],
		[
			{ width: 12_001 },
			'a.jpg',
			'Make it smaller and put that there; pages show at most 1,600 pixels from side to side.',
		],
		[{ isMoving: true }, 'a.jpg', 'Save one frame of it as a still picture, and put that there.'],
	])('%o', (facts, file, mend) => {
		expect(refusePicture(file, { ...fine, ...facts }).map((refusal) => refusal.mend)).toEqual([mend]);
	});

	test('what tells its place, before and after it is committed', () => {
		const [refusal] = refusePicture('a.jpg', { ...fine, tellsPlace: true });
		expect(refusal?.mend).toMatch(/^Take the place out before you commit it, because git keeps every version/);
	});
});

test.each([
	['of 50 million pixels', { width: 10_000, height: 5000 }],
	['12,000 pixels wide', { width: 12_000, height: 4000 }],
	['of a phone that takes all it can', { width: 8160, height: 6120 }],
])('a picture %s is not too large', (_what, size) => {
	expect(refusePicture('a.jpg', { ...fine, ...size })).toEqual([]);
});

test('a file of more than 30 MB is refused unread', () => {
	const content = join(root, 'heavy');
	mkdirSync(join(content, 'assets'), { recursive: true });
	writeFileSync(join(content, 'assets/a.jpg'), '');
	truncateSync(join(content, 'assets/a.jpg'), 5_000_000_000);
	expect(checkPictures(content).map(formatProblem)).toEqual([
		'assets/a.jpg\n  The file has more than 30 MB.\n  → Make it smaller and put that there; pages show at most 1,600 pixels from side to side.',
	]);
});

test('links lie there for nobody, wherever they lead', () => {
	const content = join(root, 'links');
	mkdirSync(join(content, 'assets'), { recursive: true });
	for (const [name, target] of Object.entries({
		'out.jpg': '../../x',
		'self.jpg': 'self.jpg',
		folder: '..',
		gone: 'x',
	}))
		symlinkSync(target, join(content, 'assets', name));
	expect(checkPictures(content)).toEqual([]);
});

test('what is hidden, as computers leave it, is no picture', () => {
	expect(messagesIn({ 'assets/.gitkeep': '', 'assets/.hidden/a.jpg': '', 'assets/a/.DS_Store': 'x' })).toEqual([]);
});

test('a refused picture stands in the list of all problems, once, also if nobody names it', () => {
	const image = { file: 'fake.jpg', alt: 'A house', credit: 'A. Body' };
	expect(
		messagesIn({
			'assets/fake.jpg': 'No picture.',
			'assets/unused.png': '',
			'clusters/one.md': fileOf('clusters', { image, name: undefined }, '![A house](../assets/fake.jpg)\n'),
		}),
	).toEqual([
		'clusters/one.md\n  Name (name) is missing.\n  → Add it; it must be text.',
		'assets/fake.jpg\n  The file is a text, and no picture.\n  → Put the picture itself there, or remove the file.',
		'assets/unused.png\n  The file is empty.\n  → Put the picture there again, or remove the file.',
	]);
});

test('a file that is written while it is looked at leaves nothing behind for what it was before', () => {
	const content = mkdtempSync(join(root, 'written-'));
	const path = join(content, 'assets/late.png');
	// Never looked at before.
	const drawing = `<svg id="${content}"/>`;
	mkdirSync(dirname(path));
	writeFileSync(path, drawing);
	const node = process.execPath;
	const writesFirst = join(content, 'writes-first.sh');
	writeFileSync(writesFirst, `#!/bin/sh\nprintf 'A text' > '${path}'\nexec '${node}' "$@"\n`, { mode: 0o755 });
	const rules = () => checkPictures(content).map(({ rule }) => rule);
	process.execPath = writesFirst;
	try {
		expect(rules()).toEqual(['The file is a text, and no picture']);
	} finally {
		process.execPath = node;
	}
	writeFileSync(path, drawing);
	expect(rules()).toEqual(['The file is an SVG drawing, which can hold scripts']);
});

const WINDOWS = 'The file has a name that Windows can give to none, so nobody there could have it';

describe('a name that is none on another system is refused:', () => {
	test.each<[what: string, files: string[], rules: string[]]>([
		['a device of Windows', ['con.jpg'], [WINDOWS]],
		['a device in capitals', ['Aux.JPG'], [WINDOWS]],
		['a device with another ending', ['nul.tar.jpg'], [WINDOWS]],
		['a folder called like a device', ['com1/a-house.jpg'], [WINDOWS]],
		['a colon', ['a:house.jpg'], [WINDOWS]],
		['a question mark', ['house?.jpg'], [WINDOWS]],
		['a quotation mark', ['"house".jpg'], [WINDOWS]],
		['a backslash', ['a\\house.jpg'], [WINDOWS]],
		['a line end', ['a\nhouse.jpg'], [WINDOWS]],
		['a dot at the end', ['a-house.'], [WINDOWS]],
		['a folder with a blank at the end', ['houses /a.jpg'], [WINDOWS]],
		[
			'two names that differ in capitals alone',
			['A.jpg', 'a.jpg'],
			['For Windows and macOS the file has the same name as assets/A.jpg'],
		],
		[
			'two folders that do',
			['B/a.jpg', 'b/a.jpg'],
			['For Windows and macOS the file has the same name as assets/B/a.jpg'],
		],
		[
			'two names that differ in how an accent is kept',
			['caf\u00e9.jpg', 'cafe\u0301.jpg'],
			['For Windows and macOS the file has the same name as assets/café.jpg'],
		],
		['none of them', ['a-house.jpg', 'console.jpg', 'A house (2).jpg', 'houses/a-house.jpg'], []],
	])('%s', (_what, files, rules) => {
		expect(refuseNames(files).map(({ rule }) => rule)).toEqual(rules);
	});
});
