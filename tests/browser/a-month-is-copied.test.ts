import { expect, test } from 'vitest';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

const months = '/updates/digest/';

test('a month is copied as its plain text by one press', async () => {
	await withPage(months, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
		await page.getByRole('link', { name: /^All of / }).click();
		await page.getByRole('button', { name: 'Copy for a mailing' }).click();
		await page.getByText('Copied as plain text.').waitFor();
		const text = await page.evaluate(() => navigator.clipboard.readText());
		expect(text).toMatch(/^Social Economy Clusters: /);
		expect(text).toContain('CALLS FOR VIEWS');
	});
});

test('without script the same press leads to the text', async () => {
	await withPage(months, { javaScriptEnabled: false }, async (page) => {
		await page.getByRole('link', { name: /^All of / }).click();
		await page.getByRole('button', { name: 'Copy for a mailing' }).click();
		await page.waitForURL(/\.txt/);
		expect(await page.locator('body').textContent()).toContain('CALLS FOR VIEWS');
	});
});
