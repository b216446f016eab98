import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { LIST_PAGE_SIZE } from '../../src/model/paging.ts';
import { textOfDownload, useBrowser, withPage } from './with-page.ts';

useBrowser();
const { clusters } = readContent('content').entries;
const slugsWhere = (isWanted: (data: (typeof clusters)[number]['data']) => boolean) =>
	clusters
		.filter(({ data }) => isWanted(data))
		.map(({ id }) => id)
		.sort();

const ALL = `${clusters.length} profiles`;
const PAGES = Math.ceil(clusters.length / LIST_PAGE_SIZE);

const status = (page: Page) => page.locator('[data-status]').innerText();
const listed = async (page: Page) =>
	(
		await page
			.locator('[data-results] h3 a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
	)
		.map((href) => href.split('/')[2] ?? '')
		.sort();
const filtered = (page: Page) => page.getByText(/^\d+ of \d+ profiles: /).waitFor();

test('a filter narrows the list, the count, the chips and the map to what the content holds', async () => {
	const inSpain = slugsWhere(({ country }) => country === 'ES');
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('[data-facet="country"] summary').click();
		await page.locator('input[name="country"][value="ES"]').check();
		await filtered(page);
		expect(await status(page)).toBe(`${inSpain.length} of ${ALL}: Spain`);
		await expect.poll(() => listed(page)).toEqual(inSpain);
		expect(await page.locator('[data-chips] a').allInnerTexts()).toEqual(['Spain']);
		const onMap = await page.locator('[data-places] li').allInnerTexts();
		expect(onMap.length).toBeGreaterThan(0);
		await expect
			.poll(async () => (await page.locator('[data-places] a[href^="/clusters/country/"]').allInnerTexts()).sort())
			.toEqual(expect.arrayContaining(['Spain']));
		await expect.poll(() => page.locator('[data-places] a[href="/clusters/country/fr/"]').count()).toBe(0);
	});
});

test('Back, Forward, reload and a shared link show the same view', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('[data-facet="theme"] summary').click();
		await page.locator('input[name="theme"][value="food"]').check();
		await filtered(page);
		await page.locator('input[name="theme"][value="housing"]').check();
		await page.waitForURL('**/clusters/?theme=food&theme=housing');
		await page.getByText('Food and farming, Housing and building').waitFor();
		const both = await status(page);
		await page.goBack();
		await expect.poll(() => status(page)).toMatch(/: Food and farming$/);
		expect(await page.locator('input[value="housing"]').isChecked()).toBe(false);
		await page.goBack();
		await expect.poll(() => status(page)).toBe(ALL);
		await page.goForward();
		await page.goForward();
		await expect.poll(() => status(page)).toBe(both);
		await page.reload();
		await expect.poll(() => status(page)).toBe(both);
	});
});

test('a chip takes its filter away', async () => {
	// Few enough for one page.
	await withPage('/clusters/?country=FR&theme=care', {}, async (page) => {
		await filtered(page);
		await page.getByRole('link', { name: 'Remove France' }).click();
		await page.waitForURL('**/clusters/?theme=care');
		await expect.poll(() => listed(page)).toEqual(slugsWhere(({ themes }) => themes.includes('care')));
	});
});

test('words narrow the list too, and stand in the address', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('#words').fill('Goteborg');
		await page.waitForURL('**/clusters/?q=Goteborg');
		await filtered(page);
		expect(await status(page)).toMatch(/: “Goteborg”$/);
		await expect.poll(() => listed(page)).toContain('vagen-ut-kooperativen');
	});
});

describe('the order of the list', () => {
	test('can be newest founded first, the unknown last', async () => {
		const years = clusters.map(({ data }) => data.founded ?? 0).sort((a, b) => b - a);
		await withPage('/clusters/', {}, async (page) => {
			await page.locator('#sort').selectOption('newest');
			await page.waitForURL('**/clusters/?sort=newest');
			await expect
				.poll(async () => {
					const [first] = await page
						.locator('[data-results] h3 a')
						.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
					return clusters.find(({ id }) => first === `/clusters/${id}/`)?.data.founded;
				})
				.toBe(years[0]);
		});
	});

	test('goes on over pages', async () => {
		await withPage('/clusters/?sort=newest', {}, async (page) => {
			await page.getByRole('link', { name: 'Next page' }).waitFor();
			const first = await listed(page);
			await page.getByRole('link', { name: 'Next page' }).click();
			await page.waitForURL('**/clusters/?sort=newest&page=2');
			await page.getByText(`Page 2 of ${PAGES}`, { exact: true }).waitFor();
			expect(await status(page)).toBe(`${ALL}; page 2 of ${PAGES}`);
			expect((await listed(page)).filter((slug) => first.includes(slug))).toEqual([]);
		});
	});
});

test.each([
	[
		'csv',
		(text: string) =>
			text
				.trim()
				.split('\n')
				.slice(1)
				.map((row) => row.split(',')[0]),
	],
	['json', (text: string) => (JSON.parse(text) as { slug: string }[]).map(({ slug }) => slug)],
	['geojson', (text: string) => (JSON.parse(text) as { features: { id: string }[] }).features.map(({ id }) => id)],
])('the filtered list can be taken away as %s', async (format, slugsIn) => {
	await withPage('/clusters/?country=PT', {}, async (page) => {
		await filtered(page);
		const downloading = page.waitForEvent('download');
		await page.locator(`[data-downloads] a[href$=".${format}"]`).click();
		const download = await downloading;
		expect(download.suggestedFilename()).toBe(`clusters-pt.${format}`);
		expect(slugsIn(await textOfDownload(download)).sort()).toEqual(slugsWhere(({ country }) => country === 'PT'));
	});
});

test('where nothing is left, wider views are offered, each with what it holds', async () => {
	await withPage('/clusters/?country=PT&country=MT&theme=digital', {}, async (page) => {
		await page.getByText('No profile fits all of this').waitFor();
		await page.getByRole('link', { name: 'Without Digital' }).click();
		await expect.poll(() => listed(page)).toEqual(slugsWhere(({ country }) => country === 'PT' || country === 'MT'));
	});
});

describe('choosing', () => {
	test('goes along from view to view, from page to page, and into a profile', async () => {
		await withPage('/clusters/?c=act-group', {}, async (page) => {
			await page.locator('[data-facet="country"] summary').click();
			await page.locator('input[name="country"][value="BE"]').check();
			await filtered(page);
			await page.locator('[data-results] [data-choose]').first().check();
			await expect.poll(() => page.locator('[data-tray-status]').innerText()).toBe('2 profiles chosen.');
			expect(new URL(page.url()).search).toBe('?country=BE&c=act-group,balenmagazijn');
			await page.locator('[data-results] h3 a').nth(1).click();
			await page.waitForURL('**?c=act-group,balenmagazijn');
			await expect.poll(() => page.locator('[data-tray-status]').innerText()).toBe('2 profiles chosen.');
		});
	});

	test('can be taken back', async () => {
		await withPage('/clusters/?c=act-group,tetris', {}, async (page) => {
			await page.getByRole('button', { name: 'Clear' }).click();
			expect(new URL(page.url()).search).toBe('');
			expect(await page.locator('[data-tray]').isHidden()).toBe(true);
		});
	});
});

describe('the counts beside the values', () => {
	const countsOf = async (page: Page) => page.locator('[data-facet="theme"] [data-count]').allTextContents();

	test('are there before any filter, and again when all filters are gone', async () => {
		await withPage('/clusters/', {}, async (page) => {
			const before = await countsOf(page);
			expect(before.every((count) => /^[1-9]/.test(count))).toBe(true);
			await page.locator('[data-facet="theme"] summary').click();
			await page.locator('input[value="food"]').check();
			await filtered(page);
			await page.locator('input[value="food"]').uncheck();
			await expect.poll(() => status(page)).toBe(ALL);
			expect(await countsOf(page)).toEqual(before);
			expect(await page.locator('label.none').count()).toBe(0);
		});
	});

	test('say what choosing a value would leave', async () => {
		await withPage('/clusters/?country=BE', {}, async (page) => {
			await filtered(page);
			const food = page.locator('label', { has: page.locator('input[value="food"]') }).locator('[data-count]');
			const expected = slugsWhere(({ country, themes }) => country === 'BE' && themes.includes('food')).length;
			expect(await food.textContent()).toBe(String(expected));
		});
	});
});

describe('while words are typed', () => {
	test('the box is left alone, and the history gets one entry', async () => {
		await withPage('/clusters/', {}, async (page) => {
			const before = await page.evaluate(() => history.length);
			await page.locator('#words').focus();
			await page.keyboard.type('food  lyon', { delay: 120 });
			for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
			await page.keyboard.type('in ', { delay: 200 });
			await expect.poll(() => status(page)).toMatch(/“food in lyon”$/);
			expect(await page.locator('#words').inputValue()).toBe('food  in lyon');
			expect(await page.evaluate(() => history.length)).toBe(before + 1);
		});
	});

	test('the first click elsewhere does what it should', async () => {
		await withPage('/clusters/', {}, async (page) => {
			await page.locator('#words').focus();
			await page.keyboard.type('social', { delay: 30 });
			await page.waitForURL('**/clusters/?q=social');
			await filtered(page);
			await expect.poll(() => page.locator('[data-results] [data-choose]').count()).toBe(24);
			await page.locator('[data-results] [data-choose]').first().click({ delay: 90 });
			expect(await page.locator('[data-results] [data-choose]').first().isChecked()).toBe(true);
		});
	});
});

test('a menu closes when the keyboard leaves it', async () => {
	await withPage('/clusters/', { viewport: { width: 320, height: 640 } }, async (page) => {
		await page.locator('[data-facet="stage"] summary').click();
		const boxes = page.locator('[data-facet="stage"] input');
		await boxes.last().focus();
		await page.keyboard.press('Tab');
		expect(await page.locator('[data-facet="stage"]').getAttribute('open')).toBeNull();
	});
});

test('the map keeps the keyboard’s place while one goes through it', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('[data-places] a').last().focus();
		await page.waitForTimeout(1000);
		await page.locator('[data-places] a').last().focus();
		await page.waitForTimeout(1000);
		expect(await page.evaluate(() => document.activeElement?.closest('[data-places]') !== null)).toBe(true);
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
	});
});

test('a number on the map leads to its place in the list below', async () => {
	await withPage('/clusters/?country=FR', {}, async (page) => {
		await filtered(page);
		await page.locator('[data-map]').scrollIntoViewIfNeeded();
		const group = page.locator('[data-marks] a[href^="#place"]').first();
		await group.waitFor();
		await page.waitForTimeout(500);
		await group.click();
		await expect.poll(() => page.locator('[data-places] li:target').count()).toBe(1);
	});
});

test('profiles without a known place are named below the map', async () => {
	await withPage('/clusters/', {}, async (page) => {
		const unplaced = slugsWhere(({ position }) => !position);
		const named = await page
			.locator('[data-unplaced] a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
		expect(named).toEqual(expect.arrayContaining(unplaced.map((slug) => `/clusters/${slug}/`)));
	});
});

/** Stops the clock of the page: a list that waits a moment for its cards then waits until it knows about them. */
const stopClock = (page: Page) => page.clock.pauseAt(new Date('2100-01-01'));

test('a page from before the site was built anew shows no cards of another list, and says so', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await stopClock(page);
		await page.route(/\/clusters\/cards\//, (route) => route.fulfill({ status: 404, body: 'Gone' }));
		await page.locator('[data-facet="country"] summary').click();
		await page.locator('input[value="PT"]').check();
		await page.getByText('load the page again').waitFor();
		expect(await status(page)).toBe(ALL);
	});
});

describe('when the reader is offline for a moment', () => {
	test('the list stays as it was, says so, and goes on later', async () => {
		await withPage('/clusters/?country=PT', {}, async (page) => {
			await filtered(page);
			await stopClock(page);
			await page.context().setOffline(true);
			await page.locator('[data-facet="country"] summary').click();
			await page.locator('input[value="FR"]').check();
			await page.getByText('This could not be loaded').waitFor();
			expect(await status(page)).toBe(`${slugsWhere(({ country }) => country === 'PT').length} of ${ALL}: Portugal`);
			await page.context().setOffline(false);
			await page.clock.resume();
			await page.locator('input[value="ES"]').check();
			await expect
				.poll(() => status(page))
				.toBe(
					`${slugsWhere(({ country }) => ['ES', 'FR', 'PT'].includes(country)).length} of ${ALL}: Spain, France, Portugal`,
				);
			expect(await page.locator('[data-notice]').isHidden()).toBe(true);
		});
	});

	test('a download says that it failed, and gives nothing else', async () => {
		await withPage('/clusters/?country=PT', {}, async (page) => {
			await filtered(page);
			await page.context().setOffline(true);
			await page.getByRole('link', { name: 'CSV' }).click();
			await page.getByText('The file could not be loaded').waitFor();
			expect(page.url()).toContain('/clusters/?country=PT');
		});
	});
});

test.each([320, 360])('the tray leaves room for the page at %i pixels with text twice as large', async (width) => {
	await withPage(
		'/clusters/?c=act-group,tetris,bluecity,coopcity,de-punt',
		{ viewport: { width, height: 640 } },
		async (page) => {
			await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
				dispatchEvent(new Event('resize'));
			});
			const seen = await page.locator('[data-tray]').evaluate((tray) => ({
				height: getComputedStyle(tray).position === 'fixed' ? tray.clientHeight : 0,
				overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
			}));
			expect(seen.height).toBeLessThanOrEqual(640 * 0.35);
			expect(seen.overflow).toBe(0);
		},
	);
});
