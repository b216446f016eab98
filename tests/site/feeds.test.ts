import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { sync } from 'node-ical';
import { describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { filesOf, realPages } from './pages.ts';

const folder = inject('siteFolder');
const pages = realPages();
const atomFiles = filesOf(folder).filter((file) => file.endsWith('/feed.xml'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const atomOf = (file: string) => parseAtomFeed(textOf(file));

test.each(['data/feed.xml', 'updates/feed.xml', 'clusters/country/fr/feed.xml', 'clusters/theme/food/feed.xml'])(
	'there is %s',
	(file) => {
		expect(atomFiles).toContain(file);
		expect(atomOf(file).entries?.length).toBeGreaterThan(0);
	},
);

describe.each(atomFiles)('%s', (file) => {
	const atom = atomOf(file);
	const json = parseJsonFeed(textOf(file.replace('.xml', '.json')));

	test('says the same in Atom and in JSON', () => {
		expect(json.title).toBe(atom.title?.value);
		expect((json.items ?? []).map(({ id, url }) => [id, url])).toEqual(
			(atom.entries ?? []).map(({ id, links }) => [id, links?.[0]?.href]),
		);
	});

	test('has an id of its own for each entry, which no address of the site is part of', () => {
		const ids = (atom.entries ?? []).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^tag:[a-z.]+,2026:[a-z]/);
	});

	test('leads to pages of the site, by full addresses', () => {
		for (const { url = '' } of json.items ?? [])
			expect(existsSync(join(folder, new URL(url).pathname, 'index.html')), url).toBe(true);
	});

	test('is found from its page', () => {
		const page = pages.find(({ path }) => path === `/${file.replace('feed.xml', '')}`);
		const links = [...(page?.document.querySelectorAll('link[rel=alternate]') ?? [])];
		expect(links.map((link) => link.getAttribute('href'))).toEqual([`/${file}`, `/${file.replace('.xml', '.json')}`]);
	});
});

test('the feed of updates has the updates that show', () => {
	const { updates } = readContent('content').entries;
	expect(atomOf('updates/feed.xml').entries?.length).toBe(
		updates.filter(({ id }) => existsSync(join(folder, 'updates', id, 'index.html'))).length,
	);
});

test.each(pages.filter(({ path }) => /^\/updates\/digest\/./.test(path)))(
	'$path has a plain text that leads to the same',
	({ path, document }) => {
		const text = textOf(`${path.slice(1, -1)}.txt`);
		const links = [...document.querySelectorAll('main .list-row > a')].map((link) => link.getAttribute('href') ?? '');
		expect(links.length).toBeGreaterThan(0);
		expect(links.filter((link) => !text.includes(`.example${link}\n`))).toEqual([]);
	},
);

test('the calendar has the meetings and calls with a known day, and each of them has one of its own', () => {
	const events = Object.values(sync.parseICS(textOf('calendar.ics'))).filter((part) => part?.type === 'VEVENT');
	const { meetings, calls } = readContent('content').entries;
	const dated = [...meetings.filter(({ data }) => data.datePrecision === 'day'), ...calls];
	const own = filesOf(folder).filter((file) => file.endsWith('/calendar.ics'));
	expect(own).toHaveLength(dated.length);
	expect(events.length).toBeGreaterThanOrEqual(dated.length);
	for (const { url = '' } of events)
		expect(existsSync(join(folder, new URL(url).pathname, 'index.html')), url).toBe(true);
});
