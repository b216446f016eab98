import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
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

test('nothing opens over a page that the reader has gone on to', async () => {
	await withPage('/guide/', {}, async (page) => {
		await page.locator('#q').focus();
		await page.keyboard.type('food');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await found(page, /results for “food”/);
		expect(await page.locator('[data-over]').isHidden()).toBe(true);
	});
});

const optionTexts = (page: Page) => page.getByRole('option').allInnerTexts();
const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

describe('the suggestions below the box', () => {
	test('are the best five with their kinds, and one for all the rest', async () => {
		await withPage('/geces/', {}, async (page) => {
			await page.locator('#q').fill('food');
			await found(page, /^\d+ results for “food”; 6 suggestions below/);
			const texts = await optionTexts(page);
			expect(texts).toHaveLength(6);
			expect(texts[0]).toMatch(/^Food and farming\s+List\s+\d+ profiles/);
			expect(texts[5]).toMatch(/^All \d+ results for “food”$/);
		});
	});

	test('are chosen by arrow keys while the focus stays in the box, and around the ends', async () => {
		await withPage('/geces/', {}, async (page) => {
			const box = page.getByRole('combobox', { name: 'Search' });
			await page.locator('#q').fill('food');
			await found(page, /suggestions below/);
			expect(await box.getAttribute('aria-expanded')).toBe('true');
			await page.keyboard.press('ArrowUp');
			expect(await chosen(page).innerText()).toContain('All');
			await page.keyboard.press('ArrowDown');
			expect(await chosen(page).count()).toBe(0);
			expect(await box.getAttribute('aria-activedescendant')).toBeNull();
			await page.keyboard.press('ArrowDown');
			expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'));
			expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
			await page.keyboard.press('Enter');
			await page.waitForURL('**/clusters/theme/food/');
		});
	});

	test('close with Escape, which keeps what was typed, and open again with an arrow', async () => {
		await withPage('/geces/', {}, async (page) => {
			await page.locator('#q').fill('food');
			await found(page, /suggestions below/);
			await page.keyboard.press('Escape');
			expect(await page.getByRole('listbox').isHidden()).toBe(true);
			expect(await page.locator('#q').inputValue()).toBe('food');
			await page.keyboard.press('ArrowDown');
			expect(await page.getByRole('listbox').isVisible()).toBe(true);
		});
	});

	test('lead on by a click, and Enter alone leads to the list of results', async () => {
		await withPage('/geces/', {}, async (page) => {
			await page.locator('#q').fill('turin');
			await found(page, /suggestion/);
			await page.getByRole('option').first().click();
			await page.waitForURL('**/clusters/torino-social-impact/');
			await page.locator('#q').fill('turin');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/search/?q=turin');
		});
	});

	test('say what was corrected, and what stands nowhere', async () => {
		await withPage('/geces/', {}, async (page) => {
			await page.locator('#q').fill('mondragn');
			await found(page, /for “mondragon”/);
			expect(await page.locator('[data-note]').innerText()).toBe(
				'“mondragn” is not on this site; this is for “mondragon”.',
			);
			await page.locator('#q').fill('Thessaloniki');
			await found(page, /Nothing found for “Thessaloniki”/);
			expect(await page.getByRole('option').count()).toBe(0);
			expect(await page.locator('[data-note]').innerText()).toContain('“Thessaloniki” is nowhere on this site.');
		});
	});

	test.each([
		['the home page', 320, '/'],
		['the home page', 768, '/'],
		['the home page', 1024, '/'],
		['the header', 1088, '/geces/'],
		['the header', 1199, '/geces/'],
		['the header', 1440, '/geces/'],
	])('on %s lie within a window of %i pixels', async (_place, width, path) => {
		await withPage(path, { viewport: { width, height: 800 } }, async (page) => {
			await page.locator('#q').fill('food');
			await found(page, /results for “food”/);
			const box = await page.locator('[data-over]').boundingBox();
			expect(box?.x).toBeGreaterThanOrEqual(0);
			expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
		});
	});
});

test.each([320, 768, 1024])('at %i pixels the header leads to a page that answers as one types', async (width) => {
	await withPage('/geces/', { viewport: { width, height: 800 } }, async (page) => {
		expect(await page.locator('#q').isVisible()).toBe(false);
		await page.getByRole('banner').getByRole('link', { name: 'Search', exact: true }).click();
		await page.waitForURL('**/search/');
		await page.locator('#q').fill('food');
		await found(page, /results for “food”/);
		await page.getByRole('link', { name: 'Food and farming' }).first().click();
		await page.waitForURL('**/clusters/theme/food/');
	});
});

const hitCount = (page: Page) => page.locator('[data-hits] > li').count();

describe('the search page', () => {
	test('shows one list, and more of it each once, however often that is pressed', async () => {
		await withPage('/search/?q=social', {}, async (page) => {
			await found(page, /results for “social”/);
			expect(await hitCount(page)).toBe(10);
			await page.getByRole('button', { name: /^Show more of/ }).dblclick();
			await expect.poll(() => hitCount(page)).toBe(30);
			const links = await page
				.locator('[data-hits] a')
				.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
			expect(new Set(links).size).toBe(30);
		});
	});

	test('narrows it to a kind, of which there are as many as its chip says', async () => {
		await withPage('/search/?q=meeting', {}, async (page) => {
			await found(page, /results for “meeting”/);
			const chip = page.getByRole('button', { name: /^Guide \d+$/ });
			const count = Number((await chip.innerText()).replace(/\D/g, ''));
			await chip.click();
			expect(await chip.getAttribute('aria-pressed')).toBe('true');
			await expect.poll(() => hitCount(page)).toBe(Math.min(10, count));
			expect(await page.locator('[data-hits] .about b').allInnerTexts()).toEqual(
				Array(Math.min(10, count)).fill('Guide'),
			);
			expect(page.url()).toContain('kind=guide');
			await page.reload();
			await found(page, /results for “meeting”/);
			expect(await page.getByRole('button', { name: /^Guide \d+$/ }).getAttribute('aria-pressed')).toBe('true');
		});
	});

	test('counts of chips add up', async () => {
		await withPage('/search/?q=training', {}, async (page) => {
			await found(page, /results for “training”/);
			const numbers = (await page.locator('[data-kinds] span').allInnerTexts()).map(Number);
			const [all = 0, ...kinds] = numbers;
			expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(all);
		});
	});

	test('leads to the filtered list first, with its count', async () => {
		await withPage('/search/?q=food+clusters+in+Spain', {}, async (page) => {
			await found(page, /after a list of \d+ profiles/);
			const first = page.locator('[data-hits] > li').first();
			const count = Number(/\d+/.exec(await first.locator('.about').innerText())?.[0]);
			await first.getByRole('link').click();
			await page.waitForURL('**/clusters/?country=ES&theme=food');
			await expect.poll(() => page.locator('[data-status]').innerText()).toMatch(new RegExp(`^${count} results`));
		});
	});

	test('names what stands nowhere and offers to add it', async () => {
		await withPage('/search/?q=Thessaloniki', {}, async (page) => {
			await found(page, /^Nothing found for “Thessaloniki”\.$/);
			expect(await hitCount(page)).toBe(0);
			await page.getByRole('link', { name: 'Add a cluster that is missing' }).waitFor();
		});
	});

	test('finds what it can beside a word that stands nowhere', async () => {
		await withPage('/search/?q=food+zzzqqq', {}, async (page) => {
			await found(page, /results for .* “zzzqqq” is nowhere on this site\./);
			await page.getByRole('link', { name: 'Add it' }).waitFor();
		});
	});
});

test.each([
	['Thessaloniki', /^0 results$/, '“Thessaloniki” is nowhere on this site.'],
	['mondragn', /^1 result$/, '“mondragn” is not on this site; this is for “mondragon”.'],
])('the words of the live list tell the same of “%s”', async (words, count, notice) => {
	await withPage(`/clusters/?q=${words}`, {}, async (page) => {
		await page.getByText(notice).waitFor();
		expect(await page.locator('[data-status]').innerText()).toMatch(count);
	});
});
