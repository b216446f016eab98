import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { realPages } from '../site/pages.ts';

const address = inject('siteAddress');
const paths = realPages().map(({ path }) => path);
/** axe leaves target-size off unless WCAG 2.2 is asked for. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
	browser = await chromium.connect(inject('browserAddress'));
});
afterAll(() => browser.close());

/** Runs axe in the page and returns its violations as lines. `addScriptTag` would break the policy. */
async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
	const found = await page.evaluate(
		async ({ tags, only }) => {
			const run = (window as unknown as { axe: typeof axe }).axe;
			const { violations } = await run.run({
				runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags },
			});
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		},
		{ tags: TAGS, only: rules },
	);
	return found;
}

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
		expect(response?.headers()['content-security-policy']).not.toContain('unsafe');
		await page.evaluate(axe.source);
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
