// `npm run check-webkit`: opens the built site in WebKit, the engine of Safari, as `npm start` serves it.
import assert from 'node:assert/strict';
import { serveSite } from '../../src/local/serve.ts';
import { builtFolder, filesOf, isPage } from './built-site.ts';
import { tellChecks, until } from './checks.ts';
import { launchWebKit } from './webkit.ts';

const folder = builtFolder();
const { window, consoleOf, close } = await launchWebKit();
const { run, click, type } = window;

/** How the server answered each path, the last time that it was asked. */
const answers = new Map<string, number>();
const pathIn = (url: string): string => new URL(url, 'http://localhost').pathname;
const { server, address } = await serveSite(folder, 0, ({ url = '/' }, response, next) => {
	response.on('finish', () => answers.set(pathIn(url), response.statusCode));
	next();
});
const { check, end } = tellChecks();
const visited: string[] = [];

/** What the page that is open needs: what it names, and what its scripts and styles asked for. */
const neededByPage = () =>
	run(() => {
		const named = [
			...document.querySelectorAll('script[src], link[rel~="preload"], link[rel~="icon"], img, image'),
		].map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
		const asked = performance.getEntriesByType('resource').map(({ name }) => name);
		return [...named, ...asked].map((name) => new URL(name, location.href).href);
	});

const fontsOfPage = () => run(() => [...document.fonts].map(({ family, status }) => `${family}: ${status}`));

/** Opens a page, checks that it works, and that all it needs came. */
async function visit(path: string, works: Record<string, () => Promise<void>> = {}): Promise<void> {
	console.log(`\n${path}`);
	const url = new URL(path, address).href;
	visited.push(url);
	await window.open(url);
	for (const [sentence, make] of Object.entries(works)) await check(sentence, make);
	await check('everything that the page needs has come, from http://localhost', () =>
		until(async () => {
			const needed = await neededByPage();
			assert.ok(needed.some((name) => name.endsWith('.js')));
			const lacking = needed.filter((name) => !name.startsWith(address) || answers.get(pathIn(name)) !== 200);
			assert.deepEqual(lacking, []);
		}),
	);
	await check('its fonts have loaded', () =>
		until(async () => {
			const fonts = await fontsOfPage();
			assert.ok(fonts.includes('Instrument Serif: loaded'), fonts.join(', '));
			assert.ok(!fonts.some((font) => font.endsWith('error')), fonts.join(', '));
		}),
	);
}

/** Waits until the first such element shows these words. */
const shows = (selector: string, words: RegExp): Promise<void> =>
	until(async () => {
		const shown = await run((wanted) => {
			const element = document.querySelector<HTMLElement>(wanted);
			return element?.checkVisibility() ? element.innerText : '';
		}, selector);
		assert.match(shown, words);
	});

const hasMap = (): Promise<void> =>
	until(async () => {
		const maps = (await neededByPage()).map(pathIn).filter((path) => path.startsWith('/maps/'));
		assert.ok(maps.length > 0);
		for (const map of maps) assert.equal(answers.get(map), 200, map);
	});

try {
	console.log(`${window.name} at ${address}`);

	await visit('/', {
		'its map has come': hasMap,
		'a search answers below the box': async () => {
			await type('#q', 'food');
			await shows('[data-found]', /results for “food”/);
		},
	});

	let profile = '';
	await visit('/clusters/', {
		'its map has come': hasMap,
		'a filter narrows list and map': async () => {
			profile = await run(() => document.querySelector('[data-results] h3 a')?.getAttribute('href') ?? '');
			const marks = () => run(() => document.querySelector('[data-marks]')?.innerHTML ?? '');
			const before = await marks();
			await click('[data-facet="country"] summary');
			await click('[data-facet="country"] input');
			await shows('[data-status]', /^\d+ of \d+ profiles: /);
			await until(async () => {
				assert.notEqual(await marks(), before);
			});
		},
	});

	await visit(profile, { 'its map has come': hasMap });

	await visit('/search/?q=food', {
		'the results appear': () => shows('[data-found]', /results for “food”/),
	});

	const forms = filesOf(folder).filter((file) => isPage(file) && file.read().includes('data-hosted-form'));
	if (forms.length === 0) console.log('\nNo page has a form that is sent.');
	for (const { path } of forms) {
		await visit(path, {
			// Only script offers it.
			'the form can be downloaded': () => shows('[data-download]', /^\s*Download what I wrote/),
			'the form says beside a field what is missing': async () => {
				await click('[data-hosted-form] button[type="submit"]');
				await shows('[data-wrong]:not([hidden])', /needed/);
			},
		});
	}

	console.log('\nAll of them');
	await check('no request failed', () => {
		assert.deepEqual(
			[...answers].filter(([, status]) => status >= 400),
			[],
		);
	});
	await check('the console shows nothing', async () => {
		assert.deepEqual(await consoleOf(visited), []);
	});
} finally {
	await close();
	server.close();
	server.closeAllConnections();
}
end();
