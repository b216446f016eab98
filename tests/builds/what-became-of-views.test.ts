import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fileOf, type Fields } from '../entries.ts';
import { htmlProblemsOf } from '../site/html-problems.ts';
import { pagesOf, textOf } from '../site/pages.ts';
import { contentWith, runBuild } from './build-of.ts';

const LEDGER = '/have-your-say/what-happened/';
const pointOf = (title: string, changes: Fields = {}) =>
	fileOf('points', { title, call: 'views', steps: [{ step: 'received', on: '2027-04-01' }], ...changes });

// More points than a page holds: sixty from one call, one from another, one from none.
const files = {
	'calls/views.md': fileOf('calls', { title: 'Views' }),
	'calls/rules.md': fileOf('calls', { title: 'Rules', opensOn: '2027-01-12' }),
	'meetings/spring.md': fileOf('meetings', { title: 'Spring meeting' }),
	...Object.fromEntries(
		Array.from({ length: 60 }, (_, index) => [`points/point-${index + 1}.md`, pointOf(`Point ${index + 1}`)]),
	),
	'points/rules.md': pointOf('A point on rules', {
		call: 'rules',
		steps: [
			{ step: 'received', on: '2027-04-01', text: 'First.\n\nSecond & <third>.' },
			{ step: 'raised', on: '2027-05-12', meeting: 'spring', url: 'https://example.org/minutes' },
		],
	}),
	'points/outside.md': pointOf('A point from outside', { call: undefined }),
};

test('points are followed on pages of their own, by call and by state, and in a feed', async () => {
	const { exitCode, output, folder } = await runBuild({ SITE_TODAY: '2027-06-01', CONTENT_DIR: contentWith(files) });
	expect(output).toContain('Complete');
	expect(exitCode).toBe(0);
	const pages = pagesOf(folder).filter(({ path }) => path.startsWith('/have-your-say/'));
	const pageAt = (path: string) => pages.find((page) => page.path === path)?.document;
	const headingsOn = (path: string) =>
		[...(pageAt(path)?.querySelectorAll('main section h2') ?? [])].map((heading) => textOf(heading));
	const pointsOn = (path: string) =>
		[...(pageAt(path)?.querySelectorAll(`main section li > a[href^="${LEDGER}"]`) ?? [])]
			.map((link) => link.getAttribute('href') ?? '')
			.filter((address) => !/\/(?:call|state)\//.test(address));

	// Grouped by call, the newest call first; fifty on a page.
	expect(headingsOn(LEDGER)).toEqual(['The steps of a point', 'By call', 'From Rules', 'From Views']);
	expect(pointsOn(LEDGER)).toHaveLength(50);
	expect(pointsOn(LEDGER)[0]).toBe(`${LEDGER}rules/`);
	expect(headingsOn(`${LEDGER}page/2/`)).toEqual(['From Views', 'Raised outside a call']);
	expect(pointsOn(`${LEDGER}page/2/`)).toHaveLength(12);
	expect(pointsOn(`${LEDGER}page/2/`).at(-1)).toBe(`${LEDGER}outside/`);

	// The parts have pages too, and no part is empty.
	expect(pointsOn(`${LEDGER}state/raised/`)).toEqual([`${LEDGER}rules/`]);
	expect(pointsOn(`${LEDGER}call/rules/`)).toEqual([`${LEDGER}rules/`]);
	expect(pointsOn(`${LEDGER}call/views/page/2/`)).toHaveLength(10);
	expect(pages.map(({ path }) => path).filter((path) => path.includes('/state/'))).toEqual([
		`${LEDGER}state/raised/`,
		`${LEDGER}state/received/`,
		`${LEDGER}state/received/page/2/`,
	]);

	// A call with more points than fit leads to the rest.
	expect(pointsOn('/have-your-say/views/')).toHaveLength(50);
	expect(textOf(pageAt('/have-your-say/views/')?.querySelector(`a[href="${LEDGER}call/views/"]`))).toBe(
		'All 60 points',
	);

	// The page of a point shows its steps, and leads to where it came from and was raised.
	const point = pageAt(`${LEDGER}rules/`);
	expect([...(point?.querySelectorAll('li h2') ?? [])].map(textOf)).toEqual(['Received', 'Raised in GECES']);
	expect([...(point?.querySelectorAll('#step-1 p') ?? [])].map(textOf)).toEqual([
		'1 April 2027',
		'First.',
		'Second & <third>.',
	]);
	for (const address of ['/have-your-say/rules/', '/geces/meetings/spring/', 'https://example.org/minutes'])
		expect(point?.querySelector(`main a[href="${address}"]`), address).toBeTruthy();

	// What every page of the site is held to.
	const ledger = pages.filter(({ path }) => path.startsWith(LEDGER));
	for (const { path, file, html, document } of ledger) {
		expect(await htmlProblemsOf(html, file), path).toEqual([]);
		expect(brotliCompressSync(html).length, path).toBeLessThanOrEqual(14 * 1024);
		// What finds a reference stands on the first page alone.
		expect(document.querySelectorAll('main script'), path).toHaveLength(path === LEDGER ? 1 : 0);
	}
	const titles = ledger.map(({ document }) => textOf(document.querySelector('title')));
	expect(new Set(titles).size).toBe(titles.length);

	const feed = readFileSync(join(folder, LEDGER, 'feed.xml'), 'utf8');
	expect(feed.match(/<entry>/g)).toHaveLength(50);
	expect(feed).toContain('<title>Raised in GECES: A point on rules</title>');
	expect(pageAt(LEDGER)?.querySelector('link[rel="alternate"]')?.getAttribute('href')).toBe(`${LEDGER}feed.xml`);
});
