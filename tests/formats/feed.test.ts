import { expect, test } from 'vitest';
import { formatFeed, type Feed } from '../../src/formats/feed.ts';

const feed: Feed = {
	title: 'What became of members’ views',
	publisher: 'A & B',
	site: 'https://clusters.example',
	authority: 'clusters.example',
	page: '/have-your-say/what-happened/',
	address: '/have-your-say/what-happened/feed.xml',
	today: '2027-06-01',
	entries: [],
};
const entry = {
	title: 'Received: rooms',
	id: 'points/rooms/received',
	address: '/a-point/#step-1',
	on: '2027-03-31',
	text: 'Received.',
};

test('a feed with nothing to tell yet is of the day of the build', () => {
	expect(formatFeed(feed)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>What became of members’ views</title>
<id>tag:clusters.example,2026:/have-your-say/what-happened/</id>
<link rel="alternate" type="text/html" href="https://clusters.example/have-your-say/what-happened/"/>
<link rel="self" type="application/atom+xml" href="https://clusters.example/have-your-say/what-happened/feed.xml"/>
<updated>2027-06-01T00:00:00Z</updated>
<author><name>A &amp; B</name></author>
</feed>
`);
});

test('an entry has its title, address, day and text', () => {
	expect(formatFeed({ ...feed, entries: [entry] })).toContain(`<entry>
<title>Received: rooms</title>
<id>tag:clusters.example,2026:points/rooms/received</id>
<link rel="alternate" type="text/html" href="https://clusters.example/a-point/#step-1"/>
<updated>2027-03-31T00:00:00Z</updated>
<summary>Received.</summary>
</entry>`);
});

test('a feed is of the day of its newest entry', () => {
	expect(formatFeed({ ...feed, entries: [entry] })).not.toContain('2027-06-01');
});

test('signs that XML reads as its own stand as words', () => {
	expect(formatFeed({ ...feed, entries: [{ ...entry, text: 'a < b & "c" > d' }] })).toContain(
		'<summary>a &lt; b &amp; &quot;c&quot; &gt; d</summary>',
	);
});

test('signs that no XML may hold are left out', () => {
	expect(formatFeed({ ...feed, entries: [{ ...entry, text: 'a\u0000b\u000bc😀' }] })).toContain(
		'<summary>abc😀</summary>',
	);
});
