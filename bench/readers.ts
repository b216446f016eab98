import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { launchBrowser } from '../tests/browser/launch-browser.ts';
import { median, round } from './median.ts';
import { buildStarlight, STARLIGHT } from './starlight.ts';

/** Each kind of page that readers come to, with a page of it. */
const pages = {
	home: '/',
	list: '/clusters/',
	'next page of the list': '/clusters/page/2/',
	'list of a theme': '/clusters/theme/food/',
	themes: '/clusters/theme/',
	profile: '/clusters/act-group/',
	comparison: '/clusters/compare/',
	pack: '/clusters/pack/',
	gaps: '/clusters/gaps/',
	numbers: '/clusters/numbers/',
	GECES: '/geces/',
	members: '/geces/members/',
	timeline: '/geces/timeline/',
	meetings: '/geces/meetings/',
	meeting: '/geces/meetings/2020-06-18-geces/',
	'meetings on a topic': '/geces/meetings/topic/clusters/',
	updates: '/updates/',
	update: '/updates/2019-07-potential-of-clusters/',
	digests: '/updates/digest/',
	guide: '/guide/',
	'guide page': '/guide/national-schemes/',
	'words explained': '/guide/words/',
	'check of a group': '/guide/is-our-group-a-cluster/',
	search: '/search/',
	calls: '/have-your-say/',
	call: '/have-your-say/clusters-2027/',
	'what happened': '/have-your-say/what-happened/',
	'what was sent': '/have-your-say/what-happened/sent/',
	correction: '/have-your-say/correct/',
	thanks: '/have-your-say/thanks/',
	proposal: '/clusters/propose/',
	contact: '/contact/',
	data: '/data/',
	about: '/about/',
	corrections: '/about/corrections/',
	privacy: '/privacy/',
} as const;

/** A phone on a slow line, as Lighthouse takes it. */
const LINE = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const CPU_SLOWDOWN = 4;
/** Long enough for what comes late. */
const REST_IN_MILLISECONDS = 1_000;

/** What a reader waits for who comes to a page for the first time. */
export interface Visit {
	/** Over the wire, headers included. */
	bytes: number;
	requests: number;
	/** Milliseconds to the largest paint, and until all scripts of the page have run. */
	painted: number;
	alive: number;
	/** How much moved, as a share of the screen. */
	shift: number;
}

/** Visits to a kind of page, and to the same words with Starlight: medians. */
export interface Readers {
	starlight: string;
	runs: number;
	pages: { page: string; site: Visit; starlight: Visit }[];
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
};

/** Serves a folder as hosts do, packed with Brotli. */
async function servePacked(folder: string) {
	const packed = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const path = decodeURI(URL.parse(request.url ?? '/', 'http://localhost')?.pathname ?? '/');
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		if (!existsSync(file) || !statSync(file).isFile()) {
			response.writeHead(404).end();
			return;
		}
		const isPacked = extname(file) !== '.woff2';
		const body = packed.get(file) ?? (isPacked ? brotliCompressSync(readFileSync(file)) : readFileSync(file));
		packed.set(file, body);
		response.writeHead(200, {
			'Content-Type': types[extname(file)] ?? 'application/octet-stream',
			...(isPacked ? { 'Content-Encoding': 'br' } : {}),
		});
		response.end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Comes to a page with nothing in the cache. */
async function visit(browser: Browser, address: string): Promise<Visit> {
	const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		let [bytes, requests] = [0, 0];
		session.on('Network.requestWillBeSent', () => {
			requests += 1;
		});
		session.on('Network.loadingFinished', ({ encodedDataLength }) => {
			bytes += encodedDataLength;
		});
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', LINE);
		await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
		await page.goto(address, { waitUntil: 'load' });
		await page.waitForTimeout(REST_IN_MILLISECONDS);
		const seen = await page.evaluate(async () => {
			const entriesOf = (type: string) =>
				new Promise<PerformanceEntry[]>((done) => {
					new PerformanceObserver((list) => {
						done(list.getEntries());
					}).observe({ type, buffered: true });
					// Where there are none, nobody is told.
					setTimeout(done, 200, []);
				});
			const [paints, shifts] = [await entriesOf('largest-contentful-paint'), await entriesOf('layout-shift')];
			const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
			return {
				painted: paints.at(-1)?.startTime ?? 0,
				shift: (shifts as (PerformanceEntry & { value: number })[]).reduce((sum, { value }) => sum + value, 0),
				alive: navigation?.domContentLoadedEventEnd ?? 0,
			};
		});
		return { bytes, requests, ...seen };
	} finally {
		await context.close();
	}
}

const middle = (visits: readonly Visit[]): Visit => {
	const of = (what: keyof Visit) => round(median(visits.map((one) => one[what])));
	return {
		bytes: of('bytes'),
		requests: of('requests'),
		painted: of('painted'),
		alive: of('alive'),
		shift: of('shift'),
	};
};

/** Comes to each kind of page of a built site, and to its peer, in turn. */
export async function measureReaders(site: string, runs: number): Promise<Readers> {
	const addresses = Object.values(pages);
	const [served, peer] = [await servePacked(site), await servePacked(buildStarlight(site, addresses))];
	const browserServer = await launchBrowser();
	try {
		const browser = await chromium.connect(browserServer.wsEndpoint());
		const measured: Readers['pages'] = [];
		for (const [page, address] of Object.entries(pages)) {
			const own: Visit[] = [];
			const starlight: Visit[] = [];
			for (let run = 0; run < runs; run += 1) {
				own.push(await visit(browser, served.address + address));
				starlight.push(await visit(browser, peer.address + address));
			}
			measured.push({ page, site: middle(own), starlight: middle(starlight) });
		}
		return { starlight: STARLIGHT, runs, pages: measured };
	} finally {
		await browserServer.close();
		for (const { server } of [served, peer]) server.close();
	}
}
