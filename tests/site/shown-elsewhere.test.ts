import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { newPage, useBrowser } from '../browser/with-page.ts';
import { htmlProblemsOf } from './html-problems.ts';
import { filesOf, realPages, textOf } from './pages.ts';

useBrowser();

const folder = inject('siteFolder');
const address = inject('siteAddress');
const all = filesOf(folder);
const embeds = all.filter((file) => file.startsWith('embed/'));
const pages = realPages();
const { clusters } = readContent('content').entries;
const PAGE_MAX_BYTES = 14 * 1024;

describe.each(embeds)('%s', (file) => {
	const html = readFileSync(join(folder, file), 'utf8');
	const { document } = parseHTML(html) as unknown as { document: Document };

	test('is valid, light, needs no script, and says whose it is', async () => {
		expect(await htmlProblemsOf(html, file)).toEqual([]);
		expect(brotliCompressSync(html).length).toBeLessThan(PAGE_MAX_BYTES);
		expect(document.querySelectorAll('script, form, iframe')).toHaveLength(0);
		expect(textOf(document.querySelector('footer'))).toContain('not a site of the European Commission');
		expect(document.querySelectorAll('#map').length).toBe(document.querySelectorAll('svg image').length);
		expect(document.querySelectorAll('#list li').length).toBeGreaterThan(0);
	});

	test('leads to the same list and to profiles', () => {
		const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
		for (const link of links) expect(all).toContain(`${new URL(link, address).pathname.slice(1)}index.html`);
	});
});

test('each list that has a page has one, and its line stands on the page', () => {
	const lists = pages.filter(({ path }) => /^\/clusters\/(?:(?:country|theme|service)\/[^/]+\/)?$/.test(path));
	expect(lists.length).toBeGreaterThan(40);
	for (const { path, document } of lists) {
		const [, source = ''] = /src="([^"]*)"/.exec(textOf(document.querySelector('details .line'))) ?? [];
		expect(embeds, path).toContain(`${new URL(source).pathname.slice(1)}index.html`);
		expect(new URL(source).pathname).toBe(path.replace('/clusters/', '/embed/'));
	}
});

test('a group of countries has the profiles of its countries', () => {
	const html = readFileSync(join(folder, 'embed/country/baltic/index.html'), 'utf8');
	const count = clusters.filter(({ data }) => ['EE', 'LT', 'LV'].includes(data.country)).length;
	expect(html.match(/<li/g)).toHaveLength(count);
});

test('another site can show it in a frame, and no page', async () => {
	const other = createServer((_request, response) => {
		const frames = ['/embed/country/fr/', '/clusters/country/fr/'].map(
			(path) => `<iframe src="${address}${path.slice(1)}">`,
		);
		response.setHeader('Content-Type', 'text/html').end(frames.join('</iframe>'));
	}).listen(0, '127.0.0.1');
	onTestFinished(() => void other.close());
	const page = await newPage();
	await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
	const frames = page.locator('iframe');
	await frames.nth(0).contentFrame().getByRole('heading', { name: 'Clusters in France' }).waitFor();
	const refused = page.frames().map((frame) => frame.url());
	expect(refused.filter((url) => url.includes('/embed/'))).toHaveLength(1);
	expect(
		await frames.nth(1).contentFrame().getByRole('heading', { level: 1, name: 'Clusters in France' }).count(),
	).toBe(0);
	await page.context().close();
});

test('with #map or #list behind the address it shows one of the two', async () => {
	const page = await newPage();
	for (const [part, other] of [
		['map', 'list'],
		['list', 'map'],
	]) {
		await page.goto(new URL(`/embed/country/fr/#${part}`, address).href);
		expect(await page.locator(`#${part}`).isVisible()).toBe(true);
		expect(await page.locator(`#${other}`).isVisible()).toBe(false);
		await page.goto('about:blank');
	}
	await page.context().close();
});
