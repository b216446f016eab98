import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useEditor } from './editor.ts';
import { addressIn } from './form.ts';

const { withEditor } = useEditor(inject('siteFolder'), 'fs');

const ENTRY = '/collections/clusters/entries/act-group';

const addressOf = (page: Page) => page.locator('input[id^="$slug-field"]');

async function rename(page: Page, slug: string): Promise<void> {
	await (await addressIn(page)).fill(slug);
	await page.getByRole('button', { name: 'Publish' }).first().click();
	await page.getByRole('menuitem', { name: 'Publish now' }).click();
}

const isAt = (page: Page, slug: string) => page.waitForURL(new RegExp(`/entries/${slug}$`));

test('an entry is renamed, renamed again and back, and each former address but its own leads to it', async () => {
	await withEditor(ENTRY, async (page, { root, read }) => {
		const before = read('content/clusters/act-group.md');
		for (const [slug, aliases, typed] of [
			['act-gruppe', ['act-group'], 'ACT-Gruppe'],
			['act-lodz-i-slask', ['act-group', 'act-gruppe'], 'ACT Łódź i Śląsk '],
			['act-group', ['act-gruppe', 'act-lodz-i-slask'], 'act-group'],
		] as const) {
			await rename(page, typed);
			await isAt(page, slug);
			await expect.poll(() => addressOf(page).inputValue().catch(String), { timeout: 15_000 }).toBe(slug);
			expect(readdirSync(join(root, 'content/clusters'))).toEqual([`${slug}.md`, 'bluecity.md']);
			const lines = ['aliases:', ...aliases.map((alias) => `  - ${alias}`)].join('\n');
			expect(read(`content/clusters/${slug}.md`)).toBe(before.replace(/\n---\n\n/, `\n${lines}\n---\n\n`));
		}
	});
});

const badSlugs: [string, string][] = [
	['bluecity', 'The address “bluecity” is or was that of another profile. Choose another.'],
	['page', 'The address “page” belongs to another page. Choose another.'],
];

test('an address that is taken, or reserved is refused beside the field, and nothing is saved', async () => {
	await withEditor(ENTRY, async (page, { root, read }) => {
		const before = read('content/clusters/act-group.md');
		for (const [slug, sentence] of badSlugs) {
			await rename(page, slug);
			await page.getByText(sentence).first().waitFor();
		}
		expect(readdirSync(join(root, 'content/clusters'))).toEqual(['act-group.md', 'bluecity.md']);
		expect(read('content/clusters/act-group.md')).toBe(before);
	});
});
