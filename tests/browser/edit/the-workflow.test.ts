import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Desk } from './desk.ts';
import { useEditor } from './editor.ts';
import { addressIn, fill } from './form.ts';
import { fullEntries } from './full-entries.ts';

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
	// The message of an earlier change may still be there; the button tells of this one.
	await page.getByRole('button', { name: `Status: ${status}` }).waitFor(patient);
}

async function publish(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Publish' }).first().click();
	await page.getByRole('menuitem', { name: 'Publish now' }).click();
}

test('a change of a profile is a draft until it is published, and then one line', async () => {
	await withEditor(ENTRY, async (page, desk) => {
		const before = desk.read(FILE);
		await page.locator('input[id^="name-field"]').first().fill('ACT Gruppe');
		await save(page);
		// The editor asks for the draft that it saved, and for a moment its branch is the tree.
		await expect.poll(() => desk.read(FILE), patient).toBe(before);
		expect(branches(desk)).toEqual([DRAFT, 'main']);
		await setStatus(page, 'In review');
		await setStatus(page, 'Ready');
		await publish(page);
		await expect.poll(() => branches(desk), patient).toEqual(['main']);
		await expect.poll(() => desk.read(FILE), patient).toBe(before.replace('name: ACT Group', 'name: ACT Gruppe'));
	});
});

test('what is typed while a draft is being saved is not taken for saved', async () => {
	await withEditor('/collections/clusters/entries/bluecity', async (page, desk) => {
		const saved = () => desk.read('content/clusters/bluecity.md', 'cms/clusters/bluecity');
		const name = page.locator('input[id^="name-field"]').first();
		await name.fill('Blue');
		await page.route('**/api/v1', async (route) => {
			if (route.request().postData()?.includes('persistEntry')) await name.fill('More');
			await route.continue();
		});
		await save(page);
		await page.getByText('Unsaved Changes').waitFor(patient);
		expect(saved()).toContain('name: Blue\n');
		await page.unroute('**/api/v1');
		await save(page);
		await expect.poll(saved, patient).toMatch(/^name: .*More$/m);
		await page.getByRole('button', { name: 'Delete unpublished changes' }).click();
		await expect.poll(() => branches(desk), patient).toEqual(['main']);
	});
});

/** Saves, and types into the name at that moment. Returns what the bar says then. */
async function typeWhileSaving(page: Page, save: () => Promise<void>, typed: string): Promise<string> {
	let said = '';
	const name = page.locator('input[id^="name-field"], input[id^="term-field"]').first();
	await page.route('**/api/v1', async (route) => {
		if (route.request().postData()?.includes('persistEntry')) {
			await name.focus();
			await page.keyboard.type(typed);
			said = await page.getByRole('region', { name: 'This entry' }).innerText();
		}
		await route.continue();
	});
	await save();
	await page.unroute('**/api/v1');
	return said;
}

test('what is typed during the first save of a new entry stays, and it is a draft then', async () => {
	await withEditor('/collections/terms/new', async (page, desk, asked) => {
		const term = page.locator('input[id^="term-field"]').first();
		await term.fill('Quartier');
		await typeWhileSaving(page, () => save(page), ' libre');
		await page.waitForURL(/entries\/quartier$/, patient);
		expect(await term.inputValue()).toBe('Quartier libre');
		await page.keyboard.type('!');
		expect(await term.inputValue()).toBe('Quartier libre!');
		await page.getByText('Unsaved Changes').waitFor();
		await page.getByRole('button', { name: 'Status: Draft' }).waitFor();
		const saved = () => desk.read('content/terms/quartier.yaml', 'cms/terms/quartier');
		expect(saved()).toBe('term: Quartier\n');
		await save(page);
		await expect.poll(saved, patient).toBe('term: Quartier libre!\n');
		await term.fill('Never saved');
		await page.getByText('Writing in Words collection').click();
		await expect.poll(() => asked.at(-1), patient).toContain('You have not saved what you wrote here.');
		desk.git('branch', '-D', 'cms/terms/quartier');
	});
});

test('a published entry is a draft after its first save, also if somebody typed meanwhile', async () => {
	await withEditor('/collections/clusters/entries/bluecity', async (page, desk) => {
		await page.locator('input[id^="name-field"]').first().fill('Blue');
		const said = await typeWhileSaving(page, () => save(page), ' and green');
		expect(said).toContain('Delete published entry');
		expect(said).not.toContain('Unpublishing');
		await page.getByRole('button', { name: 'Status: Draft' }).waitFor(patient);
		expect(await page.locator('input[id^="name-field"]').first().inputValue()).toBe('Blue and green');
		await page.getByRole('button', { name: 'Delete unpublished changes' }).click();
		await expect.poll(() => branches(desk), patient).toEqual(['main']);
	});
});

test('on a phone Save stays in reach at the end of a form, and touches no other button', async () => {
	await withEditor(ENTRY, async (page) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.locator('.rare-fields').scrollIntoViewIfNeeded();
		const boxOf = async (name: string) => {
			const box = await page.getByRole('button', { name }).boundingBox();
			if (!box) throw new Error(`There is no button “${name}”.`);
			return box;
		};
		const [save, other] = [await boxOf('Save'), await boxOf('Delete published entry')];
		expect(save.y).toBeGreaterThanOrEqual(0);
		expect(save.y + save.height).toBeLessThan(844);
		expect(other.y >= save.y + save.height + 4 || other.x >= save.x + save.width + 4).toBe(true);
		await page.getByText('Changes saved').waitFor({ state: 'visible' });
	});
});

test('a renamed draft moves its file when it is published, and the editor follows', async () => {
	await withEditor(ENTRY, async (page, desk) => {
		const address = await addressIn(page);
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

async function goToBoard(page: Page, { address }: Desk): Promise<void> {
	await page.goto(`${address}admin/#/workflow`);
	await page.reload();
	await page.getByRole('heading', { name: 'Ready' }).waitFor(patient);
}

/** The heading above the card of an entry on the board. */
const columnOf = (page: Page, name: string) =>
	page
		.locator('[class*="-WorkflowListContainer"] > div', { has: page.getByRole('heading', { name }) })
		.getByRole('heading')
		.first()
		.innerText();

async function publishFromBoard(page: Page, name: string): Promise<void> {
	const card = page.locator('[class*="-WorkflowCardContainer"]').filter({ hasText: name });
	await card.hover();
	await card.getByRole('button', { name: /^Publish/ }).click();
}

test('a new entry goes over the whole board, and readers get it at the end', async () => {
	await withEditor('/collections/terms/new', async (page, desk) => {
		const file = 'content/terms/tiers-lieu.yaml';
		await page.locator('input[id^="term-field"]').waitFor();
		await fill({ page, address: `${desk.address}admin/` }, 'terms', fullEntries.terms);
		await save(page);
		await page.waitForURL(/entries\/tiers-lieu$/, patient);
		for (const [status, column] of [
			['Draft', 'Drafts'],
			['In review', 'In Review'],
			['Ready', 'Ready'],
		] as const) {
			if (status !== 'Draft') {
				await page.getByText('tiers-lieu', { exact: true }).click();
				await setStatus(page, status);
			}
			await goToBoard(page, desk);
			expect(await columnOf(page, 'tiers-lieu')).toBe(column);
			expect(desk.git('ls-files', file)).toBe('');
		}
		await publishFromBoard(page, 'tiers-lieu');
		await page.getByText('Entry published').waitFor(patient);
		expect(branches(desk)).toEqual(['main']);
		expect(desk.read(file)).toContain('term: tiers-lieu\n');
	});
});

test('a draft from outside is published only when all is there that the build asks for', async () => {
	await withEditor('/collections/clusters', async (page, desk) => {
		const outside = 'content/clusters/from-outside.md';
		const text = desk
			.read('content/clusters/bluecity.md')
			.replace('name: BlueCity', 'name: From Outside')
			.replace(/\ncheck:\n(?: {2}.*\n)+/, '\n');
		desk.git('switch', '--quiet', '--create', 'cms/clusters/from-outside');
		writeFileSync(join(desk.root, outside), text);
		desk.git('add', '.');
		desk.git('commit', '--quiet', '--message=From outside');
		desk.git('switch', '--quiet', 'main');
		desk.git('config', 'branch.cms/clusters/from-outside.description', 'decap-cms/pending_publish');
		await goToBoard(page, desk);
		await publishFromBoard(page, 'From Outside');
		await page.getByText('Not published yet. Last checked is missing.').waitFor(patient);
		expect(branches(desk)).toEqual(['cms/clusters/from-outside', 'main']);

		await page.getByText('From Outside').click();
		await page.getByRole('button', { name: 'Checked today' }).click();
		const check = { by: 'the editors', how: 'sources', against: 'The pages, read as they stand.' };
		await fill({ page, address: `${desk.address}admin/` }, 'clusters', { check });
		await save(page);
		await goToBoard(page, desk);
		await publishFromBoard(page, 'From Outside');
		await page.getByText('Entry published').waitFor(patient);
		expect(branches(desk)).toEqual(['main']);
		const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format();
		expect(desk.read(outside)).toBe(
			text.replace(
				'\n---\n\n',
				`\ncheck:\n  "on": "${today}"\n  by: the editors\n  how: sources\n  against: The pages, read as they stand.\n---\n\n`,
			),
		);
	});
});

test('the log-in says why drafts cannot be kept now', async () => {
	await withEditor('/workflow', async (page, desk) => {
		const stray = join(desk.root, 'stray.txt');
		writeFileSync(stray, '');
		await page.evaluate(() => {
			localStorage.clear();
		});
		await page.reload();
		await page
			.getByRole('alert')
			.filter({ hasText: 'Nothing can be saved now. The working tree has changes that are not committed: stray.txt.' })
			.waitFor(patient);
		rmSync(stray);
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
