import { expect, test } from 'vitest';
import { phone, useBrowser, withPage } from './with-page.ts';

useBrowser();

test.each([
	['/guide/words/', 'Find a word', 'pole'],
	['/geces/members/', 'Name, country or year', '2016'],
	['/geces/timeline/', 'Find a step', 'action plan'],
])('%s leaves the rows that hold the words, without accents, and shows all again', async (path, label, words) => {
	await withPage(path, {}, async (page) => {
		const rows = page.locator('[data-filter-rows] > *');
		const box = page.getByRole('searchbox', { name: label });
		const all = await rows.count();
		await box.fill(words);
		await page.getByText(new RegExp(`^\\d+ of ${all}$`)).waitFor();
		const shown = await rows.filter({ visible: true }).count();
		expect(shown).toBeGreaterThan(0);
		expect(shown).toBeLessThan(all);
		await page.getByText(`${shown} of ${all}`).waitFor();
		// No heading stands above nothing.
		const groups = page.locator('[data-filter-group]').filter({ visible: true });
		expect(await groups.filter({ hasNot: page.locator('[data-filter-rows] > :not([hidden])') }).count()).toBe(0);
		await box.fill('qqqxxx');
		expect(await rows.filter({ visible: true }).count()).toBe(0);
		await page.getByText('Nothing found. Empty the box to see all.').waitFor();
		// No link leads to what is not there.
		expect(await page.locator('main nav a[href^="#"]:visible').count()).toBe(0);
		await box.fill('');
		// Some groups are folded.
		expect(await rows.evaluateAll((parts) => parts.filter((row) => !row.hasAttribute('hidden')).length)).toBe(all);
	});
	await withPage(path, { javaScriptEnabled: false }, async (page) => {
		expect(await page.locator('[data-filter-rows] > *').first().isVisible()).toBe(true);
		expect(await page.getByRole('searchbox', { name: label }).isVisible()).toBe(false);
	});
});

test('steps of one kind are left, and all again', async () => {
	await withPage('/geces/timeline/', {}, async (page) => {
		const rows = page.locator('.milestone');
		const all = await rows.count();
		const kind = page.getByRole('radio', { name: /^Clusters/ });
		await kind.check({ force: true });
		const shown = await page.locator('.milestone.clusters').count();
		await page.getByText(`${shown} of ${all}`).waitFor();
		expect(await rows.filter({ visible: true }).count()).toBe(shown);
		await page.getByRole('radio', { name: /^All/ }).check({ force: true });
		expect(await rows.filter({ visible: true }).count()).toBe(all);
	});
});

test('a step that an address names is open, and others are not', async () => {
	await withPage('/geces/timeline/#step-2021-12-09-social-economy-action-plan', {}, async (page) => {
		await page.locator('.told').getByText('It has three aims').waitFor();
		expect(await page.locator('details[open]').count()).toBe(1);
	});
});

test.each([true, false])('on a phone the doors stand in a menu (with script: %s)', async (javaScriptEnabled) => {
	await withPage('/geces/', { ...phone, javaScriptEnabled }, async (page) => {
		const header = page.locator('header');
		expect((await header.boundingBox())?.height).toBeLessThanOrEqual(76);
		expect(await header.getByText('by Euclid Network').isVisible()).toBe(true);
		expect(await header.getByRole('link', { name: 'Guide' }).isVisible()).toBe(false);
		await header.getByText('Menu', { exact: true }).click();
		await header.getByRole('link', { name: 'Guide' }).click();
		await page.waitForURL(/\/guide\/$/);
	});
});

test('a point of the home page leads to its profile', async () => {
	await withPage('/', {}, async (page) => {
		const point = page.locator('.map a[href^="/clusters/"]:not([href*="?"])').first();
		const address = await point.getAttribute('href');
		await point.focus();
		expect(await point.locator('.name').evaluate((name) => getComputedStyle(name).visibility)).toBe('visible');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname === address);
	});
});
