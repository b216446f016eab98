import { expect, test } from 'vitest';
import { found, useBrowser, withPage } from './with-page.ts';

useBrowser();

test('when the reader is offline for a moment, the search says so, and answers again later', async () => {
	await withPage('/search/?q=food', {}, async (page) => {
		await found(page, /results for “food”/);
		await page.context().setOffline(true);
		await page.locator('#q').fill('tourism');
		await found(page, /could not be loaded/);
		await page.context().setOffline(false);
		await page.locator('#q').fill('tourisme');
		await found(page, /results? for “tourisme”/);
		await page.locator('#q').fill('tourism');
		await found(page, /results? for “tourism”/);
	});
});

test('the search does not open over a page that the reader has gone on to', async () => {
	await withPage('/guide/', {}, async (page) => {
		await page.locator('#q').focus();
		await page.keyboard.type('food');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await found(page, /results for “food”/);
		expect(await page.locator('[data-answer]').isHidden()).toBe(true);
	});
});

test('“show more” shows each result once, however often it is pressed', async () => {
	await withPage('/search/?q=social', {}, async (page) => {
		await found(page, /results for “social”/);
		await page.getByRole('button', { name: 'Show more of clusters' }).dblclick();
		await expect.poll(() => page.locator('[data-answer] section').first().locator('li').count()).toBe(48);
		const links = await page
			.locator('[data-answer] section')
			.first()
			.locator('a')
			.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(new Set(links).size).toBe(48);
	});
});

test.each([320, 768, 1024, 1200, 1440])('the answer below the box lies within a window of %i pixels', async (width) => {
	await withPage('/geces/', { viewport: { width, height: 800 } }, async (page) => {
		await page.locator('#q').fill('food');
		await found(page, /results for “food”/);
		const box = await page.locator('[data-answer]').boundingBox();
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
	});
});
