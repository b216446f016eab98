import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { realPages } from '../site/pages.ts';
import { axeScript, everyLook, FLAWLESS, phoneLook } from './axe.ts';

const address = inject('siteAddress');

/** What a style sheet can tell apart: each element, with its classes, in each element it stands in. */
const nestings = (document: Document): string[] =>
	[...document.querySelectorAll('*')].map((element) =>
		[element.parentElement, element].map((node) => `${node?.localName} ${node?.className}`).join(' > '),
	);

// Colours follow from the style sheet: a page on which everything was seen before shows no new ones.
const seen = new Set<string>();
const pages = realPages().map(({ path, document }) => {
	const fresh = nestings(document).filter((nesting) => !seen.has(nesting));
	for (const nesting of fresh) seen.add(nesting);
	return { path, isOfItsOwn: fresh.length > 0 };
});

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

test.each(pages)('$path keeps to the policy, and nothing is wrong with it for axe', async ({ path, isOfItsOwn }) => {
	complaints.length = 0;
	hosts.clear();
	const response = await page.goto(new URL(path, address).href);
	expect(response?.headers()['content-security-policy']).not.toMatch(/'unsafe-/);
	expect(isOfItsOwn ? await everyLook(page) : { ...FLAWLESS, ...(await phoneLook(page)) }).toEqual(FLAWLESS);
	expect(complaints).toEqual([]);
	expect([...hosts]).toEqual([new URL(address).origin]);
});

test('some pages are looked at in light, dark and at 320 pixels, and not only the first', () => {
	expect(pages.filter(({ isOfItsOwn }) => isOfItsOwn).length).toBeGreaterThan(20);
});
