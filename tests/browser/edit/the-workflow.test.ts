import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Desk } from './desk.ts';
import { useEditor } from './editor.ts';

const { withEditor } = useEditor(inject('siteFolder'), 'git');

const FILE = 'content/clusters/act-group.md';
const DRAFT = 'cms/clusters/act-group';
const ENTRY = '/collections/clusters/entries/act-group';
const patient = { timeout: 30_000 };

const branches = ({ git }: Desk) => git('branch', '--format=%(refname:short)').split('\n');

async function save(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('Entry saved').waitFor(patient);
}

async function setStatus(page: Page, status: string): Promise<void> {
	await page.getByRole('button', { name: /^Status:/ }).click();
	await page.getByRole('menuitem', { name: status }).click();
	await page.getByText('Entry status updated').last().waitFor(patient);
}

async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Publish' }).first().click();
	await page.getByText('Publish now').click();
}

test('a change of a profile is a draft until it is published, and then one line', async () => {
	await withEditor(ENTRY, async (page, desk) => {
		const before = desk.read(FILE);
		await page.locator('input[id^="name-field"]').first().fill('ACT Gruppe');
		await save(page);
		expect(desk.read(FILE)).toBe(before);
		expect(branches(desk)).toEqual([DRAFT, 'main']);
		await setStatus(page, 'In review');
		await setStatus(page, 'Ready');
		await publish(page);
		await expect.poll(() => branches(desk), patient).toEqual(['main']);
		expect(desk.read(FILE)).toBe(before.replace('name: ACT Group', 'name: ACT Gruppe'));
	});
});

test('a renamed draft moves its file when it is published, and the editor follows', async () => {
	await withEditor(ENTRY, async (page, desk) => {
		const address = page.locator('input[id^="$slug-field"]');
		await address.fill('act');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect.poll(() => branches(desk), patient).toEqual([DRAFT, 'main']);
		await page.waitForEvent('load');
		await page.getByRole('button', { name: /^Status:/ }).waitFor(patient);
		expect(await address.inputValue()).toBe('act');
		expect(desk.git('ls-files', 'content/clusters')).toContain('act-group.md');
		await setStatus(page, 'Ready');
		await publish(page);
		await page.waitForURL(/entries\/act$/, patient);
		expect(desk.git('ls-files', 'content/clusters')).toBe('content/clusters/act.md\ncontent/clusters/bluecity.md');
		expect(desk.read('content/clusters/act.md')).toContain('aliases:\n  - act-group\n');
	});
});

test('a draft can be thrown away from the board, where hostile branches take nothing along', async () => {
	await withEditor('/collections/clusters/entries/bluecity', async (page, desk) => {
		await page.locator('input[id^="name-field"]').first().fill('Blue');
		await save(page);
		// As an outsider could make them: of no collection, of nothing, and without an entry.
		desk.git('branch', 'cms/nowhere/x', 'cms/clusters/bluecity');
		desk.git('branch', 'cms/clusters/nothing', 'main');
		desk.git('branch', 'cms/half', 'cms/clusters/bluecity');
		await page.goto(`${new URL(page.url()).origin}/admin/#/workflow`);
		await page.reload();
		await page.getByText(/^Blue ·/).waitFor(patient);
		await page.getByText(/^Blue ·/).hover();
		await page.getByRole('button', { name: 'Delete new entry' }).or(page.getByText('Delete changes')).click();
		await expect.poll(() => branches(desk), patient).not.toContain('cms/clusters/bluecity');
		expect(desk.read('content/clusters/bluecity.md')).toContain('name: BlueCity');
	});
});
