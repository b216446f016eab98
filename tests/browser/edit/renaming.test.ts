import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useEditor } from './editor.ts';

const { withEditor } = useEditor(inject('siteFolder'), 'fs');

const ENTRY = '/collections/clusters/entries/act-group';

const addressOf = (page: Page) => page.locator('input[id^="$slug-field"]');

async function rename(page: Page, slug: string): Promise<void> {
	await addressOf(page).fill(slug);
	await page.getByRole('button', { name: 'Publish' }).first().click();
	await page.getByText('Publish now').click();
}

const isAt = (page: Page, slug: string) => page.waitForURL(new RegExp(`/entries/${slug}$`));

test('an entry is renamed, renamed again and back, and each former address but its own leads to it', async () => {
	await withEditor(ENTRY, async (page, { root, read }) => {
		const before = read('content/clusters/act-group.md');
		for (const [slug, aliases] of [
			['act-gruppe', ['act-group']],
			['act', ['act-group', 'act-gruppe']],
			['act-group', ['act-gruppe', 'act']],
		] as const) {
			await rename(page, slug);
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
	['Two words', 'The address is not a slug'],
];

test('an address that is taken, reserved or none is refused beside the field, and nothing is saved', async () => {
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
