import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** axe leaves target-size off unless WCAG 2.2 is asked for. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe as one script, in its short form: each page that is looked at reads it anew. */
export const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe in the page and returns its violations as lines; `only` names rules. `addScriptTag` would break the policy. */
export async function violationsOn(page: Page, only?: string[]): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript);
	return page.evaluate(
		async ({ tags, only }) => {
			const run = (window as unknown as { axe: typeof axe }).axe;
			const { violations } = await run.run({
				runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags },
				resultTypes: ['violations'],
			});
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		},
		{ tags: TAGS, only },
	);
}

/** What axe finds in the page in light, in dark and at 320 pixels, and by how many pixels it is too wide there. */
export async function looksAt(page: Page) {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 1280, height: 900 });
	const light = await violationsOn(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	// Nothing but colours differs.
	const dark = await violationsOn(page, ['color-contrast', 'link-in-text-block']);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 320, height: 900 });
	const narrow = await violationsOn(page);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	return { light, dark, narrow, overflow };
}

/** What `looksAt` returns of a page with which nothing is wrong. */
export const FLAWLESS = { light: [], dark: [], narrow: [], overflow: 0 };
