import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { realPages } from '../site/pages.ts';
import { axeScript, FLAWLESS, looksAt } from './axe.ts';

const address = inject('siteAddress');
const paths = realPages().map(({ path }) => path);
let browser: Browser;
// One page for all, as a reader has who goes from one to the next: it takes half the time.
let page: Page;
const complaints: string[] = [];
const hosts = new Set<string>();

beforeAll(async () => {
	browser = await chromium.connect(inject('browserAddress'));
	const context = await browser.newContext();
	await context.addInitScript(axeScript);
	page = await context.newPage();
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('request', (request) => hosts.add(new URL(request.url()).origin));
});
afterAll(() => browser.close());

test.each(paths)(
	'%s keeps to the policy, and nothing is wrong with it for axe in light, dark and at 320 pixels',
	async (path) => {
		complaints.length = 0;
		hosts.clear();
		const response = await page.goto(new URL(path, address).href);
		expect(response?.headers()['content-security-policy']).not.toMatch(/'unsafe-/);
		expect(await looksAt(page)).toEqual(FLAWLESS);
		expect(complaints).toEqual([]);
		expect([...hosts]).toEqual([new URL(address).origin]);
	},
);
