import { chromium, type Page } from 'playwright-core';
import { LOCAL_BACK_END } from '../../src/editor/local-back-end.ts';
import { goToEnd, type DrivenBrowser } from './driven-browser.ts';

/** The Chromium that listens at an address, as a browser to be driven like the others. */
export async function driveChromium(address: string): Promise<DrivenBrowser> {
	const browser = await chromium.connect(address);
	const page: Page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => {
		const isComplaint = ['error', 'warning'].includes(message.type());
		// Decap asks whether there is a draft, and a 404 is the answer that there is none. Chromium alone shows it.
		if (isComplaint && !message.location().url.endsWith(LOCAL_BACK_END))
			complaints.push(`${message.text()} (${message.location().url} on ${page.url()})`);
	});
	page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
	const run: DrivenBrowser['run'] = (act, ...given) =>
		page.evaluate(`(${act.toString()})(...${JSON.stringify(given)})`);
	return {
		name: `Chromium ${browser.version()}`,
		open: async (url) => {
			await page.goto(url);
		},
		run,
		click: (selector) => page.locator(selector).first().click(),
		type: async (selector, text) => {
			await page.locator(selector).first().waitFor();
			await run(goToEnd, selector);
			await page.keyboard.type(text);
		},
		complaints: () => Promise.resolve([...complaints]),
		close: () => browser.close(),
	};
}
