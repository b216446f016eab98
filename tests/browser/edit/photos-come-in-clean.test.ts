import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { checkPictures } from '../../../src/files/check-picture.ts';
import { photo, pictures, PLACE } from '../../corpus/pictures.ts';
import { useEditor } from './edit-session.ts';
import { closeMedia, uploadPicture } from './form.ts';

/** Where drafts are kept uploads go another way: `CMS_MODE=git UPLOADS=all`. */
const session = useEditor(process.env['CMS_MODE'] === 'git' ? 'git' : 'fs');
const uploads = mkdtempSync(join(tmpdir(), 'uploads-'));
afterAll(() => {
	rmSync(uploads, { recursive: true });
});

function onDisk(name: string, bytes: Uint8Array | string): string {
	const path = join(uploads, name);
	writeFileSync(path, bytes);
	return path;
}
const inContent = (name: string) => join(session.folder, 'assets', name);

/** Chooses a file among all pictures, and waits for a sentence about it. */
async function isRefused(path: string, sentence: string): Promise<void> {
	const { page, address } = session.editor;
	await page.goto(`${address}#/collections/site`);
	await page.getByRole('button', { name: 'Media', exact: true }).click();
	await page.locator('input[type="file"]').setInputFiles(path);
	await page.getByText(sentence).last().waitFor();
	await closeMedia(page);
}

test('a phone’s photo is uploaded upright, smaller, and without its place', async () => {
	const taken = photo(3000, 2000).withExif(PLACE).withMetadata({ orientation: 6 });
	const original = await taken.jpeg({ quality: 95 }).toBuffer();
	await uploadPicture(session.editor, onDisk('photo.jpg', original));
	const { format, width, height, orientation, exif } = await sharp(inContent('photo.jpg')).metadata();
	expect({ format, width, height, orientation, exif }).toEqual({ format: 'jpeg', width: 1280, height: 1920 });
	expect(checkPictures(session.folder)).toEqual([]);
});

test('a small picture that can be seen through stays small, and can be seen through', async () => {
	await uploadPicture(session.editor, onDisk('glass.png', await photo(64, 48).ensureAlpha(0.5).png().toBuffer()));
	const { format, width, height, hasAlpha } = await sharp(inContent('glass.png')).metadata();
	expect({ format, width, height, hasAlpha }).toEqual({ format: 'png', width: 64, height: 48, hasAlpha: true });
});

test('a name that no system can have, or no entry can write, becomes one that they can', async () => {
	const { page } = session.editor;
	const bytes = await photo(8, 8).png().toBuffer();
	for (const [name, becomes] of [
		['con.png', 'picture-con.png'],
		['Haus v1.2 (neu).PNG', 'haus-v1-2-neu.png'],
		['图.png', 'picture.png'],
	] as const) {
		await page.getByRole('button', { name: 'Media', exact: true }).click();
		// Not from the disk: without a locale of UTF-8 Chromium reads other names there.
		await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/png', buffer: bytes });
		await expect.poll(() => session.read(`assets/${becomes}`)).toBeDefined();
		await closeMedia(page);
	}
	expect(checkPictures(session.folder)).toEqual([]);
});

/** One of each kind on which browser and build could differ; all with `UPLOADS=all`. */
const uploaded = pictures.filter(([, , , expected], index) => {
	const isFirst = pictures.findIndex(([, , , other]) => String(other) === String(expected)) === index;
	return (
		process.env['UPLOADS'] === 'all' ||
		(isFirst && /^$|cut off|moves|GPS|name ends|HEIC|SVG|20000 × 20000/.test(String(expected)))
	);
});

test(
	`whatever is uploaded, the build accepts it, or it is refused: ${uploaded.length} files`,
	async () => {
		const { page, address } = session.editor;
		await page.goto(`${address}#/collections/site`);
		await page.getByRole('button', { name: 'Media', exact: true }).click();
		const refused: string[] = [];
		for (const [index, [what, file, bytes, expected]] of uploaded.entries()) {
			const name = `n${index}-${basename(file)}`;
			const made = await bytes();
			await page.locator('input[type="file"]').setInputFiles(onDisk(name, made));
			const said = page.locator('.Toastify__toast', { hasText: name });
			await expect
				.poll(async () => existsSync(inContent(name.toLowerCase())) || (await said.count()) > 0, { message: what })
				.toBe(true);
			if ((await said.count()) === 0) continue;
			refused.push(what);
			if (expected.length === 0) expect.soft(what).toBe('uploaded');
		}
		await closeMedia(page);
		expect(checkPictures(session.folder)).toEqual([]);
		expect(refused).toContain('HEIC as JPEG');
	},
	120_000 + 4000 * uploaded.length,
);

test.each(['png', 'webp'] as const)('a large %s is made smaller and loses what the camera noted', async (type) => {
	const name = `large.${type}`;
	await uploadPicture(session.editor, onDisk(name, await photo(2400, 1200).withExif(PLACE).toFormat(type).toBuffer()));
	const { format, width, height, exif } = await sharp(inContent(name)).metadata();
	expect({ format, width, height, exif }).toEqual({ format: type, width: 1920, height: 960 });
});

const SAVE_AS = 'Save it as JPEG, PNG, WebP or AVIF, and choose that.';

test.each([
	['a text', 'fake.jpg', 'This is no picture.', SAVE_AS],
	[
		'a drawing with scripts',
		'drawing.svg',
		'<svg xmlns="http://www.w3.org/2000/svg"/>',
		'Drawings in SVG can hold scripts.',
	],
	['half a PNG', 'half.png', (await photo(300, 200).png().toBuffer()).subarray(0, 900), SAVE_AS],
	['HEIC', 'a-house.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'Browsers do not show HEIC. Export it as JPEG'],
])('%s is refused with a mend, and nothing is uploaded', async (_what, name, bytes, mend) => {
	await isRefused(onDisk(name, bytes), `${name} is no picture that browsers show. ${mend}`);
	expect(session.read(`assets/${name}`)).toBeUndefined();
});

test('what is refused removes nothing that it would have replaced', async () => {
	const { page } = session.editor;
	await uploadPicture(session.editor, onDisk('kept.png', await photo(20, 20).png().toBuffer()));
	const before = readFileSync(inContent('kept.png'));
	await page.getByRole('button', { name: 'Media', exact: true }).click();
	await page.locator('input[type="file"]').setInputFiles(onDisk('kept.png', 'This is no picture.'));
	await page.getByText('Not uploaded. kept.png is no picture that browsers show.').waitFor();
	expect(readFileSync(inContent('kept.png'))).toEqual(before);
});
