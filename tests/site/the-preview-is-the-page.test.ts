import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { bodyOf } from '../../src/files/front-matter.ts';
import { readContent } from '../../src/files/read-content.ts';
import type { PreviewSite } from '../../src/preview/preview-site.ts';
import type { renderPreview as RenderPreview } from '../../src/preview/render-preview.ts';
import { collectionNames, collections, type Collection, type CollectionName } from '../../src/schemas/collections.ts';
import { useBrowser, withPage } from '../browser/with-page.ts';
import { fieldsOf } from '../entries.ts';
import { textOf } from './pages.ts';

const fileOfSite = (path: string) => join(inject('siteFolder'), path);
const textOfSite = (path: string) => readFileSync(fileOfSite(path), 'utf8');
const { renderPreview } = (await import(pathToFileURL(fileOfSite('admin/preview.js')).href)) as {
	renderPreview: typeof RenderPreview;
};
const site = JSON.parse(textOfSite('admin/preview-site.json')) as PreviewSite;
const { entries } = readContent('content');

const documentOf = (html: string) => (parseHTML(html) as unknown as { document: Document }).document;
/** A preview as it would be outside a frame, where links to places on the page need no more than their #. */
const unframed = (html: string) =>
	html.replaceAll('<a target="_self"', '<a').replaceAll('href="about:srcdoc#', 'href="#');
const previewOf = async (collection: CollectionName, data: unknown, body = '', slug = 'a-draft') =>
	documentOf(await renderPreview(collection, { slug, data, body }, site));

/** What an entry is on its page, without scripts: a row of it, the head of the home page, or all between header and footer. */
function partOf(collection: CollectionName, document: Document, anchor: string | undefined): string | undefined {
	for (const script of document.querySelectorAll('script')) script.remove();
	const place = anchor ? document.getElementById(anchor) : null;
	const part = anchor
		? (place?.closest('.organisation') ?? place)
		: document.querySelector(collection === 'site' ? '.hero' : 'main');
	// A page numbers its sources over all its rows, a preview those of the one row.
	for (const mark of part?.querySelectorAll('sup.marks a') ?? []) if (anchor) mark.replaceWith('n');
	return part?.outerHTML;
}

/** Where an entry is shown: the page, and its anchor there. */
function placeOf(collection: CollectionName, id: string) {
	const { address }: Collection = collections[collection];
	const [path = '/', anchor] = address?.(id).split('#') ?? [];
	return { path, anchor };
}

interface ReadEntry {
	id: string;
	data: unknown;
	file: string;
}

const draftOf = ({ id, data, file }: ReadEntry) => ({
	slug: id,
	data,
	body: file.endsWith('.yaml') ? '' : bodyOf(readFileSync(join('content', file), 'utf8')),
});

/** Of points and receipts there are none in the content yet; signposts and names of places have no page. */
const shownCollections = collectionNames.filter(
	(name) => !['points', 'receipts', 'signposts', 'places'].includes(name),
);

describe.each(shownCollections)('the preview of an entry in %s', (collection) => {
	test.each<ReadEntry>(entries[collection])('is what the page shows: $id', async (entry) => {
		const { path, anchor } = placeOf(collection, entry.id);
		const page = documentOf(textOfSite(`${path}index.html`));
		const preview = documentOf(unframed(await renderPreview(collection, draftOf(entry), site)));
		// Those of whom a source says the same stand there by their names.
		const shared = anchor && page.getElementById(anchor)?.closest('.several') ? page.getElementById(anchor) : undefined;
		if (shared) expect(textOf(preview.querySelector('.names span'))).toBe(textOf(shared));
		else expect(partOf(collection, preview, anchor)).toBe(partOf(collection, page, anchor));
	});
});

test.each(['signposts', 'places'] as const)(
	'the preview of an entry in %s says by which words it is found',
	async (collection) => {
		for (const entry of entries[collection]) {
			const preview = await previewOf(collection, entry.data);
			const words = collection === 'places' ? 'otherNames' : 'keywords';
			expect([...preview.querySelectorAll('main li')].map(textOf)).toEqual(Reflect.get(entry.data, words) ?? []);
		}
	},
);

test('the preview of a receipt is its line in the list of all that was sent', async () => {
	const receipt = fieldsOf('receipts', { state: 'not-taken', changedOn: '2027-02-03', reason: 'It is no cluster.' });
	const preview = await previewOf('receipts', receipt);
	expect([...preview.querySelectorAll('main li[data-receipt] :not(:has(*))')].map(textOf)).toEqual([
		'K7WQ-3MTD',
		'View or example, received on 1 February 2027',
		'Not taken up on 3 February 2027',
		'It is no cluster.',
	]);
});

test.each(['header', 'footer'])('the %s of a preview is that of the page', async (element) => {
	const page = documentOf(textOfSite('updates/index.html'));
	const preview = await previewOf('updates', fieldsOf('updates'));
	expect(textOf(preview.querySelector(element)).replace(/\S+\/a-draft\//, '')).toBe(
		textOf(page.querySelector(element)).replace(/\S+\/updates\//, ''),
	);
});

describe.each(collectionNames)('a draft in %s', (collection) => {
	test('that is empty has a page, and says what is missing', async () => {
		const preview = await previewOf(collection, {});
		expect(textOf(preview.querySelector('aside.notes'))).toMatch(/^Not filled in yet/);
		expect(textOf(preview.querySelector('main'))).not.toBe('');
	});

	test('that is whole has no notes', async () => {
		expect((await previewOf(collection, fieldsOf(collection))).querySelector('aside.notes')).toBeNull();
	});
});

/** Every text and address of an entry, however deep, replaced; ids and days stay, so that what they stand in is shown. */
const withTexts = (value: unknown, text: string): unknown => {
	if (typeof value === 'string') return /[\s:]/.test(value) ? text : value;
	if (Array.isArray(value)) return value.map((item) => withTexts(item, text));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, text)]));
};

const hostileTexts = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'javascript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'//evil.example',
	'</main></body><iframe src="//evil.example">',
];

describe.each(collectionNames)('a hostile draft in %s', (collection) => {
	const fields = entries[collection][0]?.data ?? fieldsOf(collection);

	test.each(hostileTexts)('cannot act: %s', async (text) => {
		const body = `${text}\n\n[x](${text})\n\n![x](${text})`;
		const preview = await previewOf(collection, withTexts(fields, text), body, text);
		expect(preview.querySelectorAll('script, iframe, img, object, embed, base[href], meta[http-equiv]')).toHaveLength(
			0,
		);
		for (const element of preview.querySelectorAll('*')) {
			for (const { name, value } of element.attributes) {
				expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
				if (['href', 'src', 'action'].includes(name))
					expect(value).toMatch(/^(?:https?:\/\/|mailto:|\/(?!\/)|about:srcdoc#)/);
			}
		}
	});
});

test('what is wrong in the text of a draft is said above its page', async () => {
	const preview = await previewOf('updates', fieldsOf('updates'), '<b>x</b>');
	expect(textOf(preview.querySelector('aside.notes'))).toMatch(/^The text has raw HTML: <b>\. Use Markdown/);
});

test('a picture that the editor has just chosen is shown', async () => {
	const html = await renderPreview(
		'updates',
		{ data: fieldsOf('updates'), body: '![A house](../assets/a-house.jpg)' },
		site,
		(file) => (file === 'a-house.jpg' ? { src: '/new.jpg', width: 4, height: 3 } : undefined),
	);
	expect(html).toContain('<img src="/new.jpg" alt="A house" width="4" height="3" loading="lazy">');
});

describe('what an editor’s browser loads', () => {
	test.each([
		['admin/preview.js', 150_000],
		['admin/preview.css', 8_000],
		['admin/preview-site.json', 15_000],
	])('is light: %s has at most %i bytes over the wire', (path, most) => {
		expect(brotliCompressSync(readFileSync(fileOfSite(path))).length).toBeLessThan(most);
	});

	test('names no folder of the machine that built it', () => {
		expect(textOfSite('admin/preview.js')).not.toContain(process.cwd());
	});

	test('asks for no other module', () => {
		expect(textOfSite('admin/preview.js')).not.toMatch(/^\s*import\b|\bfrom\s*["'](?:node:)?\w/m);
	});
});

/** Place, size, colours and type of every element between header and footer. */
const LOOKS = `document.fonts.ready.then(() => [...document.querySelectorAll('main *:not(script)')].map((element) => {
	const { x, y, width, height } = element.getBoundingClientRect();
	const { color, backgroundColor, fontFamily, fontSize, fontWeight } = getComputedStyle(element);
	return [element.tagName, x, y, width, height, color, backgroundColor, fontFamily, fontSize, fontWeight].join(' ');
}))`;

describe('in a browser', () => {
	useBrowser();

	test.each(['clusters', 'calls'] as const)(
		'the same preview in %s comes out, under the policy of reading pages',
		async (collection) => {
			const [entry] = entries[collection];
			if (!entry) throw new Error(`There is nothing in ${collection}.`);
			const draft = draftOf(entry);
			const shown = await withPage('/about/', {}, (page) =>
				page.evaluate(`(async () => {
				const { renderPreview } = await import('/admin/preview.js');
				const site = await (await fetch('/admin/preview-site.json')).json();
				return renderPreview('${collection}', ${JSON.stringify(draft)}, site);
			})()`),
			);
			expect(shown).toBe(await renderPreview(collection, draft, site));
		},
	);

	test('a link to a source leads to it inside the frame', async () => {
		const [entry] = entries.clusters;
		if (!entry) throw new Error('There is no profile.');
		const html = await renderPreview('clusters', draftOf(entry), site);
		const anchor = await withPage('/about/', {}, async (page) => {
			// The page of an editor: no reading page may hold a frame.
			await page.route('**/an-editor/', (route) =>
				route.fulfill({ contentType: 'text/html', body: '<iframe></iframe>' }),
			);
			await page.goto(new URL('/an-editor/', page.url()).href);
			await page.locator('iframe').evaluate((frame: HTMLIFrameElement, text) => {
				frame.srcdoc = text;
			}, html);
			await page.frameLocator('iframe').getByRole('link', { name: 'Source 1', exact: true }).first().click();
			return page.frameLocator('iframe').locator(':target').getAttribute('id');
		});
		expect(anchor).toBe('source-1');
	});

	describe.each(['light', 'dark'] as const)('where the reader’s colours are %s', (colorScheme) => {
		test.each(['clusters', 'updates', 'meetings', 'calls', 'guide'] as const)(
			'a preview in %s looks as the page does',
			async (collection) => {
				const entry = entries[collection].at(-1);
				if (!entry) throw new Error(`There is nothing in ${collection}.`);
				const { path } = placeOf(collection, entry.id);
				const html = await renderPreview(collection, draftOf(entry), site);
				// What a page does for itself by script is no part of how it looks.
				const [looks, previewLooks] = await withPage(path, { colorScheme, javaScriptEnabled: false }, async (page) => {
					// A font is used where it comes in time, so it would stand in one of them alone.
					await page.route('**/*.woff2', (route) => route.abort());
					await page.reload();
					const ofPage = await page.evaluate(LOOKS);
					await page.route('**/a-preview/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
					await page.goto(new URL('/a-preview/', page.url()).href);
					return [ofPage, await page.evaluate(LOOKS)];
				});
				expect(previewLooks).toEqual(looks);
			},
		);
	});
});
