import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** axe leaves target-size off unless WCAG 2.2 is asked for. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe in the page and returns its violations as lines; `only` names rules. `addScriptTag` would break the policy. */
export async function violationsOn(page: Page, only?: string[]): Promise<string[]> {
	// Half a megabyte: once for each page, not for each look at it.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(
		async ({ tags, only }) => {
			const run = (window as unknown as { axe: typeof axe }).axe;
			const { violations } = await run.run({
				runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags },
			});
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
		},
		{ tags: TAGS, only },
	);
}
