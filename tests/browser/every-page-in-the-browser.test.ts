import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { realPages } from '../site/pages.ts';
import { violationsOn } from './axe.ts';

const address = inject('siteAddress');
const paths = realPages().map(({ path }) => path);
let browser: Browser;
beforeAll(async () => {
	browser = await chromium.connect(inject('browserAddress'));
});
afterAll(() => browser.close());

describe.each(paths)('%s', (path) => {
	test('keeps to the policy, and nothing is wrong with it for axe in light, dark and at 320 pixels', async () => {
		const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
		const page = await context.newPage();
		const complaints: string[] = [];
		const hosts = new Set<string>();
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on('request', (request) => hosts.add(new URL(request.url()).origin));
		const response = await page.goto(new URL(path, address).href);
		expect(response?.headers()['content-security-policy']).not.toMatch(/'unsafe-/);
		const light = await violationsOn(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		const dark = await violationsOn(page, ['color-contrast', 'link-in-text-block']);
		await page.emulateMedia({ colorScheme: 'light' });
		await page.setViewportSize({ width: 320, height: 900 });
		const narrow = await violationsOn(page);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		await context.close();
		expect({ light, dark, narrow, complaints, overflow }).toEqual({
			light: [],
			dark: [],
			narrow: [],
			complaints: [],
			overflow: 0,
		});
		expect([...hosts]).toEqual([new URL(address).origin]);
	});
});
