import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { violationsOn } from '../axe.ts';
import { useEditor } from './editor.ts';
import { writePicture } from './picture.ts';

const patient = { timeout: 30_000 };
const uploads = mkdtempSync(join(tmpdir(), 'uploads-'));
afterAll(() => {
	rmSync(uploads, { recursive: true });
});

const { withEditor } = useEditor(inject('siteFolder'), 'git');

/** Presses a picture in the window of all pictures, by keyboard. */
const press = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).press('Enter');

test('a picture is saved with its entry once it is chosen, and cannot be deleted while the entry shows it', async () => {
	await withEditor('/collections/clusters/entries/act-group', async (page, desk, asked) => {
		await page.locator('input[id^="name-field"]').first().waitFor(patient);
		await page.getByRole('button', { name: 'Picture', exact: true }).click();
		await page.getByRole('button', { name: 'Choose or upload a picture' }).click();
		for (const name of ['never-chosen.png', 'house.png']) {
			await page.locator('input[type="file"]').setInputFiles(writePicture(uploads, name));
			await page.getByText(name, { exact: true }).last().waitFor();
		}
		await page.getByText('Uploaded just now. It is saved with this entry once you choose it').waitFor();
		await page.getByRole('button', { name: 'Choose selected' }).click();
		await page.getByLabel('What it shows, for people who cannot see it').fill('A house with a red door.');
		await page.getByLabel('Credit: who made it, under which licence').fill('ACT Group, CC BY 4.0');
		await page.getByRole('button', { name: 'Set picture' }).click();
		await page.frameLocator('iframe').getByText('ACT Group, CC BY 4.0').waitFor(patient);
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByText('Entry saved').waitFor(patient);
		expect(desk.git('diff', '--name-only', 'main', 'cms/clusters/act-group').split('\n').sort()).toEqual([
			'content/assets/house.png',
			'content/clusters/act-group.md',
		]);
		await page.getByRole('button', { name: 'Publish' }).first().click();
		await page.getByRole('menuitem', { name: 'Publish now' }).click();
		await expect.poll(() => desk.git('branch', '--format=%(refname:short)'), patient).toBe('main');
		expect(asked).toEqual([expect.stringContaining('It is not marked as ready')]);
	});
	await withEditor('/collections/clusters', async (page, desk) => {
		await page.getByRole('button', { name: 'Media', exact: true }).click(patient);
		await page.locator('input[type="file"]').setInputFiles(writePicture(uploads, 'unused.png'));
		await page.getByText('No published entry uses it.').waitFor(patient);
		await page.getByRole('button', { name: 'Delete selected' }).click();
		await expect.poll(() => desk.git('ls-files', 'content/assets'), patient).toBe('content/assets/house.png');
		// Once it is gone, nothing is selected any more.
		await page.getByText('unused.png', { exact: true }).first().waitFor({ state: 'detached' });
		await press(page, 'house.png');
		await page.getByText('Used by Profiles: ACT Group').waitFor(patient);
		expect(await violationsOn(page, 'all', 'iframe')).toEqual([]);
		await page.getByRole('button', { name: 'Delete selected' }).click();
		await page.getByText('Not deleted. Entries name it.').waitFor(patient);
		expect(desk.git('ls-files', 'content/assets')).toBe('content/assets/house.png');
	});
});

/** What Word puts into the clipboard for a text with a picture in it: RTF has the picture itself. */
function copiedFromWord(picture: Buffer): Record<string, string> {
	const image = '<img width=8 height=8 src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png">';
	return {
		'text/html': `<body><p class=MsoNormal>Before it.</p><p class=MsoNormal>${image}</p><p class=MsoNormal>After it.</p></body>`,
		'text/rtf': String.raw`{\rtf1{\*\shppict{\pict\picw8\pngblip\bliptag-12345${'\n'}${picture.toString('hex')}}}{\nonshppict{\pict\wmetafile8 ${'0100'.repeat(40)}}}}`,
	};
}

test('a picture pasted with a text from Word is put where it stood once somebody says what it shows', async () => {
	await withEditor('/collections/updates/new', async (page, desk) => {
		const picture = readFileSync(writePicture(uploads, 'in-word.png'));
		await page.locator('input[id^="title-field"]').fill('A house opens');
		const words = page.locator('.text-field-words');
		await words.click();
		await words.evaluate((field, parts) => {
			const clipboardData = new DataTransfer();
			for (const [type, part] of Object.entries(parts)) clipboardData.setData(type, part);
			field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, copiedFromWord(picture));
		const says = page.getByLabel('What it shows, for people who cannot see it');
		await says.waitFor(patient);
		expect(await violationsOn(page, 'all', 'iframe')).toEqual([]);
		await page.getByRole('button', { name: 'Set picture' }).click();
		await page.getByText('Say what the picture shows.').waitFor();
		await says.fill('A house with a red door.');
		await says.press('Enter');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.waitForURL(/entries\/a-house-opens$/, patient);
		const text = desk.read('content/updates/a-house-opens.md', 'cms/updates/a-house-opens');
		const [, name = ''] =
			/Before it\.\n\n!\[A house with a red door\.\]\(\.\.\/assets\/(.+)\)\n\nAfter it\.\n$/.exec(text) ?? [];
		expect(name).toMatch(/^picture-[0-9a-f]{8}\.png$/);
		expect(desk.git('ls-tree', '--name-only', 'cms/updates/a-house-opens', 'content/assets/')).toContain(name);
	});
});
