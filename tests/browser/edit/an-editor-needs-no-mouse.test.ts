import { chromium, type Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { layDesk } from './desk.ts';

/** More than the form of a profile has. */
const MAX_STEPS = 200;

/** Moves the focus on, one key at a time, until it is on what has this name or id. Throws if it is not shown there. */
async function moveTo(page: Page, what: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	for (let step = 0; step < MAX_STEPS; step++) {
		await page.keyboard.press(key);
		const { name, outline } = await page.evaluate(() => {
			const element = document.activeElement ?? document.body;
			const own = element.getAttribute('aria-label') ?? element.textContent;
			return { name: `${own} #${element.id}`, outline: getComputedStyle(element).outlineStyle };
		});
		if (!what.test(name)) continue;
		if (outline === 'none') throw new Error(`The focus is on ${name}, and nobody can see it.`);
		return;
	}
	throw new Error(`${String(what)} cannot be reached by ${key}.`);
}

test('an editor logs in, opens an entry, changes its summary and publishes it by keyboard alone', async () => {
	const desk = await layDesk(inject('siteFolder'), 'fs');
	const browser = await chromium.connect(inject('browserAddress'));
	try {
		const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
		await page.goto(`${desk.address}admin/#/collections/clusters`);
		await page.getByRole('button', { name: 'Login' }).waitFor();
		await moveTo(page, /^Login/);
		await page.keyboard.press('Enter');
		await page.getByText('ACT Group').first().waitFor();
		await moveTo(page, /^ACT Group/);
		await page.keyboard.press('Enter');
		await page.getByLabel('Summary').first().waitFor();
		await moveTo(page, /#summary-field/);
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type('Changed without a mouse.');
		await moveTo(page, /^Publish /, 'Shift+Tab');
		await page.keyboard.press('Enter');
		await page.getByRole('menuitem', { name: 'Publish now' }).waitFor();
		await page.keyboard.press('Enter');
		await page.getByText('Entry saved').waitFor();
	} finally {
		await browser.close();
	}
	expect(desk.read('content/clusters/act-group.md')).toContain('summary: Changed without a mouse.');
	desk.close();
});
