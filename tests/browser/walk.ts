import assert from 'node:assert/strict';
import { checkQuestions } from '../../src/model/self-check.ts';
import { until } from '../elsewhere/checks.ts';
import type { DrivenBrowser } from '../elsewhere/driven-browser.ts';
import type { Desk } from './edit/desk.ts';

/** A browser, and the site with editor and forms that it walks through. */
export interface Walk {
	browser: DrivenBrowser;
	desk: Desk;
	/** The addresses that were opened. */
	visited: string[];
}

const open = async ({ browser, desk, visited }: Walk, path: string): Promise<void> => {
	const address = new URL(path, desk.address).href;
	visited.push(address);
	// Another place behind the # would be the same page.
	await browser.open('about:blank');
	await browser.open(address);
	// WebKit’s driver goes on before the scripts have run.
	await until(async () => {
		assert.equal(await browser.run(() => document.readyState), 'complete');
	});
};

/** The words of the first such element, as they are seen; empty while it is hidden. */
const wordsOf = ({ browser }: Walk, selector: string): Promise<string> =>
	browser.run((wanted) => {
		const element = document.querySelector<HTMLElement>(wanted);
		return element && element.getClientRects().length > 0 ? element.innerText : '';
	}, selector);

const shows = (walk: Walk, selector: string, words: RegExp): Promise<void> =>
	until(async () => {
		assert.match(await wordsOf(walk, selector), words);
	});

const isAt = ({ browser }: Walk, address: RegExp): Promise<void> =>
	until(async () => {
		assert.match(await browser.run(() => location.href), address);
	});

/** Whether scripts, fonts, pictures and maps of the page have come from its own address. */
const hasAll = ({ browser, desk }: Walk): Promise<void> =>
	until(async () => {
		const { needed, font } = await browser.run(() => {
			const named = [...document.querySelectorAll('script[src], link[rel~="preload"], link[rel~="icon"], img, image')];
			const asked = performance.getEntriesByType('resource').map(({ name }) => name);
			return {
				needed: [...named.map((part) => part.getAttribute('src') ?? part.getAttribute('href') ?? ''), ...asked].map(
					(name) => new URL(name, location.href).href,
				),
				// Which may be there too late for this page, and serve the next.
				font: document.querySelector<HTMLLinkElement>('link[as="font"]')?.href ?? '',
			};
		});
		assert.ok(needed.some((address) => address.endsWith('.js')));
		assert.deepEqual(
			needed.filter((address) => !address.startsWith(desk.address) && !address.startsWith('blob:')),
			[],
		);
		assert.equal(
			await browser.run((url) => new FontFace('Title', `url(${url})`).load().then(({ status }) => status), font),
			'loaded',
		);
	});

/** Whether the map of the page has been drawn from its outlines. */
const hasMap = async (walk: Walk): Promise<void> => {
	await until(async () => {
		const isDrawn = await walk.browser.run(
			() =>
				// WebKit has no size of a picture that is fetched late.
				[...document.querySelectorAll<HTMLImageElement>('img[src*="/maps/"]')].some(
					({ naturalWidth }) => naturalWidth > 0,
				) ||
				performance
					.getEntriesByType('resource')
					.some(
						(entry) =>
							entry instanceof PerformanceResourceTiming && entry.name.includes('/maps/') && entry.decodedBodySize > 0,
					),
		);
		assert.ok(isDrawn);
	});
	await hasAll(walk);
};

/** Presses what is called so. */
const press = (walk: Walk, name: string): Promise<void> =>
	until(async () => {
		const isThere = await walk.browser.run((wanted) => {
			const buttons = document.querySelectorAll<HTMLElement>('button, [role="button"], [role="menuitem"]');
			const button = [...buttons].find((one) => one.innerText.trim() === wanted && !one.matches('[disabled]'));
			button?.click();
			return button !== undefined;
		}, name);
		assert.ok(isThere, `There is no “${name}”.`);
	});

const choose = ({ browser }: Walk, selector: string, value: string): Promise<void> =>
	browser.run(
		(wanted, chosen) => {
			const select = document.querySelector<HTMLSelectElement>(wanted);
			if (!select) throw new Error(`There is no ${wanted}.`);
			select.value = chosen;
			for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
		},
		selector,
		value,
	);

/** The page in the editor’s preview: what it says, and how it looks. */
const preview = ({ browser }: Walk) =>
	browser.run(() => {
		const shown = document.querySelector<HTMLIFrameElement>('iframe[title="The page as it will be"]')?.contentDocument;
		const title = shown?.querySelector('h1');
		const view = shown?.defaultView;
		if (!title || !view) throw new Error('There is no preview.');
		return {
			words: shown.body.innerText,
			font: view.getComputedStyle(title).fontFamily,
			maps: view.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/maps/')).length,
			width: title.getBoundingClientRect().width,
		};
	});

const draftedSummary = ({ browser }: Walk): Promise<string | null> =>
	browser.run(() => new URLSearchParams(location.hash.replace('#draft=', '')).get('summary'));

const marks = ({ browser }: Walk): Promise<string> =>
	browser.run(() => document.querySelector('[data-marks]')?.innerHTML ?? '');

const COUNTRIES = '[data-facet="country"] input[name]';
const SUMMARY = 'Growers of Riga sell together: “fresh”, 100 % local.';
const NAME = 'A hub of growers';
const SEND = '[data-hosted-form] button[type="submit"]';
const THANKS = /thanks\/\?reference=[A-Z0-9]{4}-[A-Z0-9]{4}.*#/;

/** What holds in every browser, in the order in which somebody comes to it. */
export const facts: readonly (readonly [sentence: string, make: (walk: Walk) => Promise<void>])[] = [
	[
		'the home page has its map, its fonts, and all that it asks for',
		async (walk) => {
			await open(walk, '/');
			await hasMap(walk);
		},
	],
	[
		'a search answers below the box',
		async (walk) => {
			await walk.browser.type('#q', 'food');
			await shows(walk, '[data-found]', /results for “food”/);
		},
	],
	[
		'the results have a page of their own',
		async (walk) => {
			await open(walk, '/search/?q=food');
			await shows(walk, '[data-found]', /results for “food”/);
			await hasAll(walk);
		},
	],
	[
		'a filter narrows list and map',
		async (walk) => {
			await open(walk, '/clusters/');
			await hasMap(walk);
			const before = await marks(walk);
			await walk.browser.click('[data-facet="country"] summary');
			await walk.browser.click(COUNTRIES);
			await shows(walk, '[data-status]', /^\d+ results?/);
			await until(async () => {
				assert.notEqual(await marks(walk), before);
			});
		},
	],
	[
		'“Back” shows the whole list again',
		async (walk) => {
			await walk.browser.run(() => {
				history.back();
			});
			await shows(walk, '[data-status]', /^All \d+$/);
			await isAt(walk, /\/clusters\/$/);
		},
	],
	[
		'of 131 filters pressed in a moment the last one stands in the address',
		async (walk) => {
			const country = await walk.browser.run((boxes) => {
				const [first, second] = document.querySelectorAll<HTMLInputElement>(boxes);
				for (let presses = 0; presses < 130; presses++) first?.click();
				second?.click();
				return second?.value ?? '';
			}, COUNTRIES);
			await isAt(walk, new RegExp(`\\?country=${country}$`));
			await shows(walk, '[data-status]', /^\d+ results?/);
		},
	],
	[
		'two profiles are chosen and stand side by side',
		async (walk) => {
			await open(walk, '/clusters/');
			for (const box of ['li:nth-child(1) [data-choose]', 'li:nth-child(2) [data-choose]']) {
				await walk.browser.click(`[data-results] ${box}`);
			}
			await shows(walk, '[data-tray-status]', /^2 chosen/);
			await walk.browser.click('[data-compare]');
			await isAt(walk, /\/compare\/\?c=/);
			await shows(walk, '[data-compared] table', /Members/);
		},
	],
	[
		'and are printed together',
		async (walk) => {
			await walk.browser.click('[data-actions] [data-pack]');
			await isAt(walk, /\/pack\/\?c=/);
			await shows(walk, '[data-packed]', /Sources/);
			const count = await walk.browser.run(() => document.querySelectorAll('[data-packed] > article').length);
			assert.equal(count, 2);
		},
	],
	[
		'a profile has its map',
		async (walk) => {
			await open(walk, '/clusters/act-group/');
			await hasMap(walk);
		},
	],
	[
		'the self-check judges ten answers',
		async (walk) => {
			await open(walk, '/guide/is-our-group-a-cluster/');
			for (const { id } of checkQuestions) await walk.browser.click(`[name="${id}"][value="yes"]`);
			await shows(walk, '[data-judgement]', /By the short definition\s+Yes/);
		},
	],
	[
		'a form says beside a field what is missing',
		async (walk) => {
			await open(walk, '/contact/');
			await walk.browser.click(SEND);
			await shows(walk, '[data-wrong]:not([hidden])', /Choose what it is about/);
		},
	],
	[
		'and thanks with a reference once it has been sent',
		async (walk) => {
			await walk.browser.click('[name="topic"]');
			await walk.browser.type('textarea[name="message"]', 'What we learned in Riga.');
			await walk.browser.click('[name="consent"]');
			// What was said beside the fields goes, and the button with it to another place.
			await until(async () => {
				assert.equal(await walk.browser.run(() => document.querySelectorAll('[data-wrong]:not([hidden])').length), 0);
			});
			await walk.browser.click(SEND);
			await isAt(walk, THANKS);
			await shows(walk, '[data-reference]', /[A-Z0-9]{4}-[A-Z0-9]{4}/);
		},
	],
	[
		'of 150 keystrokes in a second the address has the newest draft',
		async (walk) => {
			await open(walk, '/clusters/propose/');
			await walk.browser.run(async () => {
				const field = document.querySelector<HTMLTextAreaElement>('[name="summary"]');
				for (let keystrokes = 1; field && keystrokes <= 150; keystrokes++) {
					field.value = 'a'.repeat(keystrokes);
					field.dispatchEvent(new InputEvent('input', { bubbles: true }));
					await new Promise((done) => setTimeout(done, 5));
				}
			});
			await until(async () => {
				assert.equal(await draftedSummary(walk), 'a'.repeat(150));
			});
		},
	],
	[
		'the link to the content leads there, and leaves the draft in the address',
		async (walk) => {
			await walk.browser.run((text) => {
				const field = document.querySelector<HTMLTextAreaElement>('[name="summary"]');
				if (field) field.value = text;
				field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
			}, SUMMARY);
			const isDrafted = async () => {
				assert.equal(await draftedSummary(walk), SUMMARY);
			};
			await until(isDrafted);
			await walk.browser.run(() => {
				document.querySelector<HTMLElement>('a[href="#content"]')?.click();
			});
			await until(isDrafted);
			assert.equal(await walk.browser.run(() => document.activeElement?.id), 'content');
		},
	],
	[
		'whoever opens that address goes on with the draft',
		async (walk) => {
			await open(walk, await walk.browser.run(() => location.href));
			await until(async () => {
				const summary = await walk.browser.run(
					() => document.querySelector<HTMLTextAreaElement>('[name="summary"]')?.value,
				);
				assert.equal(summary, SUMMARY);
			});
		},
	],
	[
		'a proposal shows the profile that it would become, and nothing that nobody chose',
		async (walk) => {
			await walk.browser.type('[name="name"]', NAME);
			await press(walk, 'Show the future profile');
			await shows(walk, '[data-preview-area]', new RegExp(NAME));
			assert.doesNotMatch(await wordsOf(walk, '[data-preview-area]'), /Albania/);
		},
	],
	[
		'and is sent',
		async (walk) => {
			await choose(walk, '[name="country"]', 'LV');
			await walk.browser.click('[name="kind"][value="csei"]');
			await walk.browser.click('[name="themes[]"][value="food"]');
			await walk.browser.type('[name="source"]', 'https://www.example.org/hub');
			await walk.browser.click('[name="consent"]');
			await walk.browser.click(SEND);
			await isAt(walk, THANKS);
			await until(() => {
				assert.match(walk.desk.git('branch'), /cms\/clusters\/a-hub-of-growers/);
			});
		},
	],
	[
		'the editor lists the profiles',
		async (walk) => {
			await open(walk, '/admin/#/collections/clusters');
			await press(walk, 'Login');
			await shows(walk, 'body', /ACT Group/);
		},
	],
	[
		'the preview is the page, with its styles and its map',
		async (walk) => {
			await walk.browser.run(() => {
				location.hash = '/collections/clusters/entries/act-group';
			});
			await until(async () => {
				const { words, font, maps, width } = await preview(walk);
				assert.match(words, /ACT Group/);
				assert.match(font, /Instrument Serif/);
				assert.ok(maps > 0);
				assert.ok(width > 100);
			});
		},
	],
	[
		'what is typed stands in the preview',
		async (walk) => {
			await walk.browser.type('textarea[id^="summary-field"]', ' They grow.');
			await until(async () => {
				assert.match((await preview(walk)).words, /They grow\./);
			});
		},
	],
	[
		'what was saved is a draft in the repository',
		async (walk) => {
			await press(walk, 'Save');
			await until(() => {
				const text = walk.desk.read('content/clusters/act-group.md', 'cms/clusters/act-group');
				assert.match(text, /They grow\./);
			});
		},
	],
	[
		'the board has that draft, and the proposal',
		async (walk) => {
			await open(walk, '/admin/#/workflow');
			await shows(walk, 'body', /ACT Group/);
			await shows(walk, 'body', new RegExp(NAME));
		},
	],
	[
		'the console shows nothing',
		async ({ browser, visited }) => {
			assert.deepEqual(await browser.complaints(visited), []);
		},
	],
];
