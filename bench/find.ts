import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveSite } from '../src/local/serve.ts';
import type { Columns } from '../src/search/row-columns.ts';
import { launchBrowser } from '../tests/browser/launch-browser.ts';
import { workOf } from './main-thread.ts';
import { median, round } from './median.ts';
import { listFile, readRecords, writePeers, type IndexedRecord } from './peers.ts';
import { commonestWords, measureSearch, type Search } from './search.ts';

/** How fast a good typist types. */
const MILLISECONDS_A_KEY = 120;
/** What readers are promised, from the last key or click to what they asked for. */
const TARGET_IN_MILLISECONDS = 100;
/** The same for what names alone tell, and for any task while somebody types. */
const [TARGET_OF_NAMES_IN_MILLISECONDS, TASK_IN_MILLISECONDS] = [30, 50];
/** The same from a click on a filter to a new list. */
const TARGET_OF_FILTERS_IN_MILLISECONDS = 50;
const COLUMNS_BUDGET_IN_BYTES = 150_000;
const RUNS = 3;

/** Bytes as the host sends them, beside what they may be. */
export interface Weight {
	what: string;
	bytes: number;
	budget: number;
}

/** Milliseconds of a reader’s waiting, or of the page’s work meanwhile (median), beside what was promised. */
interface Wait {
	what: string;
	milliseconds: number;
	target: number;
}

/** The parts of Pagefind’s module that are measured. */
interface PagefindModule {
	createInstance: (options: object) => {
		search: (words: null, options: { filters: Record<string, string[]> }) => Promise<{ results: unknown[] }>;
		filters: () => Promise<unknown>;
	};
}

declare global {
	/** In the pages that are measured: mean milliseconds of what is done again and again. */
	var timeOf: (task: () => unknown) => Promise<number>;
	/** In the pages that are measured: calls with the time once what has changed is on the screen. */
	var afterPaint: (call: (now: number) => void) => void;
	/** In the pages that are measured: a module of their site. */
	var importFrom: (address: string) => Promise<unknown>;
}

/** Gives a page the means to measure. */
function prepareToMeasure(): void {
	globalThis.importFrom = (address) => import(address) as Promise<unknown>;
	globalThis.timeOf = async (task) => {
		await task();
		const started = performance.now();
		let tasks = 0;
		// Long enough for the clock of a browser, which shows tenths of a millisecond.
		while (tasks < 3 || performance.now() - started < 300) {
			await task();
			tasks += 1;
		}
		return (performance.now() - started) / tasks;
	};
	globalThis.afterPaint = (call) => {
		requestAnimationFrame(() =>
			setTimeout(() => {
				call(performance.now());
			}),
		);
	};
}

/** What finding costs in the browser. */
export interface Find {
	profiles: number;
	weights: Weight[];
	/** What the first results are made of, in bytes, and in how many files they come. */
	firstResult: { code: number; index: number; texts: number; files: number };
	/** The search by itself, beside MiniSearch. */
	search: Search;
	/** From the last key to the results on the screen, the pause of the box and painting included. */
	waits: Wait[];
	/** Milliseconds of filtering with the counts of all values: Pagefind’s filters, and ours on columns.json. */
	filters: { pagefind: number; columns: number; ratio: number };
}

const isText = (path: string) => /\.(?:html|js|json|css|svg|txt)$/.test(path);

/** What a file weighs on the wire. */
function weigh(folder: string, path: string): number {
	const file = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
	return isText(path) || path.endsWith('/') ? brotliCompressSync(file).length : file.length;
}

/** A word that one record has, one that a tenth of them have, and one that nearly all have. */
function wordsToAsk(records: readonly IndexedRecord[]): Record<'rare' | 'ordinary' | 'common', string> {
	const spread = new Map<string, number>();
	for (const { title, text } of records)
		for (const word of new Set(`${title} ${text}`.toLowerCase().match(/(?<!\p{L})[a-z]{6,}(?!\p{L})/gu)))
			spread.set(word, (spread.get(word) ?? 0) + 1);
	const nearest = (share: number) =>
		[...spread].reduce((best, word) => {
			const distance = ([, count]: [string, number]) => Math.abs(count - share * records.length);
			return distance(word) < distance(best) ? word : best;
		})[0];
	const rare = records
		.flatMap(({ title }) => title.toLowerCase().match(/^[a-z]{6,}/g) ?? [])
		.find((word) => spread.get(word) === 1);
	return { rare: rare ?? nearest(0), ordinary: nearest(0.1), common: 'social' };
}

/** Opens a page of a site in a browser that knows nothing of it yet, once it is at rest. */
async function openFresh<T>(browser: Browser, address: string, look: (page: Page, paths: string[]) => Promise<T>) {
	const context = await browser.newContext();
	try {
		await context.addInitScript(prepareToMeasure);
		const page = await context.newPage();
		const paths: string[] = [];
		page.on('request', (request) => paths.push(decodeURI(new URL(request.url()).pathname)));
		await page.goto(address, { waitUntil: 'networkidle' });
		return await look(page, paths);
	} finally {
		await context.close();
	}
}

/** Types words into the focused search box; milliseconds from the last key until their results are on the screen. */
async function timeAnswer(page: Page, words: string): Promise<number> {
	const answered = page.evaluate(
		(asked) =>
			new Promise<number>((done) => {
				let typedAt = 0;
				const note = ({ timeStamp }: Event) => {
					typedAt = timeStamp;
				};
				document.addEventListener('input', note, { capture: true });
				new MutationObserver((_, observer) => {
					const status = document.querySelector('[data-found]');
					if (!status?.textContent.includes(`“${asked}”`)) return;
					observer.disconnect();
					document.removeEventListener('input', note, { capture: true });
					afterPaint((now) => {
						done(now - typedAt);
					});
				}).observe(document.body, { childList: true, subtree: true });
			}),
		words,
	);
	await page.keyboard.type(words, { delay: MILLISECONDS_A_KEY });
	return answered;
}

/** Clicks a filter, and waits until the new list with its counts is on the screen, and until its last card is: marks say when. */
async function clickFilter(page: Page, facet: string, id: string): Promise<void> {
	const shown = page.evaluate(
		() =>
			new Promise<void>((done) => {
				const onceSo = (selector: string, isSo: (observed: Element) => boolean, call: () => void) => {
					const observed = document.querySelector(selector);
					if (!observed) throw new Error(`The page has no ${selector}.`);
					new MutationObserver((_, observer) => {
						if (!isSo(observed)) return;
						observer.disconnect();
						afterPaint(call);
					}).observe(observed, { attributes: true, childList: true, subtree: true });
				};
				document.addEventListener('change', () => performance.mark('bench-clicked'), { capture: true, once: true });
				const isAny = () => true;
				onceSo('[data-status]', isAny, () => performance.mark('bench-counts'));
				// As long as cards are still to come the list keeps its height.
				const isFilled = (results: Element) => !results.getAttribute('style');
				onceSo('[data-results]', isFilled, () => {
					performance.mark('bench-cards');
					done();
				});
			}),
	);
	await page.locator(`input[name="${facet}"][value="${id}"]`).click();
	await shown;
}

/** Everything fetched between reaching for the search box and the results for a word. Throws if any came before. */
async function fetchedForFirstResult(browser: Browser, address: string): Promise<string[]> {
	return openFresh(browser, address, async (page, paths) => {
		const early = paths.find((path) => /suggestions|search-page|^\/search\//.test(path));
		if (early) throw new Error(`${early} was fetched before the reader reached for the search box.`);
		const before = paths.length;
		await page.locator('#q').focus();
		await timeAnswer(page, 'food');
		return paths.slice(before);
	});
}

/** Waits in the search box, once loaded: each word is typed in a page that has answered another one. */
async function timeAnswers(browser: Browser, address: string, asked: Record<string, string>): Promise<Wait[]> {
	const waits: Wait[] = [];
	for (const [what, words] of Object.entries(asked)) {
		const times: number[] = [];
		for (let run = 0; run < RUNS; run += 1)
			times.push(
				await openFresh(browser, address, async (page) => {
					await page.locator('#q').focus();
					await timeAnswer(page, 'zagreb');
					await page.locator('#q').fill('');
					return timeAnswer(page, words);
				}),
			);
		waits.push({
			what: `search box, ${what} word: ${words}`,
			milliseconds: round(median(times)),
			target: TARGET_IN_MILLISECONDS,
		});
	}
	return waits;
}

const clicks = [
	['theme', 'food'],
	['service', 'training'],
	['country', 'FR'],
] as const;

/** The work of a page after clicks on filters, one after the other, so that each narrows the list further. */
async function measureFilters(browser: Browser, address: string): Promise<Wait[]> {
	const work = clicks.map(() => ({ counts: [] as number[], cards: [] as number[] }));
	for (let run = 0; run < RUNS; run += 1)
		await openFresh(browser, new URL('clusters/', address).href, async (page) => {
			for (const [index, [facet, id]] of clicks.entries()) {
				await page.locator(`[data-facet="${facet}"] > summary`).click();
				await page.waitForLoadState('networkidle');
				const { between } = await workOf(browser, page, () => clickFilter(page, facet, id));
				work[index]?.counts.push(...between('bench-clicked', 'bench-counts'));
				work[index]?.cards.push(...between('bench-clicked', 'bench-cards'));
			}
		});
	return work.flatMap(({ counts, cards }, index) =>
		Object.entries({ counts, cards }).map(([what, values]) => ({
			what: `filter ${clicks[index]?.join(' ') ?? ''}, work up to ${what}`,
			milliseconds: round(median(values)),
			target: TARGET_OF_FILTERS_IN_MILLISECONDS,
		})),
	);
}

/** Puts each word into the search box at once, and waits for its results: what the slowest answers take of the page. */
const measureCommonWords = (browser: Browser, address: string, words: readonly string[]) =>
	openFresh(browser, address, async (page) => {
		await page.locator('#q').focus();
		await timeAnswer(page, 'zagreb');
		const askAll = (asked: readonly string[]) =>
			page.evaluate(async (all) => {
				const [box, status] = [document.querySelector<HTMLInputElement>('#q'), document.querySelector('[data-found]')];
				const list = document.querySelector('[data-over]');
				if (!box || !status || !list) throw new Error('The page has no search box.');
				for (const word of all) {
					await new Promise((done) => setTimeout(done, 60));
					await new Promise<void>((done) => {
						performance.mark('bench-asked');
						let isFirst = true;
						const observer = new MutationObserver(() => {
							if (isFirst) performance.mark('bench-first');
							isFirst = false;
							if (!status.textContent.includes(`“${word}”`)) return;
							observer.disconnect();
							performance.mark('bench-all');
							done();
						});
						for (const changing of [status, list]) observer.observe(changing, { childList: true, subtree: true });
						box.value = word;
						box.dispatchEvent(new InputEvent('input', { bubbles: true }));
					});
				}
			}, asked);
		const { between, longestTask } = await workOf(browser, page, () => askAll(words));
		return {
			first: Math.max(...between('bench-asked', 'bench-first')),
			all: Math.max(...between('bench-asked', 'bench-all')),
			longestTask,
		};
	});

/** Times one choice of filters with the counts of every value. Throws if both do not find the same number. */
const timeFilterAlone = (browser: Browser, address: string) =>
	openFresh(browser, address, (page) =>
		page.evaluate(
			async (choices) => {
				const [{ createInstance }, { openColumns }, columns] = await Promise.all([
					importFrom('/pagefind/pagefind.js') as Promise<PagefindModule>,
					importFrom('/filter-rows.js') as Promise<typeof import('../src/search/filter-rows.ts')>,
					fetch('/columns.json').then((response) => response.json() as Promise<Columns>),
				]);
				const index = createInstance({ basePath: '/pagefind/', noWorker: true });
				// Pagefind counts the values of filters that it has loaded.
				await index.filters();
				const rows = openColumns(columns);
				const found = (await index.search(null, { filters: choices })).results.length;
				const { size } = rows.filter(choices).rows;
				if (found !== size) throw new Error(`Pagefind finds ${found} profiles, our filter ${size}.`);
				return {
					pagefind: await timeOf(() => index.search(null, { filters: choices })),
					columns: await timeOf(() => rows.filter(choices)),
				};
			},
			{ theme: ['food'], service: ['training'] },
		),
	);

/** Measures finding in a built site, in the browser. Throws if the search is fetched before anybody reaches for it. */
export async function measureFind(site: string, firstResultBudget: number): Promise<Find> {
	const peers = mkdtempSync(join(tmpdir(), 'peers-'));
	const browserServer = await launchBrowser();
	const [served, servedPeers] = [await serveSite(site, 0), await serveSite(peers, 0)];
	try {
		await writePeers(site, peers);
		const browser = await chromium.connect(browserServer.wsEndpoint());
		const asked = wordsToAsk(readRecords(site));
		const fetched = await fetchedForFirstResult(browser, served.address);
		const bytesOf = (pattern: RegExp) =>
			fetched.filter((path) => pattern.test(path)).reduce((sum, path) => sum + weigh(site, path), 0);
		const firstResult = {
			code: bytesOf(/\.js$/),
			index: bytesOf(/\.json$/),
			texts: bytesOf(/\.txt$/),
			files: fetched.length,
		};
		const waits = [
			...(await timeAnswers(browser, served.address, asked)),
			...(await measureFilters(browser, served.address)),
		];
		const common = await measureCommonWords(browser, served.address, commonestWords(readRecords(site), 100));
		for (const [what, milliseconds, target] of [
			['hundred commonest words, work up to the slowest first results', common.first, TARGET_OF_NAMES_IN_MILLISECONDS],
			['hundred commonest words, work up to the slowest whole answer', common.all, TARGET_IN_MILLISECONDS],
			['hundred commonest words, the longest task', common.longestTask, TASK_IN_MILLISECONDS],
		] as const)
			waits.push({ what, milliseconds: round(milliseconds), target });
		const filters = await timeFilterAlone(browser, servedPeers.address);
		return {
			profiles: (JSON.parse(readFileSync(join(site, listFile(site, 'names.json')), 'utf8')) as unknown[]).length,
			weights: [
				{
					what: 'first search result',
					bytes: bytesOf(/./),
					budget: firstResultBudget,
				},
				{ what: 'columns.json', bytes: weigh(site, listFile(site, 'columns.json')), budget: COLUMNS_BUDGET_IN_BYTES },
			],
			firstResult,
			waits,
			search: await measureSearch(site, peers, Object.values(asked), firstResult.code),
			filters: {
				pagefind: round(filters.pagefind),
				columns: round(filters.columns),
				ratio: round(filters.pagefind / filters.columns),
			},
		};
	} finally {
		await browserServer.close();
		for (const { server } of [served, servedPeers]) server.close();
		rmSync(peers, { recursive: true, force: true });
	}
}
