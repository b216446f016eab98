import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import type { EditingMode } from '../../../src/editor/local-back-end.ts';
import { layDesk, type Desk } from './desk.ts';
import { answerQuestions } from './questions.ts';

/** Goes to a page of the editor, and logs in if it asks. */
export async function goTo(page: Page, { address }: Desk, hash: string): Promise<void> {
	await page.goto(`${address}admin/#${hash}`);
	const logIn = page.getByRole('button', { name: 'Login' });
	await logIn.or(page.getByText('Writing in')).or(page.locator('header')).first().waitFor();
	if (await logIn.isVisible()) await logIn.click();
	await logIn.waitFor({ state: 'detached' });
}

/** Gives the tests of a file one desk, and each of them a page of the editor on it. */
export function useEditor(siteFolder: string, mode: EditingMode, files: Record<string, string | Buffer> = {}) {
	let browser: Browser;
	let desk: Desk;
	beforeAll(async () => {
		browser = await chromium.connect(inject('browserAddress'));
		desk = await layDesk(siteFolder, mode, files);
	});
	afterAll(async () => {
		await browser.close();
		desk.close();
	});
	return {
		desk: () => desk,
		/** Opens the editor at an address in a context of its own. Every question of it is answered with yes. */
		withEditor: async (hash: string, act: (page: Page, desk: Desk, asked: string[]) => Promise<void>) => {
			const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
			context.setDefaultTimeout(15_000);
			try {
				const page = await context.newPage();
				const asked = await answerQuestions(page);
				await goTo(page, desk, hash);
				await act(page, desk, asked);
			} finally {
				await context.close();
			}
		},
	};
}
