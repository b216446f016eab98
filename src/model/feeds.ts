import type { FeedEntry } from '../formats/feed.ts';
import { capital } from '../formats/text.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { addressOf, collectionOf, collections, type Entry } from '../schemas/collections.ts';
import { wordsForField, type EntryChange } from './changes.ts';
import { DATA_ADDRESS } from './data-files.ts';
import { digestAsEntry, digestsOf, DIGESTS_ADDRESS, DIGESTS_FEED } from './digests.ts';
import { browsedFacets, facetAddress, valuesOf } from './facets.ts';
import { LEDGER_FEED, newestSteps } from './ledger.ts';
import { LEDGER } from './navigation.ts';
import { latestFirst } from './order.ts';
import type { Site } from './site.ts';
import { UPDATES_ADDRESS, UPDATES_FEED } from './updates-feed.ts';

/** A feed of the site: who follows it learns what is new on a page. */
export interface SiteFeed {
	title: string;
	/** The page that shows the same. */
	page: string;
	address: string;
	/** Newest first. */
	entries: readonly FeedEntry[];
}

const ENTRIES_MAX = 30;

/** The feed that lies beside a page. */
export const feedBeside = (page: string): string => `${page}feed.xml`;

/** The feed of all that changed. */
export const CHANGES_FEED = { title: 'All changes', address: feedBeside(DATA_ADDRESS) } as const;

/** What an entry is known by for ever: the slug that it had first. */
const firstSlug = ({ id, data }: Entry<EntryChange['collection']>): string => aliasesOf(data)[0] ?? id;

/** What an entry is called. */
export function titleOfEntry({ collection, entry }: Pick<EntryChange, 'collection' | 'entry'>): string {
	const title: unknown = Reflect.get(entry.data, collections[collection].titleField);
	return typeof title === 'string' ? title : entry.id;
}

/** A change, for those who follow. */
export function changeAsEntry(change: EntryChange): FeedEntry {
	const { collection, entry, on, isNew, fields } = change;
	const { label } = collectionOf(collection);
	return {
		title: `${isNew ? `New ${label}` : `${capital(label)} changed`}: ${titleOfEntry(change)}`,
		id: `changes/${collection}/${firstSlug(entry)}/${on}`,
		address: addressOf(collection, entry.id),
		on,
		text: isNew ? `This ${label} is new.` : `${fields.map(wordsForField).join('; ')}.`,
	};
}

const updateAsEntry = (update: Entry<'updates'>): FeedEntry => ({
	title: update.data.title,
	id: `updates/${firstSlug(update)}`,
	address: addressOf('updates', update.id),
	on: update.data.date,
	text: update.data.summary,
});

/** The feed of a value of a facet: what became of its profiles, and updates about them. */
function facetFeeds(site: Site, changes: readonly EntryChange[]): SiteFeed[] {
	const ofClusters = changes.filter(({ collection }) => collection === 'clusters');
	return browsedFacets.flatMap((facet) =>
		valuesOf(facet, site).map(({ id, label, clusters }): SiteFeed => {
			const slugs = new Set(clusters.map((cluster) => cluster.id));
			const page = facetAddress(facet.name, id);
			const entries = [
				...site.updates.filter(({ data }) => data.clusters?.some((slug) => slugs.has(slug))).map(updateAsEntry),
				...ofClusters
					.filter(({ entry }) => slugs.has(entry.id))
					.slice(0, ENTRIES_MAX)
					.map(changeAsEntry),
			];
			return {
				title: facet.heading(label),
				page,
				address: feedBeside(page),
				entries: entries.sort(latestFirst).slice(0, ENTRIES_MAX),
			};
		}),
	);
}

/** All feeds of the site. */
export const feedsOf = (site: Site, changes: readonly EntryChange[]): SiteFeed[] => [
	{ ...UPDATES_FEED, page: UPDATES_ADDRESS, entries: site.updates.slice(0, ENTRIES_MAX).map(updateAsEntry) },
	{
		...DIGESTS_FEED,
		page: DIGESTS_ADDRESS,
		entries: digestsOf(site, changes, site.today)
			.filter(({ isOver }) => isOver)
			.slice(0, ENTRIES_MAX)
			.map(digestAsEntry),
	},
	{ ...LEDGER_FEED, page: LEDGER.address, entries: newestSteps(site.points, site.today) },
	{ ...CHANGES_FEED, page: DATA_ADDRESS, entries: changes.slice(0, ENTRIES_MAX).map(changeAsEntry) },
	...facetFeeds(site, changes),
];
