import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { commitAll } from '../../local/repository.ts';
import { useEditor } from './editor.ts';

const FILE = 'content/clusters/bluecity.md';
const DRAFT = 'cms/clusters/bluecity';
const ENTRY = '/collections/clusters/entries/bluecity';
const patient = { timeout: 30_000 };

describe('where git keeps versions', () => {
	const { desk, withEditor } = useEditor(inject('siteFolder'), 'git');

	test('an editor sees who changed what, and puts an earlier version into the form, to be saved as any change', async () => {
		const { root, git, read } = desk();
		const first = read(FILE);
		const second = first
			.replace('name: BlueCity', 'name: Blue')
			.replace(/^themes: .*$/m, 'themes: [food]')
			.replace(/^sources:\n(?: .*\n)+?(?= {2}- )/m, 'sources:\n')
			.replace(/\n*$/, '\n\nOne more paragraph.\n');
		writeFileSync(join(root, FILE), second);
		git('config', 'user.name', 'Somebody Else');
		commitAll(git, 'Change it');
		await withEditor(ENTRY, async (page) => {
			await page.locator('input[id^="name-field"]').first().waitFor(patient);
			await page.getByText('History', { exact: true }).click();
			const versions = page.locator('.entry-history ol > li');
			await versions.filter({ hasText: '· Somebody Else' }).getByText('Name: BlueCity → Blue').waitFor(patient);
			await versions.filter({ hasText: '· Somebody Else' }).getByText('The form says this').waitFor();
			await versions.filter({ hasText: '· An editor' }).getByRole('button', { name: 'Restore this version' }).click();
			await page.getByText('It is not saved yet.').waitFor();
			await expect.poll(() => page.locator('input[id^="name-field"]').first().inputValue(), patient).toBe('BlueCity');
			await page.getByText('Unsaved Changes').waitFor();
			await page.getByRole('button', { name: 'Save', exact: true }).click();
			await page.getByText('Entry saved').waitFor(patient);
		});
		expect(read(FILE)).toBe(second);
		// What was put in anew is written as a save writes it.
		expect(
			read(FILE, DRAFT)
				.trimEnd()
				.replace(/"(\d{4}-\d{2}-\d{2})"/g, '$1'),
		).toBe(first.trimEnd());
	});

	test('what was typed and not saved is put aside only after a question', async () => {
		await withEditor('/collections/clusters/entries/act-group', async (page, _desk, asked) => {
			const name = page.locator('input[id^="name-field"]').first();
			await name.fill('Typed');
			await page.getByText('History', { exact: true }).click();
			await page.getByRole('button', { name: 'Restore this version' }).click(patient);
			await expect.poll(() => name.inputValue(), patient).toBe('ACT Group');
			expect(asked.at(-1)).toBe('The form holds what you have not saved. Put this version in its place?');
		});
	});
});

describe('where there is no git', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'fs');

	test('the form says so', async () => {
		await withEditor(ENTRY, async (page) => {
			await page.getByText('History', { exact: true }).click(patient);
			await page.getByText('Nobody knows earlier versions here').waitFor(patient);
		});
	});
});
