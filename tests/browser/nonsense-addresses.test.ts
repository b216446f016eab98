import { expect, test } from 'vitest';
import { found, phone, useBrowser, withPage } from './with-page.ts';

useBrowser();

const long = 'x'.repeat(10_000);

test.each([
	['?country=XX', 'Part of this link was not understood and is left out: country=XX.'],
	['?country=XX&theme=<script>alert(1)</script>', 'theme=<script>alert(1)</script>'],
	[`?country=${long}`, 'Part of this link was not understood and is left out: country=xxx'],
	[`?${long}=1`, 'Part of this link was not understood and is left out: xxx'],
	[`?q=${long}`, 'Part of this link was not understood and is left out: q=xxx'],
	['?page=99999', undefined],
	['?page=-1', 'page=-1'],
	['?sort=toString', 'sort=toString'],
	['?__proto__=1&constructor=2', '__proto__=1, constructor=2'],
	['?c=no!,<b>', 'c=no!'],
	['?%E0%A4%A', 'not understood'],
	['?country=', undefined],
	['?country=FR&country=FR,fr&country=fr', undefined],
])('the list at %s shows profiles, and says what it left out', async (query, sentence) => {
	await withPage(`/clusters/${query}`, phone, async (page) => {
		if (sentence) {
			await page.locator('[data-notice]').waitFor();
			expect(await page.locator('[data-notice]').innerText()).toContain(sentence);
		} else expect(await page.locator('[data-notice]').isHidden()).toBe(true);
		await expect.poll(() => page.locator('[data-results]').innerText()).not.toBe('');
		expect(await page.locator('[data-status]').innerText()).toMatch(/\d/);
		// What is searched for shows once the search is done.
		await page.waitForLoadState('networkidle');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});
});

test('a key that is given twice counts once', async () => {
	await withPage('/clusters/?country=PT&country=pt,PT', {}, async (page) => {
		await page.getByRole('link', { name: 'Remove Portugal', exact: true }).waitFor();
	});
});

test('a page beyond the last shows the last', async () => {
	await withPage('/clusters/?sort=newest&page=99', {}, async (page) => {
		await page.getByText(/^Page (\d+) of \1$/).waitFor();
	});
});

test.each([
	['/clusters/compare/', 'Put two to four clusters side by side'],
	['/clusters/compare/?c=', 'Put two to four clusters side by side'],
	['/clusters/compare/?c=act-group', 'Only ACT Group is chosen.'],
	['/clusters/compare/?c=act-group,no-such-cluster', 'There is no profile “no-such-cluster”; left out.'],
	['/clusters/compare/?c=no-1,no-2,no-3,no-4,act-group', 'Only ACT Group is chosen.'],
	['/clusters/compare/?c=<script>,../../etc', 'There is no profile “<script>”, “../../etc”; left out.'],
	[`/clusters/compare/?c=${long}`, 'There is no profile “xxx'],
	['/clusters/pack/', 'Print up to 40 profiles in one go'],
	['/clusters/pack/?c=no-such-cluster', 'There is no profile “no-such-cluster”; left out.'],
])('%s says what is wrong and leads on', async (path, sentence) => {
	await withPage(path, phone, async (page) => {
		await expect.poll(() => page.locator('[data-status]').innerText()).toContain(sentence);
		expect(await page.getByLabel('Breadcrumb').getByRole('link', { name: 'Clusters' }).isVisible()).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});
});

test('nine profiles are too many to compare: the first four are, and a sentence says so', async () => {
	const nine = 'act-group,tetris,bluecity,coopcity,de-punt,gesco,koopera,locaux-motiv,novacitis';
	await withPage(`/clusters/compare/?c=${nine}`, {}, async (page) => {
		await page.getByRole('table').first().waitFor();
		expect(await page.locator('.facts-table [role="columnheader"]').count()).toBe(4);
		expect(await page.locator('[data-status]').innerText()).toContain('4 profiles fit side by side; 5 more left out.');
	});
});

test.each([
	'/search/?q=<script>alert(1)</script>',
	`/search/?q=${long}`,
	'/search/?q=%00%0a"\'',
	'/search/?q=%E0%A4%A',
])('%s answers with a sentence', async (path) => {
	await withPage(path, phone, async (page) => {
		await found(page, /found|results? for/);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});
});
