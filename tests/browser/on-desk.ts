import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Desk } from './edit/desk.ts';
import { answerQuestions } from './edit/questions.ts';

/** Waits until what helps with the form of a page has come; it comes once somebody reaches for the form. */
async function reachForHelp(page: Page): Promise<void> {
	const form = page.locator('[data-hosted-form]');
	if ((await form.count()) === 0) return;
	await form.dispatchEvent('pointerover');
	await page.locator('[data-hosted-form][novalidate]').waitFor();
}

/** Opens pages of a desk in contexts of their own. Every question of a page is answered with yes. */
export function useDeskPages(desk: () => Desk) {
	let browser: Browser;
	beforeAll(async () => {
		browser = await chromium.connect(inject('browserAddress'));
	});
	afterAll(() => browser.close());
	return async (path: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> => {
		const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
		context.setDefaultTimeout(15_000);
		try {
			const page = await context.newPage();
			await answerQuestions(page);
			await page.goto(desk().address + path);
			if (options.javaScriptEnabled !== false) await reachForHelp(page);
			await act(page);
		} finally {
			await context.close();
		}
	};
}

/** Presses Tab until the focus is on what a selector finds. */
export async function tabTo(page: Page, selector: string): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reaches ${selector}.`);
}
