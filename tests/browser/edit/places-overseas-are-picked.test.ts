import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { layDesk } from './desk.ts';

test('an editor chooses a part of a country by keyboard, clicks on its map, and sees the mark', async () => {
	const desk = await layDesk(inject('siteFolder'), 'fs', {}, ['clusters/bou-sol.md', 'site/settings.yaml']);
	const browser = await chromium.connect(inject('browserAddress'));
	try {
		const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
		await page.goto(`${desk.address}admin/#/collections/clusters`);
		await page.getByRole('button', { name: 'Login' }).click();
		await page.getByText('Bou’Sol').first().click();
		const map = page.locator('.place-picker-map');
		await map.waitFor();
		expect(await map.locator('img').getAttribute('src')).toBe('/maps/fr.svg');
		const choice = page.getByLabel('Map of', { exact: true });
		await choice.focus();
		await page.keyboard.type('Réu');
		await expect.poll(() => map.locator('img').getAttribute('src')).toBe('/maps/fr-re.svg');
		await map.click();
		await map.locator('circle').waitFor();
		expect(Number(await page.getByLabel('Latitude').inputValue())).toBeCloseTo(-21.15, 1);
		expect(Number(await page.getByLabel('Longitude').inputValue())).toBeCloseTo(55.5, 1);
	} finally {
		await browser.close();
		desk.close();
	}
});
