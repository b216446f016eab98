import { readdirSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { found, phone, textOfDownload, useBrowser, withPage } from './with-page.ts';

useBrowser();

/** Presses Tab until the focus is on what the selector names. Fails where a keyboard cannot get there. */
async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	for (let step = 0; step < 200; step += 1) {
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
			const inSight = await page.evaluate(() => {
				const box = document.activeElement?.getBoundingClientRect();
				return box !== undefined && box.bottom > 0 && box.top < innerHeight;
			});
			expect(inSight, `${selector} has the focus, out of sight`).toBe(true);
			return;
		}
		await page.keyboard.press(key);
	}
	throw new Error(`The keyboard does not reach ${selector}.`);
}

const textOf = async (page: Page, selector: string) => (await page.locator(selector).first().innerText()).trim();

const linesOf = async (download: Download) => (await textOfDownload(download)).trim().split('\n');

test('by keyboard alone on a phone: search, filter, open two, compare, put together, print, download', async () => {
	await withPage('/', phone, async (page) => {
		// Search
		await tabTo(page, '#q');
		await page.keyboard.type('food', { delay: 20 });
		await found(page, /^\d+ results for “food”/);
		await page.keyboard.press('ArrowDown');
		expect(await page.locator('#q').getAttribute('aria-activedescendant')).toBe('suggestion-0');
		await page.keyboard.press('Escape');
		expect(await page.locator('[data-over]').isHidden()).toBe(true);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search/?q=food');
		await found(page, /^\d+ results for “food”/);
		// Filter
		await tabTo(page, 'main a[href="/clusters/"]');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/clusters/');
		await tabTo(page, '[data-open-sheet]');
		await page.keyboard.press('Enter');
		await tabTo(page, '[data-facet="theme"] summary');
		await page.keyboard.press('Enter');
		await tabTo(page, 'input[name="theme"][value="food"]');
		await page.keyboard.press('Space');
		await page.waitForURL('**/clusters/?theme=food');
		await page.keyboard.press('Escape');
		await tabTo(page, '[data-facet="country"] summary', 'Shift+Tab');
		await page.keyboard.press('Enter');
		await tabTo(page, 'input[name="country"][value="FR"]');
		await page.keyboard.press('Space');
		await page.waitForURL('**/clusters/?country=FR&theme=food');
		await page.keyboard.press('Escape');
		await tabTo(page, '[data-show-results]');
		await page.keyboard.press('Enter');
		expect(await textOf(page, '[data-open-sheet]')).toBe('Filters 2');
		await page
			.locator('[data-status]')
			.getByText(/^\d+ results/)
			.waitFor();
		// Open two, choosing each
		await tabTo(page, '[data-results] li:nth-child(1) h3 a');
		const first = await textOf(page, '[data-results] li:nth-child(1) h3');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 1, name: first }).waitFor();
		await tabTo(page, '[data-choose]');
		await page.keyboard.press('Space');
		await expect.poll(() => textOf(page, '[data-tray-status]')).toContain('1 chosen.');
		await page.goBack();
		await page
			.locator('[data-status]')
			.getByText(/^\d+ results/)
			.waitFor();
		await tabTo(page, '[data-results] li:nth-child(1) [data-choose]');
		await page.keyboard.press('Space');
		await tabTo(page, '[data-results] li:nth-child(2) h3 a');
		const second = await textOf(page, '[data-results] li:nth-child(2) h3');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 1, name: second }).waitFor();
		await expect.poll(() => textOf(page, '[data-tray-status]')).toContain('1 chosen.');
		await tabTo(page, '[data-choose]');
		await page.keyboard.press('Space');
		await expect.poll(() => textOf(page, '[data-tray-status]')).toContain('2 chosen');
		// Compare
		await tabTo(page, '[data-compare]');
		await page.keyboard.press('Enter');
		await page.getByRole('table').first().waitFor();
		expect(await page.locator('.facts-table [role="columnheader"]').allInnerTexts()).toEqual([
			expect.stringContaining(first) as string,
			expect.stringContaining(second) as string,
		]);
		// Profiles together
		await tabTo(page, '[data-actions] [data-pack]');
		await page.keyboard.press('Enter');
		await page.locator('[data-packed] [data-profile]').nth(1).waitFor();
		expect(await page.locator('[data-packed] [data-profile] h2:first-of-type').first().innerText()).toBe(first);
		// Print
		await page.evaluate(() => {
			window.print = () => {
				document.title = 'printed';
			};
		});
		await tabTo(page, '[data-print]');
		await page.keyboard.press('Enter');
		expect(await page.title()).toBe('printed');
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
		expect(await page.locator('[data-packed] [data-profile]').nth(1).isVisible()).toBe(true);
		await page.emulateMedia({ media: 'screen' });
		// Download
		await tabTo(page, '[data-downloads] a[href$=".csv"]');
		const downloading = page.waitForEvent('download');
		await page.keyboard.press('Enter');
		const lines = await linesOf(await downloading);
		expect(lines).toHaveLength(3);
		expect(lines.slice(1).join('\n')).toContain(first);
		expect(lines.slice(1).join('\n')).toContain(second);
	});
});

describe('without JavaScript', () => {
	const withoutScript = { ...phone, javaScriptEnabled: false };

	test.each([
		[
			'the search box',
			{ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
			async (page: Page) => {
				await page.locator('#q').fill('food');
				await page.keyboard.press('Enter');
				await page.waitForURL('**/search/?q=food');
			},
		],
		[
			'on a phone the link to the search',
			withoutScript,
			async (page: Page) => {
				await page.getByRole('banner').getByRole('link', { name: 'Search', exact: true }).click();
				await page.waitForURL('**/search/');
			},
		],
	])('%s leads to a page that helps', async (_what, options, reach) => {
		await withPage('/clusters/act-group/', options, async (page) => {
			await reach(page);
			expect(await page.locator('noscript p').isVisible()).toBe(true);
			await page.getByRole('link', { name: 'Food and farming' }).click();
			expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Food and farming');
		});
	});

	test('the list leads to countries, themes and services instead of filters, and no boxes to choose', async () => {
		await withPage('/clusters/', withoutScript, async (page) => {
			expect(await page.locator('[data-filters]').isVisible()).toBe(false);
			expect(await page.locator('[data-choose]').first().isVisible()).toBe(false);
			for (const by of ['country', 'theme', 'what members share'])
				expect(await page.getByRole('link', { name: `Clusters by ${by}` }).isVisible(), by).toBe(true);
			expect(await page.locator('[data-marks] a').count()).toBeGreaterThan(10);
		});
	});

	test('the list offers all profiles as files', async () => {
		await withPage('/clusters/', withoutScript, async (page) => {
			const downloading = page.waitForEvent('download');
			await page.getByRole('link', { name: 'CSV' }).click();
			expect(await linesOf(await downloading)).toHaveLength(readdirSync('content/clusters').length + 1);
		});
	});

	test.each(['/clusters/compare/?c=act-group,tetris', '/clusters/pack/?c=act-group,tetris'])(
		'%s says what to do instead',
		async (path) => {
			await withPage(path, withoutScript, async (page) => {
				expect(await page.locator('noscript p').innerText()).toMatch(/needs? JavaScript/);
				expect(await page.getByLabel('Breadcrumb').getByRole('link', { name: 'Clusters' }).isVisible()).toBe(true);
			});
		},
	);
});
