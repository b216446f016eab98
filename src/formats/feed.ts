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
	/** Of the feed itself. */
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

/** A feed in Atom (RFC 4287). */
export function formatFeed({ title, publisher, site, authority, page, address, today, entries }: Feed): string {
	// A year in which the authority had its name, as tags want it (RFC 4151); it must not change either.
	const tag = `tag:${authority},2026`;
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
