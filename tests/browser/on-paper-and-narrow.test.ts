import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/formats/markdown.ts';
import { useBrowser, withPage } from './with-page.ts';

useBrowser();

test('on paper nothing that goes over the end of a page stands in flex rows, which Firefox prints over each other', async () => {
	await withPage('/clusters/tetris/', {}, async (page) => {
		await page.emulateMedia({ media: 'print' });
		const displays = await page.evaluate(() =>
			['.facing', '.main', '[data-sources]'].map((selector) => {
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
			const prose = document.querySelector('.main .prose');
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
