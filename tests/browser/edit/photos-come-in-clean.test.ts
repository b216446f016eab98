import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { checkPictures } from '../../../src/files/check-picture.ts';
import { photo, PLACE } from '../../corpus/pictures.ts';
import { useEditor } from './edit-session.ts';
import { uploadPicture } from './form.ts';

const session = useEditor();
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
	await page.getByRole('button', { name: 'Close' }).last().click();
}

test('a phone’s photo is uploaded upright, smaller, and without its place', async () => {
	const taken = photo(3000, 2000).withExif(PLACE).withMetadata({ orientation: 6 });
	const original = await taken.jpeg({ quality: 95 }).toBuffer();
	await uploadPicture(session.editor, onDisk('photo.jpg', original));
	const { format, width, height, orientation, exif } = await sharp(inContent('photo.jpg')).metadata();
	expect({ format, width, height, orientation, exif }).toEqual({ format: 'jpeg', width: 1280, height: 1920 });
	expect(checkPictures(session.folder)).toEqual([]);
});

test('a small picture that can be seen through stays as it is', async () => {
	const original = await photo(64, 48).ensureAlpha(0.5).png().toBuffer();
	await uploadPicture(session.editor, onDisk('glass.png', original));
	expect(readFileSync(inContent('glass.png'))).toEqual(original);
});

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
	const said: string[] = [];
	// Whoever logged in says yes to each.
	page.on('dialog', (dialog) => said.push(dialog.message()));
	await page.getByRole('button', { name: 'Media', exact: true }).click();
	await page.locator('input[type="file"]').setInputFiles(onDisk('kept.png', 'This is no picture.'));
	await expect.poll(() => said).toHaveLength(2);
	expect(said[1]).toContain('kept.png is no picture that browsers show.');
	expect(readFileSync(inContent('kept.png'))).toEqual(before);
});
