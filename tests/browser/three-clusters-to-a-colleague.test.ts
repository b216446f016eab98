import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { textOfDownload, useBrowser, withPage } from './with-page.ts';

useBrowser();
const { clusters } = readContent('content').entries;

/** What a reader takes at most for three comparable clusters as link, paper and spreadsheet. */
const ACTIONS_MAX = 8;

/** Counts what a reader does: a click, a tick, or words typed into a box. */
function counted() {
	let actions = 0;
	return {
		act: async (action: Promise<unknown>) => {
			actions += 1;
			await action;
		},
		count: () => actions,
	};
}

/** Lets the page copy, and remembers that it was to print. */
async function watch(page: Page): Promise<void> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.context().addInitScript(() => {
		window.print = () => {
			document.documentElement.dataset['printed'] = document.querySelector('main')?.textContent ?? '';
		};
	});
}

const isFoodInTheSouth = (slug: string) => {
	const data = clusters.find(({ id }) => id === slug)?.data;
	return data?.themes.includes('food') === true && ['CY', 'ES', 'GR', 'IT', 'MT', 'PT'].includes(data.country);
};

function expectTable(lines: readonly string[], slugs: readonly string[]): void {
	expect(lines[0]).toMatch(/^\ufeff?Name,Place,Members,Founded,Kind,/);
	expect(lines).toHaveLength(1 + slugs.length);
	for (const slug of slugs) expect(lines.join('\n')).toContain(`/clusters/${slug}/`);
}

async function expectPrinted(page: Page, slugs: readonly string[]): Promise<void> {
	await page.locator('html[data-printed]').waitFor({ state: 'attached' });
	const printed = await page.locator('html').getAttribute('data-printed');
	for (const slug of slugs) expect(printed).toContain(clusters.find(({ id }) => id === slug)?.data.name);
}

const rows = (page: Page) => page.locator('[data-results] .profile-row');

async function chooseThree(page: Page, act: (action: Promise<unknown>) => Promise<void>): Promise<string[]> {
	await page
		.locator('[data-status]')
		.getByText(/^\d+ results/)
		.waitFor();
	const slugs: string[] = [];
	for (const at of [0, 1, 2]) {
		const box = rows(page).nth(at).locator('[data-choose]');
		await act(box.check());
		slugs.push((await box.getAttribute('value')) ?? '');
	}
	expect(slugs.every(isFoodInTheSouth)).toBe(true);
	return slugs;
}

test('three food clusters of Southern Europe are compared, and go to a colleague as link, paper and spreadsheet', async () => {
	await withPage('/clusters/', { viewport: { width: 1440, height: 900 } }, async (page) => {
		await watch(page);
		const { act, count } = counted();
		await act(
			page
				.locator('#words')
				.fill('food southern europe')
				.then(() => page.keyboard.press('Enter')),
		);
		await page.waitForURL('**/clusters/?country=southern-europe&theme=food');
		const slugs = await chooseThree(page, act);
		await act(page.locator('[data-compare]').click());
		await page.locator('.facts-table').waitFor();
		await act(page.getByRole('button', { name: 'Copy link' }).click());
		await page.getByText('Link copied.').waitFor();
		const link = await page.evaluate(() => navigator.clipboard.readText());
		expect(new URL(link).search).toBe(`?c=${slugs.join(',')}`);
		const downloading = page.waitForEvent('download');
		await act(page.getByRole('main').getByRole('button', { name: 'CSV' }).click());
		expectTable((await textOfDownload(await downloading)).trim().split('\n'), slugs);
		await act(page.getByRole('button', { name: 'Print' }).click());
		await expectPrinted(page, slugs);
		expect(count()).toBeLessThanOrEqual(ACTIONS_MAX);
		// The colleague sees the same.
		await page.goto(link);
		await expect.poll(() => page.locator('.facts-table [role="columnheader"]').count()).toBe(3);
	});
});

test('the same without leaving the list, with the bar at its foot', async () => {
	await withPage('/clusters/', { viewport: { width: 1440, height: 900 } }, async (page) => {
		await watch(page);
		const { act, count } = counted();
		await act(page.locator('#words').fill('food in southern europe'));
		await act(page.getByRole('button', { name: 'Southern Europe + Food and farming' }).click());
		await page.waitForURL('**/clusters/?country=southern-europe&theme=food');
		const slugs = await chooseThree(page, act);
		await act(page.getByRole('button', { name: 'Copy link' }).click());
		await page.getByText('Link copied.').waitFor();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/clusters\/compare\/\?c=/);
		const downloading = page.waitForEvent('download');
		await act(page.getByRole('button', { name: 'CSV', exact: true }).click());
		expectTable((await textOfDownload(await downloading)).trim().split('\n'), slugs);
		await act(page.locator('[data-print-chosen]').click());
		await page.waitForURL('**/clusters/pack/?c=*');
		await expectPrinted(page, slugs);
		expect(count()).toBeLessThanOrEqual(ACTIONS_MAX);
	});
});
