import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FLAWLESS, everyLook } from './axe.ts';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

const settled = (page: Page, words: RegExp) => page.getByText(words).first().waitFor();

/** Each state of what script adds: where it begins, and how it comes about. */
const states: [name: string, path: string, reach: (page: Page) => Promise<void>][] = [
	['the list, filtered', '/clusters/?country=FR&theme=food', (page) => settled(page, /^\d+ results?/)],
	['the list, in another order', '/clusters/?sort=newest', (page) => settled(page, /Page 1 of \d+/)],
	['the list, empty', '/clusters/?country=MT&theme=digital&q=zzz', (page) => settled(page, /With fewer filters/)],
	['the list, with a notice', '/clusters/?country=XX', (page) => settled(page, /not understood/)],
	[
		'the list, with an open menu',
		'/clusters/?country=BE',
		async (page) => {
			await settled(page, /^\d+ results?/);
			await page.locator('[data-facet="theme"] summary').click();
		},
	],
	['the list, with two chosen', '/clusters/?c=act-group,tetris', (page) => settled(page, /2 chosen/)],
	['the list, with one chosen', '/clusters/?c=act-group', (page) => settled(page, /Choose one more/)],
	['a profile, chosen', '/clusters/act-group/?c=act-group,tetris', (page) => settled(page, /2 chosen/)],
	[
		'the search in the header, open',
		'/clusters/act-group/',
		async (page) => {
			await page.locator('#q').fill('food');
			await settled(page, /results? for “food”/);
		},
	],
	[
		'the search in the header, without a result',
		'/geces/',
		async (page) => {
			await page.locator('#q').fill('qqqxxx');
			await settled(page, /Nothing found/);
		},
	],
	[
		'the search on the home page, open',
		'/',
		async (page) => {
			await page.locator('#q').fill('PTCE');
			await settled(page, /results for/);
		},
	],
	['the search page, with results', '/search/?q=social', (page) => settled(page, /results for/)],
	['the search page, without a result', '/search/?q=food%20zzzqqq', (page) => settled(page, /is nowhere on this site/)],
	['a comparison of two', '/clusters/compare/?c=act-group,tetris', (page) => settled(page, /Compare two clusters/)],
	[
		'a comparison of four',
		'/clusters/compare/?c=act-group,tetris,bluecity,initiatives-et-cite',
		(page) => settled(page, /Compare four clusters/),
	],
	[
		'the list, with groups of countries in part',
		'/clusters/?country=PT&country=ES',
		async (page) => {
			await settled(page, /^\d+ results?/);
			await page.locator('[data-facet="country"] summary').click();
		},
	],
	['the list, with words that are filters', '/clusters/?q=food+spain', (page) => settled(page, /As filters/)],
	[
		'the map, with a number opened',
		'/clusters/',
		async (page) => {
			await page
				.locator('[data-marks] a')
				.filter({ hasText: /^\d\d profiles/ })
				.first()
				.focus();
			await page.locator('[data-marks] a[aria-expanded]:focus').waitFor();
			await page.keyboard.press('Enter');
			await page.locator('.opened').waitFor();
		},
	],
	[
		'the map in the place of the list',
		'/clusters/?country=ES&theme=food#map',
		async (page) => {
			await page.setViewportSize({ width: 390, height: 800 });
			await page.locator('[data-places] li').first().waitFor();
		},
	],
	[
		'a comparison, only what differs',
		'/clusters/compare/?c=act-group,tetris,bluecity',
		async (page) => {
			await settled(page, /Compare three clusters/);
			await page.getByLabel('Only differences').check();
		},
	],
	['a comparison of nothing', '/clusters/compare/', (page) => settled(page, /Put two to four clusters/)],
	[
		'profiles together',
		'/clusters/pack/?c=act-group,tetris,vagen-ut-kooperativen',
		(page) => settled(page, /Three profiles/),
	],
	[
		'the figures, with a table',
		'/clusters/numbers/',
		async (page) => {
			await page.getByText('Table of').first().click();
			await page.getByRole('columnheader', { name: 'Related structures' }).first().waitFor();
		},
	],
	[
		'the timeline, with an open step',
		'/geces/timeline/#step-2021-12-09-social-economy-action-plan',
		(page) => settled(page, /The launch event was on 16 December/),
	],
	[
		'a month, unfolded',
		'/updates/digest/2026-11/',
		async (page) => {
			for (const summary of await page.locator('main summary').all()) await summary.click();
		},
	],
	[
		'the words, filtered',
		'/guide/words/',
		async (page) => {
			await page.getByRole('searchbox', { name: 'Find a word' }).fill('pole');
			await settled(page, /^\d+ of \d+$/);
		},
	],
	[
		'a form, refused',
		'/clusters/propose/',
		async (page) => {
			await page.getByRole('button', { name: 'Send the proposal' }).click();
			await page.getByRole('link', { name: 'Enter the cluster’s name' }).waitFor();
		},
	],
	['no profiles together', '/clusters/pack/', (page) => settled(page, /Print up to 40 profiles/)],
	[
		'a comparison to which names are added',
		'/clusters/compare/?c=act-group',
		async (page) => {
			await page.getByLabel('Choose a cluster by name').fill('social');
			await page.getByText('Type more to see fewer.').waitFor();
		},
	],
];

test.each(states)('%s has nothing wrong for axe in light, dark and at 320 pixels', async (_name, path, reach) => {
	const looks = await withPage(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
		await reach(page);
		return everyLook(page);
	});
	expect(looks).toEqual(FLAWLESS);
});
