import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { Desk } from './desk.ts';
import { useEditor } from './editor.ts';

const FILE = 'content/clusters/act-group.md';
const ENTRY = '/collections/clusters/entries/act-group';
const DRAFT = 'cms/clusters/act-group';
const CHANGED = 'Somebody changed this entry since you opened it.';

const patient = { timeout: 30_000 };

const nameIn = (page: Page) => page.locator('input[id^="name-field"]').first();

let changes = 0;

/** Changes a file as somebody else would, on a branch if one is given. */
function changeElsewhere({ root, git, read }: Desk, branch?: string): string {
	const text = read(FILE, branch).replace(/^region: .*$/m, `region: Elsewhere ${++changes}`);
	if (branch !== undefined) git('switch', '--quiet', branch);
	writeFileSync(join(root, FILE), text);
	if (branch === undefined) return text;
	git('commit', '--quiet', '--all', '--message=Elsewhere');
	git('switch', '--quiet', 'main');
	return text;
}

/** Right after a save the form is drawn anew, which can mix what is typed with what was there. */
const writeName = (page: Page, name: string) =>
	expect
		.poll(async () => {
			await nameIn(page).fill(name);
			return nameIn(page).inputValue();
		}, patient)
		.toBe(name);

async function refused(page: Page, save: (page: Page) => Promise<void>): Promise<void> {
	await writeName(page, 'Mine');
	await save(page);
	await page.getByText(`Not saved. ${CHANGED}`).waitFor();
	expect(await nameIn(page).inputValue()).toBe('Mine');
}

async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Publish', exact: true }).click();
	await page.getByRole('menuitem', { name: 'Publish now' }).click();
}

const saveDraft = (page: Page) => page.getByRole('button', { name: 'Save' }).click();

describe('where a save changes the file', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'fs');

	test('one form saves twice, and not a third time after somebody else', async () => {
		await withEditor(ENTRY, async (page, desk) => {
			for (const name of ['First', 'Second']) {
				await writeName(page, name);
				await publish(page);
				await expect.poll(() => desk.read(FILE), patient).toContain(`name: ${name}\n`);
				await page.getByRole('button', { name: 'Published', exact: true }).waitFor();
			}
			const theirs = changeElsewhere(desk);
			await refused(page, publish);
			expect(desk.read(FILE)).toBe(theirs);
		});
	});

	test('after a look at both the entry is saved again', async () => {
		await withEditor(ENTRY, async (page, desk) => {
			changeElsewhere(desk);
			await page.reload();
			await nameIn(page).waitFor();
			await writeName(page, 'Third');
			await publish(page);
			await expect.poll(() => desk.read(FILE), patient).toContain('name: Third\n');
			expect(desk.read(FILE)).toContain(`region: Elsewhere ${changes}\n`);
		});
	});
});

describe('a backup that the browser kept', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'fs');

	test('replaces the entry only after a question', async () => {
		await withEditor(ENTRY, async (page, desk, asked) => {
			await writeName(page, 'Kept');
			// What was typed a second ago is kept.
			await page.waitForTimeout(1000);
			await page.reload();
			await expect.poll(() => nameIn(page).inputValue(), patient).toBe('Kept');
			await publish(page);
			await expect.poll(() => desk.read(FILE), patient).toContain('name: Kept\n');
			expect(asked.at(-1)).toContain(
				'“Kept” is here as your browser kept it. If somebody changed it since, saving takes that away.',
			);
		});
	});
});

describe('where drafts are kept', () => {
	const { withEditor } = useEditor(inject('siteFolder'), 'git');

	test('a first draft of what somebody else published meanwhile is refused', async () => {
		await withEditor(ENTRY, async (page, desk) => {
			await nameIn(page).waitFor();
			changeElsewhere(desk, 'main');
			await refused(page, saveDraft);
			expect(desk.git('branch', '--format=%(refname:short)')).toBe('main');
		});
	});

	test('one form saves its draft twice, and not a third time after somebody else', async () => {
		await withEditor(ENTRY, async (page, desk) => {
			for (const name of ['First', 'Second']) {
				await writeName(page, name);
				await saveDraft(page);
				await expect.poll(() => desk.git('branch'), patient).toContain(DRAFT);
				await expect.poll(() => desk.read(FILE, DRAFT), patient).toContain(`name: ${name}\n`);
				await page.getByText('Entry saved').last().waitFor();
			}
			const theirs = changeElsewhere(desk, DRAFT);
			await refused(page, saveDraft);
			expect(desk.read(FILE, DRAFT)).toBe(theirs);
		});
	});
});
