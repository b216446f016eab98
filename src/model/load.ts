import { readHistory } from '../files/content-history.ts';
import { contentFolder } from '../files/folders.ts';
import { takeOrMake } from '../files/last-build.ts';
import { listPictures } from '../files/picture-facts.ts';
import { findPublished } from '../files/published-picture.ts';
import type { Body, ReadContent } from '../files/read-content.ts';
import { siteContent } from '../files/site-content.ts';
import { siteToday } from '../formats/brussels-days.ts';
import { openCollections } from '../formats/entry-files.ts';
import { groupBy } from '../formats/group-by.ts';
import { renderMarkdown, type Picture } from '../formats/markdown.ts';
import { toPlainText } from '../formats/text.ts';
import {
	addressOf,
	collectionNames,
	entryCollections,
	type CollectionName,
	type Entry,
	type EntryCollection,
} from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { allChanges, type SiteChanges } from './changes.ts';
import { dataFilesOf, openEntriesOf, type DataFile } from './data-files.ts';
import { hasMdx } from './mdx.ts';
import { once, oncePer } from './once.ts';
import { listOrders } from './order.ts';
import { shownOn, steadySettings, type All, type AllEntries } from './site.ts';

function inOrder<N extends EntryCollection>(name: N): Entry<N>[] {
	const entries: readonly Entry<N>[] = siteContent().entries[name];
	// What an order does not tell apart stays by slug.
	return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).sort(listOrders[name]);
}

function loadAnew(): Promise<All> {
	const settings = siteContent().entries.site.find(({ id }) => id === 'settings')?.data;
	if (!settings) throw new Error('content/site/settings.yaml is missing.');
	// One list for each name: the pairs lose which belongs to which.
	const entries = Object.fromEntries(entryCollections.map((name) => [name, inOrder(name)])) as AllEntries;
	return Promise.resolve({ ...entries, settings });
}

/** In a build once for all pages; in development each page asks anew, and shows what was saved. */
const loaded = <T>(load: () => Promise<T>): (() => Promise<T>) => (import.meta.env.DEV ? load : once(load));

/** All content, whether it shows yet or not. */
export const loadAll = loaded(loadAnew);

/** What the site shows on the day that it is built for. */
export const loadSite = loaded(async () => shownOn(await loadAll(), siteToday()));

/** The settings, as far as they are part of what makes pages (build/site-build.ts). */
export const loadSettings = async (): Promise<SiteSettings> => steadySettings((await loadAll()).settings);

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

/** The texts of all entries below their fields, by collection and slug. */
const bodiesIn = oncePer(
	({ entries }: ReadContent) =>
		new Map(
			collectionNames.flatMap((collection) =>
				entries[collection].map(({ id, body }) => [`${collection}/${id}`, body] as const),
			),
		),
);

const bodyOf = (collection: CollectionName, id: string): Body | undefined =>
	bodiesIn(siteContent()).get(`${collection}/${id}`);

/** The body of an entry as safe HTML; empty if it is MDX. */
export const bodyHtml = (collection: CollectionName, id: string): string => bodyOf(collection, id)?.html ?? '';

/** The words of an entry’s body. Of MDX, what is left without its imports and components. */
export function bodyText(collection: CollectionName, id: string): string {
	if (collection !== 'guide' || !hasMdx(id)) return toPlainText(bodyHtml(collection, id));
	const prose = bodySource(collection, id)
		.replace(/^(?:import|export) .*$/gm, '')
		.replace(/<[^>]*>/g, '');
	return toPlainText(renderMarkdown(prose, findPicture).html);
}

const HEADING = /^#{2,4} +(.+?) *#*$/gm;

/** The body of an entry as its file has it; empty if its kind has none. */
export const bodySource = (collection: CollectionName, id: string): string => bodyOf(collection, id)?.source ?? '';

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

/** All files of open data. */
export const loadDataFiles = loaded(async (): Promise<readonly DataFile[]> => {
	const site = await loadSite();
	const at = import.meta.env.SITE;
	const make = () => dataFilesOf(site, at);
	return import.meta.env.DEV ? make() : takeOrMake('data-files', [at, openEntriesOf(site)], make);
});

/** What stands below the page of an entry of a collection: how it is cited, as of its last change, and what changed. */
export async function recordFinder(collection: 'clusters' | 'updates') {
	const { since, byEntry } = await loadChanges();
	const { name, publisher } = (await loadSite()).settings;
	return (slug: string, title: string, datedOn: string) => {
		const changes = byEntry.get(`${collection}/${slug}`) ?? [];
		const newest = changes[0]?.on ?? datedOn;
		const url = new URL(addressOf(collection, slug), import.meta.env.SITE).href;
		const on = newest > datedOn ? newest : datedOn;
		return { since, changes, cited: { slug, title, site: name, publisher, on, url } };
	};
}
