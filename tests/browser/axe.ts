import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** axe leaves target-size off unless WCAG 2.2 is asked for. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules about colours, which take axe longer than all others together. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** axe as one script, in its short form: each page that is looked at reads it anew. */
export const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs axe in the page and returns its violations as lines. `addScriptTag` would break the policy. What lies in
 * `leftOut`, a selector, is not looked at.
 */
export async function violationsOn(
	page: Page,
	which: 'all' | 'colours' | 'all but colours',
	leftOut?: string,
): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript);
	const options: axe.RunOptions = {
		runOnly: which === 'colours' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: TAGS },
		rules:
			which === 'all but colours' ? Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])) : {},
		resultTypes: ['violations'],
	};
	return page.evaluate(
		async ({ options, context }) => {
			const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options);
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		},
		{ options, context: { include: [['html']], exclude: leftOut === undefined ? [] : [[leftOut]] } },
	);
}

/** What axe finds in the page at 320 pixels, colours left out, and by how many pixels it is too wide. */
export async function phoneLook(page: Page, which: 'all' | 'all but colours' = 'all but colours') {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 320, height: 900 });
	return {
		narrow: await violationsOn(page, which),
		overflow: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
	};
}

/** What axe finds in the page in light, in dark and at 320 pixels, and by how many pixels it is too wide there. */
export async function everyLook(page: Page) {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 1280, height: 900 });
	const light = await violationsOn(page, 'all');
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await violationsOn(page, 'colours');
	return { light, dark, ...(await phoneLook(page, 'all')) };
}

/** What `everyLook` returns of a page with which nothing is wrong. */
export const FLAWLESS = { light: [], dark: [], narrow: [], overflow: 0 };

/**
 * What `everyLook` returns of a page as it shows without script. axe is script itself, and cannot run where there is
 * none: the page comes without its own, with what it has for those who have none.
 */
export async function lookWithoutScript(page: Page, address: string) {
	await page.route(address, async (route) => {
		const response = await route.fetch();
		const html = (await response.text())
			.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '')
			.replaceAll(/<(\/?)noscript\b[^>]*>/g, '<$1div>');
		await route.fulfill({ response, body: html });
	});
	await page.goto(address);
	return everyLook(page);
}
