import { escapeUTF8 } from 'entities';

/** Something new that a feed tells of. */
export interface FeedEntry {
	title: string;
	/** Readers know an entry by it: it is the same whatever is renamed, `points/rooms/received/2027-03-31`. */
	id: string;
	/** On the site: `/updates/a-step/`. */
	address: string;
	/** The whole day it is of. */
	on: string;
	text: string;
}

/** What a feed is made of; addresses begin with a slash, days are whole. */
export interface Feed {
	title: string;
	publisher: string;
	/** Where the site lies: `https://clusters.example.org`. */
	site: string;
	/** The host in the ids of entries: it stays the same wherever the site is built. */
	authority: string;
	/** The page that shows the same. */
	page: string;
	/** Of the feed itself, in Atom; in JSON it ends with `.json`. */
	address: string;
	/** The day the site is built for: that of a feed which has nothing to tell yet. */
	today: string;
	/** Newest first. */
	entries: readonly FeedEntry[];
}

/** Signs that no XML may have, not even escaped. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const escape = (text: string) => escapeUTF8(text.replace(NOT_XML, ''));

const atMidnight = (day: string) => `${day}T00:00:00Z`;

// A year in which the authority had its name, as tags want it (RFC 4151); it must not change either.
const tagOf = ({ authority }: Pick<Feed, 'authority'>): string => `tag:${authority},2026`;

/** Where a feed lies in JSON, by where it lies in Atom. */
export const jsonFeedAddress = (address: string): string => address.replace(/[.]xml$/, '.json');

/** A feed in Atom (RFC 4287). */
export function formatFeed(feed: Feed): string {
	const { title, publisher, site, page, address, today, entries } = feed;
	const tag = tagOf(feed);
	const at = (path: string) => escape(new URL(path, site).href);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		`<title>${escape(title)}</title>`,
		`<id>${escape(`${tag}:${page}`)}</id>`,
		`<link rel="alternate" type="text/html" href="${at(page)}"/>`,
		`<link rel="self" type="application/atom+xml" href="${at(address)}"/>`,
		`<updated>${atMidnight(entries[0]?.on ?? today)}</updated>`,
		`<author><name>${escape(publisher)}</name></author>`,
		...entries.flatMap((entry) => [
			'<entry>',
			`<title>${escape(entry.title)}</title>`,
			`<id>${escape(`${tag}:${entry.id}`)}</id>`,
			`<link rel="alternate" type="text/html" href="${at(entry.address)}"/>`,
			`<updated>${atMidnight(entry.on)}</updated>`,
			`<summary>${escape(entry.text)}</summary>`,
			'</entry>',
		]),
		'</feed>\n',
	].join('\n');
}

/** A feed in JSON (JSON Feed 1.1). */
export function formatJsonFeed(feed: Feed): string {
	const { title, publisher, site, page, address, entries } = feed;
	const at = (path: string) => new URL(path, site).href;
	const json = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: at(page),
		feed_url: at(jsonFeedAddress(address)),
		language: 'en',
		authors: [{ name: publisher }],
		items: entries.map((entry) => ({
			id: `${tagOf(feed)}:${entry.id}`,
			url: at(entry.address),
			title: entry.title,
			content_text: entry.text,
			date_published: atMidnight(entry.on),
		})),
	};
	return `${JSON.stringify(json, undefined, '\t')}\n`;
}
