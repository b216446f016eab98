import { getCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentFolder } from '../files/folders.ts';
import { bodyOf } from '../files/front-matter.ts';
import { renderMarkdown, type Picture } from '../formats/markdown.ts';
import { toPlainText } from '../formats/text.ts';
import type { CollectionName, Entry } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { hasCome, siteToday } from './brussels-days.ts';
import { daysOfChange } from './days-of-change.ts';
import { pointsShownOn } from './ledger.ts';
import { hasMdx } from './mdx.ts';
import { byName, byOrder, byTerm, newestFirst, oldestFirst } from './order.ts';
import { latestReceived } from './receipts.ts';

/** Everything a page can ask for: all entries, the settings, and the day the site is built for. */
export interface Site {
	clusters: Entry<'clusters'>[];
	/** Newest first. */
	updates: Entry<'updates'>[];
	/** Newest first. */
	meetings: Entry<'meetings'>[];
	calls: Entry<'calls'>[];
	/** Those of which a step has come, newest step first. */
	points: Entry<'points'>[];
	/** What became of all that was sent, newest first. */
	receipts: Entry<'receipts'>[];
	guide: Entry<'guide'>[];
	terms: Entry<'terms'>[];
	organisations: Entry<'organisations'>[];
	/** Oldest first. */
	milestones: Entry<'milestones'>[];
	settings: SiteSettings;
	today: string;
	/** Days to come on which pages will show something else. */
	daysOfChange: string[];
}

async function entriesOf<N extends CollectionName>(name: N): Promise<Entry<N>[]> {
	return (await getCollection(name)) as unknown as Entry<N>[];
}

async function load(): Promise<Site> {
	const [clusters, updates, meetings, calls, points, receipts, guide, terms, organisations, milestones, site] =
		await Promise.all([
			entriesOf('clusters'),
			entriesOf('updates'),
			entriesOf('meetings'),
			entriesOf('calls'),
			entriesOf('points'),
			entriesOf('receipts'),
			entriesOf('guide'),
			entriesOf('terms'),
			entriesOf('organisations'),
			entriesOf('milestones'),
			entriesOf('site'),
		]);
	const settings = site.find(({ id }) => id === 'settings')?.data;
	if (!settings) throw new Error('content/site/settings.yaml is missing.');
	const today = siteToday();
	const all = { clusters, updates, meetings, calls, points, milestones, settings };
	return {
		clusters: clusters.sort(byName),
		// An update may be written ahead; it shows from its day on.
		updates: updates.filter(({ data }) => hasCome(data.date, today)).sort(newestFirst),
		meetings: meetings.sort(newestFirst),
		calls: calls.sort((a, b) => b.data.opensOn.localeCompare(a.data.opensOn)),
		points: pointsShownOn(points, today),
		receipts: receipts.sort(latestReceived),
		guide: guide.sort(byOrder),
		terms: terms.sort(byTerm),
		organisations: organisations.sort(byName),
		milestones: milestones.sort(oldestFirst),
		settings,
		today,
		daysOfChange: daysOfChange(all, today),
	};
}

let loaded: Promise<Site> | undefined;

/** Loads all content; in a build only once, so that ten thousand pages do not ask ten thousand times. */
export function loadSite(): Promise<Site> {
	if (import.meta.env.DEV) return load();
	loaded ??= load();
	return loaded;
}

const pictures = import.meta.glob<Picture>('@content/assets/**/*.{jpg,jpeg,png,webp,avif}', {
	eager: true,
	import: 'default',
});

const assets = `/${basename(contentFolder)}/assets/`;
/** The pictures in content/assets/, by file. */
export const pictureByFile: ReadonlyMap<string, Picture> = new Map(
	Object.entries(pictures).map(([path, picture]) => [path.slice(path.lastIndexOf(assets) + assets.length), picture]),
);

/** The picture of a file in content/assets/, or undefined. */
export const findPicture = (file: string): Picture | undefined => pictureByFile.get(file);

/** The body of an entry as safe HTML; empty if it has none. Read and rendered by the one page that shows it. */
export function bodyHtml(collection: CollectionName, id: string): string {
	return renderMarkdown(bodyOf(readFileSync(join(contentFolder, collection, `${id}.md`), 'utf8')), findPicture).html;
}

/** The words of an entry’s body. Of MDX, what is left without its imports and components. */
export function bodyText(collection: CollectionName, id: string): string {
	if (collection !== 'guide' || !hasMdx(id)) return toPlainText(bodyHtml(collection, id));
	const source = bodyOf(readFileSync(join(contentFolder, collection, `${id}.mdx`), 'utf8'));
	const prose = source.replace(/^(?:import|export) .*$/gm, '').replace(/<[^>]*>/g, '');
	return toPlainText(renderMarkdown(prose, findPicture).html);
}
