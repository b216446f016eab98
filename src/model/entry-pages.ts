import { type CollectionName, type Entry } from '../schemas/collections.ts';
import { labelOf } from '../schemas/label-of.ts';
import { meetingGroups, meetingTopics } from '../schemas/vocabularies.ts';
import { callStateOn } from './call-state.ts';
import { checkOn } from './check-state.ts';
import { browsedFacets, valuesOf } from './facets.ts';
import { LEDGER_FEED, pointsByCall, pointsByMeeting } from './ledger.ts';
import { hasMdx } from './mdx.ts';
import { meetingLine } from './meeting-line.ts';
import { formatMeetingTitle } from './meeting-state.ts';
import { oncePer } from './once.ts';
import { byOrder, neighboursIn, newestFirst } from './order.ts';
import { lastPointStepOn } from './point-state.ts';
import { relatedFinder } from './related-clusters.ts';
import type { EntryAround, SiteAround } from './site-around.ts';
import { leadOfCall, wordsForPoint } from './state-words.ts';
import { tieFinder } from './ties.ts';
import { linksOf, titlesByAddress, updatesAbout } from './titles.ts';

// What the page of an entry says and shows, its text and its pictures apart: for its route and for the preview of a
// draft, so that both show the same.

// Once a site, however many entries ask: sorting ten thousand profiles takes a second.
const titlesIn = oncePer((site: SiteAround) => titlesByAddress(site));
const relatedIn = oncePer(({ clusters }: SiteAround) => relatedFinder(clusters));
const tiesIn = oncePer(({ clusters }: SiteAround) => tieFinder(clusters));
const updatesIn = oncePer(({ updates }: SiteAround) => ({
	clusters: updatesAbout('clusters', updates),
	meetings: updatesAbout('meetings', updates),
	calls: updatesAbout('calls', updates),
}));
const pointsByMeetingIn = oncePer(({ points, today }: SiteAround) => pointsByMeeting(points, today));
const pointsByCallIn = oncePer(({ points }: SiteAround) => pointsByCall(points));
const servicesIn = oncePer((site: SiteAround) =>
	browsedFacets.filter(({ name }) => name === 'service').flatMap((facet) => valuesOf(facet, site)),
);

/** What the pages are called that have a line for each entry of a collection. */
export const listTitles = {
	receipts: 'All that was sent',
	terms: 'Words',
	organisations: 'Members and observers of GECES',
	milestones: 'Timeline',
} as const satisfies Partial<Record<CollectionName, string>>;

/** What a page shows: what follows about it here, and the text of the entry. */
export type Shown<PageOf extends (...given: never[]) => { shown: object }> = ReturnType<PageOf>['shown'] & {
	/** The text, as safe HTML. */
	html: string;
};

/** Of a cluster, what the page of one like it shows. */
const asRelated = ({ id, data: { name, place, region, country, stage } }: EntryAround<'clusters'>) => ({
	id,
	data: { name, place, region, country, stage },
});

/** The page of a cluster. */
export function clusterPage(site: SiteAround, entry: Entry<'clusters'>) {
	const { id, data } = entry;
	return {
		head: { title: data.name, description: data.summary },
		shown: {
			slug: id,
			cluster: data,
			related: relatedIn(site)(entry).map(({ cluster, reason }) => ({ cluster: asRelated(cluster), reason })),
			ties: tiesIn(site)(entry),
			updates: updatesIn(site).clusters.get(id) ?? [],
			check: checkOn(data.check.on, site.settings, site.today),
		},
	};
}

/** The page of an update. */
export function updatePage(site: SiteAround, entry: Entry<'updates'>) {
	const { data } = entry;
	const { before: newer, after: older } = neighboursIn(site.updates, entry, newestFirst);
	return {
		head: { title: data.title, description: data.summary },
		shown: { update: data, links: linksOf(data, titlesIn(site)), newer, older },
	};
}

/** The page of a meeting. */
export function meetingPage(site: SiteAround, entry: Entry<'meetings'>) {
	const { id, data } = entry;
	const title = formatMeetingTitle(data);
	const kind = labelOf(meetingGroups, data.group) + (data.ordinal ? ` (${data.ordinal})` : '');
	const about = data.topics
		? `Topics: ${data.topics.map((topic) => meetingTopics[topic].label).join(', ')}.`
		: 'With its sources.';
	return {
		head: { title, description: `${kind}: ${title}${data.place ? `, ${data.place}` : ''}. ${about}` },
		shown: {
			meeting: data,
			today: site.today,
			updates: updatesIn(site).meetings.get(id) ?? [],
			points: pointsByMeetingIn(site).get(id) ?? [],
			line: meetingLine(site, entry),
		},
	};
}

/** The page of a call for views. */
export const callPage = (site: SiteAround, { id, data }: Entry<'calls'>) => ({
	head: { title: data.title, description: leadOfCall(callStateOn(data, site.today), data) },
	shown: {
		slug: id,
		call: data,
		today: site.today,
		titles: titlesIn(site),
		updates: updatesIn(site).calls.get(id) ?? [],
		points: pointsByCallIn(site).get(id) ?? [],
		settings: site.settings,
	},
});

/** The page of a point. */
export function pointPage(site: SiteAround, { data }: Entry<'points'>) {
	const last = lastPointStepOn(data, site.today);
	return {
		head: {
			title: data.title,
			description: `What became of a point from members: ${data.title}${last ? ` (${wordsForPoint(last).text})` : ''}`,
			feed: LEDGER_FEED,
		},
		shown: { point: data, today: site.today, titles: titlesIn(site) },
	};
}

/** A page of the guide. */
export function guidePage(site: SiteAround, entry: Entry<'guide'>) {
	const { id, data } = entry;
	const { before: previous, after: next } = neighboursIn(site.guide, entry, byOrder);
	return {
		head: { title: data.title, description: data.summary },
		shown: { slug: id, page: data, previous, next, services: hasMdx(id) ? servicesIn(site) : [] },
	};
}
