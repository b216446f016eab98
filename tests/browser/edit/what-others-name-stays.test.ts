import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { useEditor } from './editor.ts';

const naming = '---\ntitle: News of the hub\n---\n\nSee [the hub](/clusters/act-group/).\n';
const { withEditor } = useEditor(inject('siteFolder'), 'fs', { 'content/updates/names-it.md': naming });

test('an entry that others name is not deleted, and each of them is a link away', async () => {
	await withEditor('/collections/clusters/entries/act-group', async (page, { root }, asked) => {
		const looked = Promise.withResolvers<undefined>();
		await page.route('**/admin/referrers.json', async (route) => {
			await looked.promise;
			await route.continue();
		});
		await page.getByRole('button', { name: 'Delete entry' }).click();
		await page.getByText('Looking for entries that name it…').waitFor();
		looked.resolve(undefined);
		await expect
			.poll(() => asked, { timeout: 30_000 })
			.toEqual(['An entry names it. Take it off there, publish that, then delete it. Nothing was deleted.']);
		expect(existsSync(join(root, 'content/clusters/act-group.md'))).toBe(true);
	});
	await withEditor('/collections/clusters/entries/bluecity', async (page, { root }, asked) => {
		await page.getByRole('button', { name: 'Delete entry' }).click();
		await expect.poll(() => existsSync(join(root, 'content/clusters/bluecity.md')), { timeout: 30_000 }).toBe(false);
		expect(asked).toEqual([
			'Delete this entry? This acts at once, without review, and its address leads nowhere then.',
		]);
	});
});
