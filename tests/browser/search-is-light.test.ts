import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { found, useBrowser, withPage } from './with-page.ts';

useBrowser();

const FIRST_RESULT_MAX_BYTES = 80 * 1024;
const FILTER_DATA_MAX_BYTES = 150 * 1024;

/** What a response weighs over the wire: text is compressed by the host, the files of the index already are. */
async function weigh(response: Response): Promise<number> {
	const body = await response.body();
	return Math.min(body.length, brotliCompressSync(body).length);
}

/** The responses that come while something is done in the page. */
async function responsesDuring(page: Page, act: () => Promise<void>): Promise<Response[]> {
	const responses: Response[] = [];
	const listen = (response: Response) => responses.push(response);
	page.on('response', listen);
	await act();
	page.off('response', listen);
	return responses;
}

test('nothing of the search is loaded before the reader reaches for the box', async () => {
	await withPage('/clusters/act-group/', {}, async (page) => {
		const before = await responsesDuring(page, async () => {
			await page.reload();
			await page.waitForTimeout(500);
		});
		const paths = before.map((response) => new URL(response.url()).pathname);
		expect(paths.filter((path) => /search|suggestions/.test(path) && !path.includes('SearchBox'))).toEqual([]);
	});
});

test('the first result costs at most 80 kB in all', async () => {
	await withPage('/clusters/act-group/', {}, async (page) => {
		const responses = await responsesDuring(page, async () => {
			await page.locator('#q').focus();
			await page.keyboard.type('food', { delay: 40 });
			await found(page, /^\d+ results for “food”/);
		});
		const bytes = await Promise.all(responses.map(weigh));
		expect(bytes.length).toBeGreaterThan(4);
		expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_RESULT_MAX_BYTES);
	});
});

test('the filters cost nothing before they are used, and at most 150 kB then', async () => {
	await withPage('/clusters/', {}, async (page) => {
		const before = await responsesDuring(page, async () => {
			await page.reload();
			await page.waitForTimeout(500);
		});
		expect(before.filter((response) => /\/data\/|\/cards\//.test(response.url()))).toEqual([]);
		const responses = await responsesDuring(page, async () => {
			await page.locator('[data-facet="theme"] summary').click();
			await page.locator('input[name="theme"][value="food"]').check();
			await page
				.locator('[data-status]')
				.getByText(/^\d+ results/)
				.waitFor();
		});
		const bytes = await Promise.all(responses.map(weigh));
		expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FILTER_DATA_MAX_BYTES);
	});
});
