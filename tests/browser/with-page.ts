import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

const address = inject('siteAddress');
let browser: Browser | undefined;

/** Connects a file of tests to the one browser of the run. */
export function useBrowser(): void {
	beforeAll(async () => {
		browser = await chromium.connect(inject('browserAddress'));
	});
	afterAll(() => browser?.close());
}

/** A page of a context of its own, which lives as long as the browser. */
export async function newPage(): Promise<Page> {
	if (!browser) throw new Error('Call useBrowser() first.');
	return (await browser.newContext()).newPage();
}

/** Opens a page in a context of its own, does something with it, and closes both. Fails on any error in the page. */
export async function withPage<T>(
	path: string,
	options: BrowserContextOptions,
	act: (page: Page) => Promise<T>,
): Promise<T> {
	if (!browser) throw new Error('Call useBrowser() first.');
	const context = await browser.newContext(options);
	const errors: string[] = [];
	try {
		const page = await context.newPage();
		page.on('pageerror', (error) => errors.push(String(error)));
		await page.goto(new URL(path, address).href);
		const result = await act(page);
		if (errors.length > 0) throw new Error(`The page ${path} failed: ${errors.join('; ')}`);
		return result;
	} finally {
		await context.close();
	}
}

/** A phone of the narrow kind. */
export const phone = { viewport: { width: 360, height: 740 } } as const;

/** The text of a file that the page gave. */
export async function textOfDownload(download: Download): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'download-'));
	try {
		const path = join(folder, 'file');
		await download.saveAs(path);
		return readFileSync(path, 'utf8');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Waits until the search says what it found. */
export const found = (page: Page, sentence: RegExp): Promise<void> =>
	page.locator('[data-found]').filter({ hasText: sentence }).waitFor({ state: 'attached' });
