import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { newPage, phone, useBrowser, withPage } from './with-page.ts';

const address = inject('siteAddress');
/** One page of each kind. */
const kinds = [
	'/',
	'/clusters/',
	'/clusters/page/2/',
	'/clusters/?country=FR&theme=food',
	'/clusters/compare/',
	'/clusters/compare/?c=act-group,tetris',
	'/clusters/pack/',
	'/clusters/pack/?c=act-group,tetris',
	'/search/',
	'/search/?q=food',
	'/clusters/gaps/',
	'/clusters/numbers/',
	'/clusters/country/',
	'/clusters/country/fr/',
	'/clusters/theme/food/',
	'/clusters/service/shared-workspaces/',
	'/clusters/torino-social-impact/',
	'/clusters/initiatives-et-cite/',
	'/geces/',
	'/geces/members/',
	'/geces/timeline/',
	'/geces/meetings/',
	'/geces/meetings/2020-06-18-geces/',
	'/geces/meetings/topic/clusters/',
	'/updates/',
	'/updates/2019-07-potential-of-clusters/',
	'/have-your-say/',
	'/have-your-say/clusters-2027/',
	'/have-your-say/what-happened/',
	'/guide/',
	'/guide/how-geces-is-composed/',
	'/guide/what-a-cluster-offers/',
	'/guide/words/',
	'/guide/is-our-group-a-cluster/',
	'/clusters/propose/',
	'/have-your-say/correct/',
	'/about/',
	'/about/criteria/',
	'/about/corrections/',
	'/accessibility/',
	'/privacy/',
	'/contact/',
	'/nowhere/',
];

useBrowser();

const narrow = { width: 320, height: 800 };
const overflowOf = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// One page for all of these, as a reader has who goes from one to the next: new ones would take a minute more.
let page: Page;
beforeAll(async () => {
	page = await newPage();
});

async function visit<T>(path: string, viewport: { width: number; height: number }, act: (page: Page) => Promise<T>) {
	await page.setViewportSize(viewport);
	await page.goto('about:blank');
	await page.goto(new URL(path, address).href);
	return act(page);
}

/** What moved while a page came, with how far; a hair's breadth is none. */
const shiftsOf = (page: Page): Promise<string[]> =>
	page.evaluate(
		() =>
			new Promise((done) => {
				const shifts: string[] = [];
				new PerformanceObserver((list) => {
					// The types of the platform lack it.
					for (const entry of list.getEntries() as (PerformanceEntry & {
						value: number;
						sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
					})[])
						if (entry.value >= 0.005)
							for (const { node, previousRect, currentRect } of entry.sources)
								shifts.push(
									`${String(entry.value)}: ${node?.nodeName ?? ''} ${node?.textContent?.trim().slice(0, 30) ?? ''}: ${String(previousRect.y)} → ${String(currentRect.y)}`,
								);
				}).observe({ type: 'layout-shift', buffered: true });
				setTimeout(() => {
					done(shifts);
				}, 300);
			}),
	);

describe.each(kinds)('%s', (path) => {
	test('reflows on a phone with text twice as large', async () => {
		const overflow = await visit(path, { width: 360, height: 800 }, async (page) => {
			// The policy blocks style elements, not the object model.
			await page.evaluate(() => {
				document.documentElement.style.fontSize = '200%';
			});
			return overflowOf(page);
		});
		expect(overflow).toBe(0);
	});

	test('keeps its words in place with the text spacing of WCAG 1.4.12', async () => {
		const cut = await visit(path, narrow, (page) =>
			page.evaluate(() => {
				const sheet = new CSSStyleSheet();
				sheet.replaceSync(
					'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
				);
				document.adoptedStyleSheets = [sheet];
				return [...document.querySelectorAll<HTMLElement>('main *')]
					.filter(
						(element) =>
							getComputedStyle(element).overflow === 'hidden' &&
							element.scrollHeight > element.clientHeight + 1 &&
							!element.classList.contains('visually-hidden'),
					)
					.map(({ outerHTML }) => outerHTML.slice(0, 80));
			}),
		);
		expect(cut).toEqual([]);
	});

	test('can be walked by keyboard, with the focus in sight at every step', async () => {
		const steps = await visit(path, { width: 1024, height: 700 }, async (page) => {
			// What script brings may push the rest out of sight while it comes.
			await page.waitForLoadState('networkidle');
			const seen: { name: string; visible: boolean; outlined: boolean }[] = [];
			for (let step = 0; step < 14; step += 1) {
				await page.keyboard.press('Tab');
				seen.push(
					await page.evaluate(() => {
						const element = document.activeElement as HTMLElement;
						const { top, bottom } = element.getBoundingClientRect();
						const style = getComputedStyle(element);
						return {
							name: element.textContent.trim(),
							visible: bottom > 0 && top < innerHeight,
							outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
						};
					}),
				);
			}
			return seen;
		});
		expect(steps[0]?.name).toBe('Skip to content');
		expect(steps.filter(({ visible, outlined }) => !visible || !outlined)).toEqual([]);
		expect(new Set(steps.map(({ name }) => name)).size).toBeGreaterThan(6);
	});

	test('sets no cookie and stores nothing', async () => {
		const kept = await visit(path, narrow, async (page) => ({
			cookies: await page.context().cookies(),
			stored: await page.evaluate(() => localStorage.length + sessionStorage.length),
		}));
		expect(kept).toEqual({ cookies: [], stored: 0 });
	});

	test('does not shift while it loads', async () => {
		expect(await visit(path, { width: 390, height: 800 }, (page) => shiftsOf(page))).toEqual([]);
	});
});

test.each(['/clusters/?country=FR&theme=food', '/clusters/?service=training', '/search/?q=food'])(
	'%s does not shift when its files come late, one after the other',
	async (path) => {
		const page = await newPage();
		await page.setViewportSize({ width: 390, height: 800 });
		let wait = 0;
		await page.route(/\/data\/|\.woff2$/, async (route) => {
			await new Promise((done) => setTimeout(done, (wait += 60)));
			await route.continue();
		});
		await page.goto(new URL(path, address).href, { waitUntil: 'networkidle' });
		expect(await shiftsOf(page)).toEqual([]);
		await page.context().close();
	},
);

test('a reader without JavaScript, on a phone, finds clusters with shared workspaces in France and their sources', async () => {
	await withPage('/', { ...phone, javaScriptEnabled: false }, async (page) => {
		await page.getByRole('main').getByRole('link', { name: 'By what members share', exact: true }).click();
		await page.getByRole('link', { name: 'Shared workspaces', exact: true }).click();
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('shared workspaces');
		await page.locator('article', { hasText: 'France' }).first().getByRole('link').click();
		expect(await page.locator('[data-facts]').allTextContents()).toContainEqual(expect.stringContaining('France'));
		await page.locator('[data-facts] .marks a').first().click();
		expect(new URL(page.url()).hash).toMatch(/^#source/);
	});
});

test.each(['', '?c=act-group'])('a profile%s is compared with one like it', async (choice) => {
	await withPage(`/clusters/utopiastadt/${choice}`, {}, async (page) => {
		await page.getByRole('link', { name: 'Compare the two' }).first().click();
		await expect.poll(() => page.locator('main').innerText()).toContain('Compare two clusters');
		expect(new URL(page.url()).search).toMatch(/^\?c=utopiastadt,/);
		expect(await page.locator('.facts-table table').innerText()).not.toContain('Do you know more?');
	});
});

test('the skip link leads past the navigation', async () => {
	await withPage('/clusters/', {}, async (page) => {
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
	});
});

test('a printed profile shows facts and addresses of sources, and no navigation', async () => {
	await withPage('/clusters/les-ecossolies/', {}, async (page) => {
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
		expect(await page.locator('.facts').isVisible()).toBe(true);
		const address = page.locator('#source-1 a').evaluate((link) => getComputedStyle(link, '::after').content);
		expect(await address).toContain('https://');
	});
});

test('an unknown address answers 404 and shows the doors', async () => {
	expect((await fetch(new URL('/nowhere/', address))).status).toBe(404);
	await withPage('/nowhere/', {}, async (page) => {
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Page not found');
	});
});

test('every answer carries the headers of the host, the strict policy among them', async () => {
	for (const path of ['/', '/clusters/act-group/', '/nowhere/', '/maps/europe.svg']) {
		const answer = await fetch(new URL(path, address));
		const { headers } = answer;
		const inHeader = headers.get('content-security-policy') ?? '';
		// What hosts do not say of an address that does not exist, and of its styles, each page says itself.
		const inPage = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(await answer.text())?.[1] ?? '';
		if (path !== '/nowhere/') expect(inHeader).toContain("frame-ancestors 'none'");
		if (path.endsWith('/')) expect(inPage).toContain("default-src 'none'");
		const policy = inHeader + inPage;
		expect(policy).toContain("script-src 'self'");
		expect(policy).not.toMatch(/'unsafe-|\*|https?:/);
		expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('x-frame-options')).toBe('DENY');
		expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
		expect(headers.get('permissions-policy')).toContain('camera=()');
	}
});
