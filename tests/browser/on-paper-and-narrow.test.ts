import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/formats/markdown.ts';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

test('on paper nothing that goes over the end of a page stands in flex rows, which Firefox prints over each other', async () => {
	await withPage('/clusters/tetris/', {}, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const displays = await page.evaluate(() =>
			['.body', '.body > .row', '[data-sources]'].map((selector) => {
				const part = document.querySelector(selector);
				return part && getComputedStyle(part).display;
			}),
		);
		expect(displays).toEqual(['block', 'block', 'block']);
	});
});

test('a long line behind four spaces scrolls in its box, which a keyboard reaches', async () => {
	const { html } = renderMarkdown(`One.\n\n    code ${'x'.repeat(400)}\n`, () => undefined);
	await withPage('/clusters/tetris/', { viewport: { width: 320, height: 600 } }, async (page) => {
		const widths = await page.evaluate((lines) => {
			const prose = document.querySelector('.body .prose');
			// The page lets no script make HTML of text; a document of its own may.
			const parsed = document.implementation.createHTMLDocument();
			parsed.body.append(...[...lines.matchAll(/<pre[^>]*>/g)].map(() => parsed.createElement('pre')));
			const box = document.importNode(parsed.body.firstElementChild ?? parsed.body, true);
			for (const [, name = '', value = ''] of (/<pre([^>]*)>/.exec(lines)?.[1] ?? '').matchAll(/ ([a-z-]+)="([^"]*)"/g))
				box.setAttribute(name, value);
			box.textContent = 'x'.repeat(400);
			prose?.append(box);
			return { page: document.documentElement.scrollWidth, box: box.clientWidth, inside: box.scrollWidth };
		}, html);
		expect(widths.page).toBe(320);
		expect(widths.inside).toBeGreaterThan(widths.box);
		await page.locator('pre.scroll[role="region"][aria-label="Lines 1"][tabindex="0"]').focus();
	});
});

/** How many sheets of A4 a page takes. */
const sheetsOf = async (page: Page) => {
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
};

test.each([
	'torino-social-impact',
	'kaleidoscoop',
	'tetris',
	'plymouth-social-enterprise-network',
	'initiatives-et-cite',
])('a profile is printed on one sheet, the longest too: %s', async (slug) => {
	await withPage(`/clusters/${slug}/`, {}, async (page) => {
		expect(await sheetsOf(page)).toBe(1);
	});
});

test('a filtered list has a row or a line for each of its profiles on paper, and “Print all” brings those of all', async () => {
	const onPaper = (page: Page) =>
		page.evaluate(() => document.querySelectorAll('.profile-row, [data-others] li').length);
	await withPage('/clusters/?country=FR', {}, async (page) => {
		await page.locator('[data-others] li').first().waitFor({ state: 'attached' });
		const count = Number(/\d+/.exec((await page.locator('[data-status]').textContent()) ?? '')?.[0]);
		expect(count).toBeGreaterThan(20);
		expect(await onPaper(page)).toBe(count);
	});
	await withPage('/clusters/', {}, async (page) => {
		const missing = page.locator('[data-missing]');
		expect(await missing.textContent()).toMatch(/These are the first 12 of \d+\. All are in https/);
		const count = Number(await page.locator('[data-finder]').getAttribute('data-finder'));
		await page.evaluate(() => {
			window.print = () => undefined;
		});
		await page.getByRole('button', { name: 'Print all' }).click();
		await page.locator('[data-others] li').first().waitFor({ state: 'attached' });
		expect(await onPaper(page)).toBe(count);
		expect(await missing.getAttribute('hidden')).toBe('');
	});
});

test('the list of all is whole on paper without a button too, once somebody has moved on the page', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.keyboard.press('Control');
		await page.locator('[data-others] li').first().waitFor({ state: 'attached' });
		const count = Number(await page.locator('[data-finder]').getAttribute('data-finder'));
		expect(await page.evaluate(() => document.querySelectorAll('.profile-row, [data-others] li').length)).toBe(count);
	});
});

test('three profiles together are printed on three sheets, each with what members share', async () => {
	await withPage('/clusters/pack/?c=torino-social-impact,kaleidoscoop,act-group', {}, async (page) => {
		await page.locator('[data-profile] ~ [data-profile] ~ [data-profile]').waitFor();
		expect(await sheetsOf(page)).toBe(3);
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('.shared').first().innerText()).toContain('Advocacy');
		expect(await page.getByText('Is something missing here?').count()).toBe(0);
	});
});
