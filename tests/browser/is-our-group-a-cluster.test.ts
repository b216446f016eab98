import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkQuestions } from '../../src/model/self-check.ts';
import { violationsOn } from './axe.ts';
import { tabTo } from './on-desk.ts';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

const ADDRESS = '/guide/is-our-group-a-cluster/';
const answerOf = (page: Page) => page.locator('[data-judgement]');

describe('the self-check', () => {
	test('is answered by keyboard alone, and says what is missing', async () => {
		await withPage(ADDRESS, {}, async (page) => {
			for (const { id } of checkQuestions) {
				await tabTo(page, `[name="${id}"][value="yes"]`);
				await page.keyboard.press('Space');
				// From “Yes” to “No”.
				if (id === 'services') await page.keyboard.press('ArrowRight');
			}
			await expect.poll(() => page.locator('[data-check-status]').innerText()).toBe('All answered. See the answer');
			const answer = await answerOf(page).innerText();
			expect(answer).toMatch(/By the short definition\s+Yes\s+You have all its marks\./);
			expect(answer).toMatch(/By the long definition\s+Nearly\s+What is missing: services or projects for members\./);
			expect(answer).toMatch(/Services or projects for members\. See what clusters offer/);
			expect(await answerOf(page).locator('.button:visible').allInnerTexts()).toEqual(['Add your cluster']);
			expect(await violationsOn(page, 'all')).toEqual([]);
		});
	});

	test('shows one who is far from a cluster how one starts, and one who lacks nothing no empty list', async () => {
		await withPage(ADDRESS, {}, async (page) => {
			for (const { id } of checkQuestions) await page.locator(`[name="${id}"][value="no"]`).check();
			const buttons = answerOf(page).locator('.button:visible');
			await expect.poll(() => buttons.allInnerTexts()).toEqual(['Read how a cluster starts']);
			for (const { id } of checkQuestions) await page.locator(`[name="${id}"][value="yes"]`).check();
			await expect.poll(() => buttons.allInnerTexts()).toEqual(['Add your cluster']);
			expect(await answerOf(page).locator('ul').count()).toBe(0);
		});
	});

	test('shows no answer before all questions are answered', async () => {
		await withPage(ADDRESS, {}, async (page) => {
			await page.locator('[name="several"][value="yes"]').check();
			await expect.poll(() => page.locator('[data-check-status]').innerText()).toBe('1 of 10 answered.');
			expect(await answerOf(page).isVisible()).toBe(false);
		});
	});

	test('shows examples that are near, and sends nothing', async () => {
		await withPage(ADDRESS, {}, async (page) => {
			const asked: string[] = [];
			page.on('request', (request) => {
				if (request.method() !== 'GET' || request.url().includes('?')) asked.push(request.url());
			});
			await page.getByLabel('Country').selectOption({ label: 'Italy' });
			await page.getByLabel('Theme').selectOption({ label: 'Social finance' });
			await page.locator('[data-examples] a', { hasText: 'Torino Social Impact' }).waitFor();
			expect(await page.locator('[data-examples] li').count()).toBe(3);
			expect(asked).toEqual([]);
			expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
		});
	});

	test('shows the examples of the last choice, however late those of an earlier one come', async () => {
		await withPage(ADDRESS, {}, async (page) => {
			const held: (() => void)[] = [];
			let isFirst = true;
			await page.route('**/clusters/cards/**', async (route) => {
				if (isFirst) await new Promise<void>((done) => held.push(done));
				await route.continue();
			});
			await page.getByLabel('Country').selectOption({ label: 'Italy' });
			await expect.poll(() => held.length).toBeGreaterThan(0);
			isFirst = false;
			await page.getByLabel('Country').selectOption({ label: 'Malta' });
			await page.waitForTimeout(500);
			for (const go of held) go();
			await page.waitForLoadState('networkidle');
			expect(await page.locator('[data-examples] li').first().innerText()).toContain('Malta');
		});
	});

	test('can be read, printed and judged without script', async () => {
		await withPage(ADDRESS, { javaScriptEnabled: false }, async (page) => {
			expect(await page.locator('fieldset').count()).toBe(10);
			expect(await page.getByRole('main').innerText()).toContain('it takes a yes to questions 1, 2, 3, 4, 5 and 9.');
			expect(await page.locator('[data-examples] li').count()).toBe(3);
			expect(await page.getByRole('link', { name: 'add it to the directory' }).getAttribute('href')).toBe(
				'/clusters/propose/',
			);
		});
	});
});
