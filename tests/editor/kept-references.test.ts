import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LoadedEntry } from '../../src/editor/decap-backend.ts';
import { placesIn, referrersNow } from '../../src/editor/kept-references.ts';
import { FakeHost } from './fake-host.ts';

const HUB = 'content/clusters/hub.md';
const NEWS = 'content/updates/news.md';
const LATER = 'content/updates/later.md';

const index = { 'clusters/hub': ['updates/news'], 'clusters/old': ['guide/deep'] };

beforeEach(() => {
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(index)));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

const hub = '---\nname: Hub\naliases: [old]\n---\n';
const naming = '---\ntitle: News\nclusters: [hub]\n---\n';
const silent = '---\ntitle: News\n---\n';

const hosts: [what: string, files: Record<string, string>, lists: boolean, referrers: string[]][] = [
	['as they were when the site was built', { [HUB]: hub, [NEWS]: naming }, false, [NEWS]],
	['mended since', { [HUB]: hub, [NEWS]: silent }, false, []],
	['new since', { [HUB]: hub, [NEWS]: silent, [LATER]: naming }, true, [LATER]],
	[
		'by a former address',
		{ [HUB]: hub, 'content/guide/deep.md': '---\ntitle: Deep\n---\n\n[x](/clusters/old/)\n' },
		false,
		['content/guide/deep.md'],
	],
];

test.each(hosts)('entries that name another are found %s', async (_what, files, lists, referrers) => {
	const host = new FakeHost();
	for (const [path, text] of Object.entries(files)) host.published.set(path, text);
	const entriesNow = (folder: string): Promise<LoadedEntry[]> =>
		Promise.resolve(
			[...host.published]
				.filter(([path]) => path.startsWith(`${folder}/`))
				.map(([path, data]) => ({ file: { path, id: null }, data })),
		);
	const back = lists ? Object.assign(host, { entriesNow }) : host;
	expect(await referrersNow(back, HUB)).toEqual(referrers);
});

test('where an entry is named is told by the labels of its fields, or it is in the text', async () => {
	const host = new FakeHost();
	host.published.set(NEWS, naming);
	host.published.set(LATER, '---\ntitle: Later\n---\n\n[x](/clusters/hub/)\n');
	const keys = new Set(['clusters/hub']);
	expect([await placesIn(host, NEWS, keys), await placesIn(host, LATER, keys)]).toEqual(['Clusters', 'Text']);
});
