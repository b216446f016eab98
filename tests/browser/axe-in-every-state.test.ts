import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FLAWLESS, everyLook } from './axe.ts';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

const settled = (page: Page, words: RegExp) => page.getByText(words).first().waitFor();

/** Each state of what script adds: where it begins, and how it comes about. */
const states: [name: string, path: string, reach: (page: Page) => Promise<void>][] = [
	['the list, filtered', '/clusters/?country=FR&theme=food', (page) => settled(page, /of \d+ profiles/)],
	['the list, in another order', '/clusters/?sort=newest', (page) => settled(page, /Page 1 of \d+/)],
	['the list, empty', '/clusters/?country=MT&theme=digital&q=zzz', (page) => settled(page, /No profile fits/)],
	['the list, with a notice', '/clusters/?country=XX', (page) => settled(page, /Not understood/)],
	[
		'the list, with an open menu',
		'/clusters/?country=BE',
		async (page) => {
			await settled(page, /of \d+ profiles/);
			await page.locator('[data-facet="theme"] summary').click();
		},
	],
	['the list, with two chosen', '/clusters/?c=act-group,tetris', (page) => settled(page, /2 profiles chosen/)],
	['the list, with one chosen', '/clusters/?c=act-group', (page) => settled(page, /Choose one more/)],
	['a profile, chosen', '/clusters/act-group/?c=act-group,tetris', (page) => settled(page, /2 profiles chosen/)],
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
	['a comparison of two', '/clusters/compare/?c=act-group,tetris', (page) => settled(page, /2 profiles side by side/)],
	[
		'a comparison of four',
		'/clusters/compare/?c=act-group,tetris,bluecity,initiatives-et-cite',
		(page) => settled(page, /4 profiles side by side/),
	],
	['a comparison of nothing', '/clusters/compare/', (page) => settled(page, /Nothing is chosen/)],
	['a pack', '/clusters/pack/?c=act-group,tetris,vagen-ut-kooperativen', (page) => settled(page, /3 profiles\./)],
	['an empty pack', '/clusters/pack/', (page) => settled(page, /Nothing is chosen/)],
];

test.each(states)('%s has nothing wrong for axe in light, dark and at 320 pixels', async (_name, path, reach) => {
	const looks = await withPage(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
		await reach(page);
		return everyLook(page);
	});
	expect(looks).toEqual(FLAWLESS);
});
