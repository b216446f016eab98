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

const ALL = `All ${clusters.length}`;
const results = (count: number) => (count === 1 ? '1 result' : `${count} results`);
const PAGES = Math.ceil(clusters.length / LIST_PAGE_SIZE);

/** How many there are; what kinds they are stands behind it. */
const status = async (page: Page) =>
	/^(?:\d+ results?|All \d+)(?:; page .*)?/.exec(await page.locator('[data-status]').innerText())?.[0];
const listed = async (page: Page) =>
	(
		await page
			.locator('[data-results] h3 a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
	)
		.map((href) => href.split('/')[2] ?? '')
		.sort();
const filtered = (page: Page) =>
	page
		.locator('[data-status]')
		.getByText(/^\d+ results?/)
		.waitFor();

const chips = (page: Page) => page.locator('[data-chips] a').allInnerTexts();

/** The profiles on the map: points, and what numbers open. */
const namesOnMap = (page: Page) =>
	page
		.locator('[data-marks] a')
		.evaluateAll((links) =>
			links.flatMap((link) =>
				link.hasAttribute('aria-expanded') ? ['+'] : [link.getAttribute('href')?.split('/')[2]],
			),
		);

test('a filter narrows the list, the count, the chips and the map to what the content holds', async () => {
	const inSpain = slugsWhere(({ country }) => country === 'ES');
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('[data-facet="country"] summary').click();
		await page.locator('input[name="country"][value="ES"]').check();
		await filtered(page);
		expect(await status(page)).toBe(results(inSpain.length));
		expect(await page.title()).toContain('Spain');
		await expect.poll(() => listed(page)).toEqual(inSpain.slice(0, LIST_PAGE_SIZE));
		expect(await chips(page)).toEqual(['Spain']);
		await expect
			.poll(async () => (await namesOnMap(page)).filter((slug) => slug !== '+' && !inSpain.includes(slug ?? '')))
			.toEqual([]);
	});
});

test('on a phone all filters in use, and what clears them, are in sight', async () => {
	await withPage('/clusters/?theme=food&country=MT', { viewport: { width: 320, height: 740 } }, async (page) => {
		await filtered(page);
		const ends = await page
			.locator('[data-chips] a')
			.evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().right)));
		expect(ends).toHaveLength(3);
		expect(Math.max(...ends)).toBeLessThanOrEqual(320);
		await page.getByRole('link', { name: 'Clear all' }).click();
		await expect.poll(() => status(page)).toBe(ALL);
	});
});

test('Back, Forward, reload and a shared link show the same view', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('[data-facet="theme"] summary').click();
		await page.locator('input[name="theme"][value="food"]').check();
		await filtered(page);
		await page.locator('input[name="theme"][value="housing"]').check();
		await page.waitForURL('**/clusters/?theme=food&theme=housing');
		await expect
			.poll(() => chips(page))
			.toEqual([
				expect.stringMatching(/^Food and farming \d+$/),
				expect.stringMatching(/^Housing and building \d+$/),
				'Clear all',
			]);
		const both = await status(page);
		await page.goBack();
		await expect.poll(() => chips(page)).toEqual(['Food and farming']);
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
	await withPage('/clusters/?country=FR&theme=mobility', {}, async (page) => {
		await filtered(page);
		await page.getByRole('link', { name: 'Remove France' }).click();
		await page.waitForURL('**/clusters/?theme=mobility');
		await expect.poll(() => listed(page)).toEqual(slugsWhere(({ themes }) => themes.includes('mobility')));
	});
});

test('words narrow the list too, and stand in the address', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('#words').fill('Goteborg');
		await page.waitForURL('**/clusters/?q=Goteborg');
		await filtered(page);
		expect(await chips(page)).toEqual(['“Goteborg”']);
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
			await page.locator('a[href*="sort=newest"]', { hasText: 'Next page' }).waitFor();
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
		await page.getByText(/^No profile fits .+Digital/).waitFor();
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
			await page.keyboard.press('Escape');
			await page.locator('[data-results] [data-choose]').first().check();
			await expect.poll(() => page.locator('[data-tray-status]').innerText()).toBe('2 chosen');
			expect(new URL(page.url()).search).toBe('?country=BE&c=act-group,balenmagazijn');
			await page.locator('[data-results] h3 a').nth(1).click();
			await page.waitForURL('**?c=act-group,balenmagazijn');
			await expect.poll(() => page.locator('[data-tray-status]').innerText()).toBe('2 chosen');
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
			await expect.poll(() => chips(page)).toEqual(['“food in lyon”']);
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
			await expect.poll(() => page.locator('[data-results] [data-choose]').count()).toBe(LIST_PAGE_SIZE);
			await page.locator('[data-results] [data-choose]').first().click({ delay: 90 });
			expect(await page.locator('[data-results] [data-choose]').first().isChecked()).toBe(true);
		});
	});
});

test('a box that is ticked before any script has come is chosen', async () => {
	await withPage('/clusters/', {}, async (page) => {
		const coming = Promise.withResolvers<undefined>();
		await page.route(/\/_astro\/.*\.js$/, async (route) => {
			await coming.promise;
			await route.continue();
		});
		await page.reload({ waitUntil: 'commit' });
		const box = page.locator('[data-choose]').first();
		await box.check();
		coming.resolve(undefined);
		await page.locator('[data-tray-status]').filter({ hasText: '1 chosen.' }).waitFor();
		expect(await box.isChecked()).toBe(true);
	});
});

test('a menu closes when the keyboard leaves it', async () => {
	await withPage('/clusters/', { viewport: { width: 800, height: 640 } }, async (page) => {
		await page.locator('[data-facet="status"] summary').click();
		const boxes = page.locator('[data-facet="status"] :is(input, button, a)');
		await boxes.last().focus();
		await page.keyboard.press('Tab');
		await expect.poll(() => page.locator('[data-facet="status"]').getAttribute('open')).toBeNull();
	});
});

describe('the map', () => {
	const large = { viewport: { width: 1440, height: 900 } };

	test('fits the results and the countries that are asked for, and grows back', async () => {
		await withPage('/clusters/', large, async (page) => {
			const widthOf = () => page.locator('[data-map] svg').evaluate((svg: SVGSVGElement) => svg.viewBox.baseVal.width);
			expect(await widthOf()).toBe(800);
			await page.locator('[data-facet="country"] summary').click();
			await page.locator('input[name="country"][value="PT"]').check();
			await expect.poll(widthOf).toBeLessThan(300);
			expect(await page.locator('[data-layers] [data-layer="PT"]').count()).toBe(1);
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'All of Europe' }).click();
			expect(await widthOf()).toBe(800);
		});
	});

	test('names points where they are few, else on hover and focus', async () => {
		await withPage('/clusters/?country=southern-europe&theme=food', large, async (page) => {
			await page.locator('[data-marks] .free').first().waitFor();
			expect(await page.locator('[data-marks] .free').count()).toBeGreaterThan(3);
		});
		await withPage('/clusters/', large, async (page) => {
			await page.locator('[data-map]').hover({ position: { x: 3, y: 3 } });
			const point = page.locator('[data-marks] a:not([aria-expanded])').first();
			await point.waitFor();
			await expect.poll(() => page.locator('[data-marks] .free').count()).toBe(0);
			const name = point.locator('xpath=following-sibling::*[1]');
			await expect.poll(() => name.isVisible()).toBe(false);
			// Last, so that it lies over all other marks.
			const raised = page.locator('[data-marks] > :last-child.raised');
			// The map may be drawn once more after it was reached.
			await expect
				.poll(async () => {
					await point.blur();
					await point.focus();
					return raised.count();
				})
				.toBe(1);
			expect(await raised.evaluate((text) => getComputedStyle(text).visibility)).toBe('visible');
			expect(await raised.textContent()).toBe(await point.getAttribute('aria-label'));
		});
	});

	test.each(['Enter', 'Space'])(
		'opens a number on %s, closes it on Escape, and keeps the keyboard’s place',
		async (key) => {
			await withPage('/clusters/', large, async (page) => {
				// Reached for by keyboard, the map is drawn anew, and the focus stays where it was.
				await page
					.locator('[data-marks] a')
					.filter({ hasText: /^\d\d profiles/ })
					.first()
					.focus();
				const number = page.locator('[data-marks] a[aria-expanded]:focus');
				await number.waitFor();
				const count = Number(await number.locator('.number').textContent());
				await page.keyboard.press(key);
				expect(await page.locator('.opened a').count()).toBe(Math.min(count, 12));
				expect(await page.locator('[data-marks] a[aria-expanded="true"]').count()).toBe(1);
				expect(await page.evaluate(() => document.activeElement?.matches('.opened a'))).toBe(true);
				await page.keyboard.press('Escape');
				expect(await page.locator('.opened').count()).toBe(0);
				expect(await number.count()).toBe(1);
			});
		},
	);

	test('opens a number that is clicked before the map was reached for', async () => {
		await withPage('/clusters/', large, async (page) => {
			await page.locator('[data-results]').hover();
			await page.locator('[data-view][rel="next"]').waitFor();
			await page
				.locator('[data-marks] a', { has: page.locator('.number') })
				.first()
				.evaluate((link) => link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
			await page.locator('.opened a').first().waitFor();
			expect(new URL(page.url()).pathname).toBe('/clusters/');
		});
	});

	test('shows the row that has the focus, and which are chosen', async () => {
		await withPage('/clusters/?country=ES&theme=food&c=madrid-social-market', large, async (page) => {
			const chosen = page.locator('[data-marks] .chosen');
			await expect.poll(() => chosen.getAttribute('aria-label')).toBe('Madrid Social Market');
			await page.locator('[data-results] a[href^="/clusters/cepes-navarra/"]').focus();
			expect(await page.locator('[data-marks] .pointed').getAttribute('aria-label')).toBe('CEPES Navarra');
		});
	});

	test('asks for one where a country that is asked for has none that fits', async () => {
		await withPage('/clusters/?country=CY&country=GR&theme=food', large, async (page) => {
			await page.locator('[data-none]').waitFor();
			expect(await page.locator('[data-none]').innerText()).toBe('None in Cyprus with these filters. Do you know one?');
			expect(await chips(page)).toEqual([
				'Cyprus 0',
				expect.stringMatching(/^Greece \d$/),
				'Food and farming',
				'Clear all',
			]);
		});
	});

	test('on a phone is fetched once it is asked for', async () => {
		await withPage('/clusters/', { viewport: { width: 390, height: 800 } }, async (page) => {
			const outlines = '.cluster-map .frame > img';
			const isThere = () => page.locator(outlines).evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
			const fetched = () =>
				page.evaluate(
					() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/maps/')).length,
				);
			await page.waitForLoadState('networkidle');
			expect(await fetched()).toBe(0);
			await page.locator('.switch a[data-side="map"]').click();
			await expect.poll(isThere).toBe(true);
			expect(await fetched()).toBe(1);
		});
	});

	test('on a phone takes the place of the list, with numbers that are named below, also in a shared link', async () => {
		await withPage('/clusters/?country=ES&theme=food', { viewport: { width: 390, height: 800 } }, async (page) => {
			await filtered(page);
			expect(await page.locator('#map').isVisible()).toBe(false);
			await page.getByRole('link', { name: 'Map', exact: true }).click();
			await expect.poll(() => page.locator('[data-results]').isVisible()).toBe(false);
			const numbered = page.locator('[data-places] li');
			await numbered.first().waitFor();
			expect(await page.locator('[data-marks] a').count()).toBe(await numbered.count());
			await page.reload();
			await page.locator('[data-marks] a').first().waitFor();
			expect(await page.locator('[data-results]').isVisible()).toBe(false);
			await page.getByRole('link', { name: 'List', exact: true }).click();
			await expect.poll(() => page.locator('[data-results]').isVisible()).toBe(true);
		});
	});
});

test('results without a known place are named below the map', async () => {
	await withPage('/clusters/?country=ES&theme=food', {}, async (page) => {
		await filtered(page);
		const unplaced = slugsWhere(
			({ position, country, themes }) => !position && country === 'ES' && themes.includes('food'),
		);
		await expect
			.poll(() =>
				page.locator('[data-unplaced] a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
			)
			.toEqual(unplaced.map((slug) => `/clusters/${slug}/`));
	});
});

describe('groups of countries', () => {
	const group = (page: Page, id: string) => page.locator(`[data-group="${id}"]`);

	test('take one tick, stand in the address by name, and are half ticked in part', async () => {
		const south = ['CY', 'ES', 'GR', 'IT', 'MT', 'PT'];
		await withPage('/clusters/', {}, async (page) => {
			await page.locator('[data-facet="country"] summary').click();
			await group(page, 'southern-europe').check();
			await page.waitForURL('**/clusters/?country=southern-europe');
			await filtered(page);
			expect(await status(page)).toBe(results(slugsWhere(({ country }) => south.includes(country)).length));
			expect(await chips(page)).toEqual(['Southern Europe']);
			expect(await page.locator('input[name="country"]:checked').count()).toBe(south.length);
			expect(await group(page, 'eu').evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
			await page.locator('input[value="IT"]').uncheck();
			await page.waitForURL('**/clusters/?country=CY&country=ES&country=GR&country=MT&country=PT');
			expect(await group(page, 'southern-europe').evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
			await group(page, 'southern-europe').click();
			await page.waitForURL('**/clusters/?country=southern-europe');
			await group(page, 'southern-europe').click();
			await page.waitForURL('**/clusters/');
		});
	});

	test('count what they hold under the other filters', async () => {
		await withPage('/clusters/?theme=food', {}, async (page) => {
			await filtered(page);
			const count = page.locator('label', { has: group(page, 'benelux') }).locator('[data-count]');
			const held = slugsWhere(({ country, themes }) => ['BE', 'LU', 'NL'].includes(country) && themes.includes('food'));
			expect(await count.textContent()).toBe(String(held.length));
		});
	});
});

test('words that name filters are offered as such, and taken as such on Enter', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.locator('#words').fill('food southern europe');
		await page.getByRole('button', { name: 'Southern Europe + Food and farming' }).waitFor();
		await page.locator('#words').press('Enter');
		await page.waitForURL('**/clusters/?country=southern-europe&theme=food');
		expect(await page.locator('#words').inputValue()).toBe('');
	});
});

test('on a phone one button opens all filters in a sheet, which says what it would show', async () => {
	await withPage('/clusters/?theme=food', { viewport: { width: 390, height: 800 } }, async (page) => {
		await filtered(page);
		const open = page.getByRole('button', { name: 'Filters 1' });
		await open.click();
		await page.locator('[data-facet="country"] summary').click();
		await page.locator('input[name="country"][value="BE"]').check();
		const count = slugsWhere(({ country, themes }) => country === 'BE' && themes.includes('food')).length;
		await page.getByRole('button', { name: `Show ${results(count)}` }).click();
		expect(await page.locator('[data-sheet]').isVisible()).toBe(false);
		await page.getByRole('button', { name: 'Filters 2' }).waitFor();
		expect(await status(page)).toBe(results(count));
	});
});

test('a chosen row looks chosen, and the bar at the foot names it', async () => {
	await withPage('/clusters/?country=BE', { viewport: { width: 1280, height: 900 } }, async (page) => {
		await filtered(page);
		const row = page.locator('[data-results] .profile-row').first();
		await row.locator('[data-choose]').check();
		await row.getByText('Chosen', { exact: true }).waitFor();
		expect(await row.getAttribute('class')).toContain('chosen');
		await expect.poll(() => page.locator('[data-tray-names]').innerText()).toBe('');
		await page.locator('[data-results] [data-choose]').nth(1).check();
		await expect
			.poll(() => page.locator('[data-tray-names] span').allInnerTexts())
			.toContain(await row.locator('h3').innerText());
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
			expect(await status(page)).toBe(results(slugsWhere(({ country }) => country === 'PT').length));
			await page.context().setOffline(false);
			await page.clock.resume();
			await page.locator('input[value="ES"]').check();
			await expect
				.poll(() => status(page))
				.toBe(results(slugsWhere(({ country }) => ['ES', 'FR', 'PT'].includes(country)).length));
			expect(await page.locator('[data-notice]').isHidden()).toBe(true);
		});
	});

	test('a download says that it failed, and gives nothing else', async () => {
		await withPage('/clusters/?country=PT', {}, async (page) => {
			await filtered(page);
			await page.context().setOffline(true);
			await page.locator('[data-downloads]').getByRole('link', { name: 'CSV' }).click();
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
