import { getCollection } from 'astro:content';
import { join } from 'node:path';
import { readHistory } from '../files/content-history.ts';
import { contentFolder } from '../files/folders.ts';
import { bodyOf } from '../files/front-matter.ts';
import { listPictures } from '../files/picture-facts.ts';
import { findPublished } from '../files/published-picture.ts';
import { readText } from '../files/read-text.ts';
import { siteToday } from '../formats/brussels-days.ts';
import { openCollections } from '../formats/entry-files.ts';
import { groupBy } from '../formats/group-by.ts';
import { renderMarkdown, type Picture } from '../formats/markdown.ts';
import { toPlainText } from '../formats/text.ts';
import {
	addressOf,
	entryCollections,
	hasBody,
	type CollectionName,
	type Entry,
	type EntryCollection,
} from '../schemas/collections.ts';
import { allChanges, type SiteChanges } from './changes.ts';
import { hasMdx } from './mdx.ts';
import { once } from './once.ts';
import { listOrders } from './order.ts';
import { shownOn, type All, type AllEntries } from './site.ts';

// Astro checked the fields by the schema of their collection, and does not carry its type.
const read = async <N extends CollectionName>(name: N) => (await getCollection(name)) as Entry<N>[];

const readInOrder = async <N extends EntryCollection>(name: N) => (await read(name)).sort(listOrders[name]);

async function loadAnew(): Promise<All> {
	const settings = (await read('site')).find(({ id }) => id === 'settings')?.data;
	if (!settings) throw new Error('content/site/settings.yaml is missing.');
	const entries = await Promise.all(entryCollections.map(async (name) => [name, await readInOrder(name)] as const));
	// One list for each name: the pairs lose which belongs to which.
	return { ...(Object.fromEntries(entries) as AllEntries), settings };
}

/** In a build once for all pages; in development each page asks anew, and shows what was saved. */
const loaded = <T>(load: () => Promise<T>): (() => Promise<T>) => (import.meta.env.DEV ? load : once(load));

/** All content, whether it shows yet or not. */
export const loadAll = loaded(loadAnew);

/** What the site shows on the day that it is built for. */
export const loadSite = loaded(async () => shownOn(await loadAll(), siteToday()));

/** The picture of a file in content/assets/ as pages show it, or undefined. */
export const findPicture = (file: string): Picture | undefined => findPublished(contentFolder, file);

/** All pictures in content/assets/, by file. Those that no page shows lie nowhere. */
export const pictureByFile = (): ReadonlyMap<string, Picture> =>
	new Map(
		listPictures(contentFolder).flatMap((file) => {
			const picture = findPicture(file);
			return picture ? [[file, picture] as const] : [];
		}),
	);

/** The text of an entry below its fields. */
const bodyIn = (collection: CollectionName, file: string): string =>
	bodyOf(readText(join(contentFolder, collection, file)) ?? '');

/** The body of an entry as safe HTML; empty if it is MDX. Read and rendered by the one page that shows it. */
export function bodyHtml(collection: CollectionName, id: string): string {
	if (collection === 'guide' && hasMdx(id)) return '';
	return renderMarkdown(bodyIn(collection, `${id}.md`), findPicture).html;
}

/** The words of an entry’s body. Of MDX, what is left without its imports and components. */
export function bodyText(collection: CollectionName, id: string): string {
	if (collection !== 'guide' || !hasMdx(id)) return toPlainText(bodyHtml(collection, id));
	const source = bodyIn(collection, `${id}.mdx`);
	const prose = source.replace(/^(?:import|export) .*$/gm, '').replace(/<[^>]*>/g, '');
	return toPlainText(renderMarkdown(prose, findPicture).html);
}

const HEADING = /^#{2,4} +(.+?) *#*$/gm;

/** The body of an entry as its file has it; empty if its kind has none. */
export const bodySource = (collection: CollectionName, id: string): string =>
	hasBody(collection) ? bodyIn(collection, `${id}.${collection === 'guide' && hasMdx(id) ? 'mdx' : 'md'}`) : '';

/** The headings in the body of an entry. */
export const headingsOf = (collection: CollectionName, id: string): string[] =>
	[...bodySource(collection, id).matchAll(HEADING)].map(([, heading = '']) => heading);

/** What git knows of the content. */
const loadHistory = once(() => Promise.resolve(readHistory(contentFolder, openCollections)));

/** What became of the entries that show, from git and corrections. */
export const loadChanges = loaded(async (): Promise<SiteChanges> => {
	const history = await loadHistory();
	const site = await loadSite();
	const all = allChanges(history, site, site.today);
	return { since: history.since, all, byEntry: groupBy(all, ({ collection, entry }) => `${collection}/${entry.id}`) };
});

/** What stands below the page of an entry: how it is cited, as of its last change, and what changed. */
export async function recordOf(collection: 'clusters' | 'updates', slug: string, title: string, datedOn: string) {
	const { since, byEntry } = await loadChanges();
	const { name, publisher } = (await loadSite()).settings;
	const changes = byEntry.get(`${collection}/${slug}`) ?? [];
	const newest = changes[0]?.on ?? datedOn;
	const url = new URL(addressOf(collection, slug), import.meta.env.SITE).href;
	const on = newest > datedOn ? newest : datedOn;
	return { since, changes, cited: { slug, title, site: name, publisher, on, url } };
}
