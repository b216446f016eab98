import type { Article, BreadcrumbList, DefinedTermSet, Event, Organization, WithContext } from 'schema-dts';
import { knownDate } from '../formats/brussels-days.ts';
import type { Cluster } from '../schemas/cluster.ts';
import { countries } from '../schemas/countries.ts';
import type { Update } from '../schemas/geces-update.ts';
import { labelOf } from '../schemas/label-of.ts';
import type { Meeting } from '../schemas/meeting.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { meetingGroups, themes } from '../schemas/vocabularies.ts';
import type { Above } from './navigation.ts';

// What pages are about, for programs, in the words of schema.org: their types refuse a word that it does not have.

const CONTEXT = 'https://schema.org';

const publisherOf = ({ publisher, publisherUrl }: SiteSettings): Organization => ({
	'@type': 'Organization',
	name: publisher,
	url: publisherUrl,
});

/** A cluster. What is not stated is left out. */
export function aboutCluster(cluster: Cluster, page: string): WithContext<Organization> {
	const {
		name,
		acronym,
		localNames = [],
		summary,
		website,
		mailbox,
		founded,
		ended,
		country,
		region,
		place,
		position,
	} = cluster;
	const others = [...(acronym ? [acronym] : []), ...localNames.map((local) => local.name)];
	return {
		'@context': CONTEXT,
		'@type': 'Organization',
		name,
		description: summary,
		mainEntityOfPage: page,
		...(others.length > 0 ? { alternateName: others } : {}),
		...(website ? { url: website } : {}),
		...(mailbox ? { email: mailbox } : {}),
		...(founded ? { foundingDate: String(founded) } : {}),
		...(ended ? { dissolutionDate: String(ended) } : {}),
		knowsAbout: cluster.themes.map((theme) => labelOf(themes, theme)),
		location: {
			'@type': 'Place',
			address: {
				'@type': 'PostalAddress',
				addressCountry: country,
				...(region ? { addressRegion: region } : {}),
				...(place ? { addressLocality: place } : {}),
			},
			...(position
				? { geo: { '@type': 'GeoCoordinates', latitude: position.latitude, longitude: position.longitude } }
				: {}),
		},
		areaServed: labelOf(countries, country),
	};
}

/** An update. `on` is the day of its last change. */
export const aboutUpdate = (
	{ title, summary, writtenOn, sources }: Update,
	settings: SiteSettings,
	page: string,
	on: string,
): WithContext<Article> => ({
	'@context': CONTEXT,
	'@type': 'NewsArticle',
	headline: title,
	description: summary,
	datePublished: writtenOn,
	dateModified: on,
	inLanguage: 'en',
	mainEntityOfPage: page,
	author: publisherOf(settings),
	publisher: publisherOf(settings),
	citation: sources.map(({ url }) => url),
});

/** A meeting. */
export const aboutMeeting = (meeting: Meeting, page: string): WithContext<Event> => ({
	'@context': CONTEXT,
	'@type': 'Event',
	name: meeting.title,
	startDate: knownDate(meeting),
	...(meeting.lastDay ? { endDate: meeting.lastDay } : {}),
	...(meeting.place ? { location: { '@type': 'Place', name: meeting.place } } : {}),
	organizer: { '@type': 'Organization', name: labelOf(meetingGroups, meeting.group) },
	mainEntityOfPage: page,
});

/** The page of words. */
export const aboutWords = (name: string, page: string, count: number): WithContext<DefinedTermSet> => ({
	'@context': CONTEXT,
	'@type': 'DefinedTermSet',
	name,
	url: page,
	inLanguage: 'en',
	description: `${count} words of the social economy, with definitions and sources.`,
});

/** Where a page lies, by the pages above it. */
export const trailOf = (
	above: readonly Above[],
	title: string,
	site: string,
	page: string,
): WithContext<BreadcrumbList> => ({
	'@context': CONTEXT,
	'@type': 'BreadcrumbList',
	itemListElement: [
		...above.map(({ label, address }) => ({ label, url: new URL(address, site).href })),
		{ label: title, url: page },
	].map(({ label, url }, at) => ({ '@type': 'ListItem', position: at + 1, name: label, item: url })),
});
