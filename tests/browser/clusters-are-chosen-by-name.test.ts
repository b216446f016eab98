import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

const box = (page: Page) => page.getByLabel('Choose a cluster by name');
const offered = (page: Page) => page.locator('[data-matches] button');
const chosen = (page: Page) => page.getByRole('list', { name: 'Chosen clusters' }).locator('li > span').allInnerTexts();
const status = (page: Page) => page.locator('[data-status]').innerText();

async function choose(page: Page, typed: string): Promise<void> {
	await box(page).fill(typed);
	await offered(page).first().waitFor();
	await page.keyboard.press('Enter');
}

test('clusters that a reader knows are compared by typing parts of their names', async () => {
	await withPage('/clusters/compare/', {}, async (page) => {
		await choose(page, 'act gr');
		expect(await status(page)).toBe('Only ACT Group is chosen. Choose one more.');
		await page.reload();
		await expect.poll(() => chosen(page)).toEqual(['ACT Group']);
		await choose(page, 'tetris');
		expect(await status(page)).toMatch(/^Put two to four clusters/);
		await page.getByRole('link', { name: 'Compare these 2' }).click();
		await expect.poll(() => page.locator('.facts-table [role="columnheader"]').count()).toBe(2);
	});
});

test('one that the address names is chosen already, is not offered again, and goes along to the list', async () => {
	await withPage('/clusters/compare/?c=act-group', {}, async (page) => {
		await box(page).fill('act group');
		await page.getByText('No profile has this in its name.').waitFor();
		expect(await chosen(page)).toEqual(['ACT Group']);
		const list = page.getByRole('link', { name: 'the list of clusters' });
		expect(await list.getAttribute('href')).toBe('/clusters/?c=act-group');
		await page.getByRole('button', { name: 'Remove ACT Group' }).click();
		expect(await chosen(page)).toEqual([]);
		expect(await list.getAttribute('href')).toBe('/clusters/');
		expect(await status(page)).toMatch(/^Put two to four clusters/);
	});
});

test('who has chosen four is asked for no more, and stands at the way on', async () => {
	await withPage('/clusters/compare/', {}, async (page) => {
		for (const typed of ['act group', 'tetris', 'bluecity', 'coopcity']) await choose(page, typed);
		expect(await box(page).isVisible()).toBe(false);
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Compare these 4');
	});
});

test('the profiles of a country are opened together', async () => {
	await withPage('/clusters/pack/', {}, async (page) => {
		await page.getByRole('link', { name: 'Austria' }).click();
		await page.getByRole('button', { name: 'Print these 3' }).waitFor();
		expect(await page.locator('[data-profile]').count()).toBe(3);
	});
});

test('a profile is printed by its name', async () => {
	await withPage('/clusters/pack/', {}, async (page) => {
		await page.addInitScript(() => {
			window.print = () => {
				document.documentElement.dataset['printed'] = '';
			};
		});
		await choose(page, 'torino');
		await page.getByRole('link', { name: 'Print this one' }).click();
		await page.locator('html[data-printed]').waitFor({ state: 'attached' });
		expect(await page.locator('[data-profile] h2').first().innerText()).toBe('Torino Social Impact');
	});
});
