import { expect, inject, test } from 'vitest';
import { useEditor } from './editor.ts';

const { withEditor } = useEditor(inject('siteFolder'), 'fs');

const patient = { timeout: 30_000 };
const [FULL, ROOM] = ['content/clusters/act-group.md', 'content/clusters/bluecity.md'];

test('several entries get a theme in one step, after a look at what would change, and one with five is left alone', async () => {
	await withEditor('/collections/clusters', async (page, { read }) => {
		const [full, room] = [read(FULL), read(ROOM)];
		await page.getByText('Change several at once').click(patient);
		const panel = page.locator('.several-entries');
		await panel.getByLabel('Field').selectOption('Themes');
		await panel.getByLabel('Value').selectOption('Tourism and hospitality');
		await panel.getByLabel('ACT Group').check(patient);
		await panel.getByLabel('Show names with').fill('bluec');
		await panel.getByLabel('BlueCity').check();
		await panel.getByRole('button', { name: 'See what would change' }).click();
		await panel.getByText('1 of 2 would change; nothing is saved yet.').waitFor(patient);
		await panel.getByText('Themes: Tourism and hospitality').waitFor();
		await panel.getByText('stays as it is. Themes').waitFor();
		expect([read(FULL), read(ROOM)]).toEqual([full, room]);
		await panel.getByRole('button', { name: 'Change 1 entry' }).click();
		await panel.getByText('1 entry is changed.').waitFor(patient);
		expect(read(FULL)).toBe(full);
		expect(read(ROOM)).toBe(room.replace(/^(themes: .*)\]$/m, '$1, tourism]'));
	});
});
