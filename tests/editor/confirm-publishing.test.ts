import { createHash } from 'node:crypto';
import { fromJS } from 'immutable';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerPublished, confirmPublishing } from '../../src/editor/confirm-publishing.ts';
import type { DecapGroup } from '../../src/editor/entry-values.ts';
import { brusselsToday } from '../../src/formats/brussels-days.ts';
import { FakeHost } from './fake-host.ts';

const asked = vi.hoisted(() => ({ questions: [] as string[], choices: [] as string[] }));
vi.mock('../../src/editor/ask.ts', () => ({
	ask: (question: string) => Promise.resolve(asked.questions.push(question) > 0),
	askWhich: (question: string, choices: { value: string; label: string }[]) => {
		asked.questions.push(question);
		asked.choices.push(...choices.map(({ label }) => label));
		return Promise.resolve({ choice: choices[0]?.value ?? '', reason: '' });
	},
	tell: (sentence: string) => Promise.resolve(asked.questions.push(sentence)),
}));

const RECEIPT = 'content/receipts/2026-11-01-abc.yaml';
const received = (kind: string) => `reference: OWL-7\nkind: ${kind}\nreceivedOn: 2026-11-01\nstate: received\n`;

class ListingHost extends FakeHost {
	entriesNow = (folder: string) =>
		Promise.resolve(
			[...this.published]
				.filter(([path]) => path.startsWith(`${folder}/`))
				.map(([path, data]) => ({ file: { path, id: null }, data })),
		);
}

const entryOf = (collection: string, data: object) =>
	// A map of Decap, whatever is in it.
	fromJS({
		collection,
		slug: 'hub',
		path: `content/${collection}/hub.md`,
		isModification: true,
		status: 'pending_publish',
		data,
	}) as DecapGroup;

let host: ListingHost;
beforeEach(() => {
	host = new ListingHost();
	host.published.set(RECEIPT, received('correction'));
	host.published.set('content/clusters/hub.md', '---\nname: Hub\nfounded: 2013\n---\n\nIn 2013 it began.\n');
	asked.questions.length = 0;
	asked.choices.length = 0;
});

const corrected = entryOf('clusters', {
	name: 'Hub',
	founded: 2012,
	corrections: [{ on: '2026-11-02', field: 'founded', from: '2013', to: '2012' }],
	body: 'In 2013 it began.',
});

test('publishing a correction asks for its reference, and puts its receipt to published, with the profile', async () => {
	const backend = { implementation: host };
	expect(await confirmPublishing(corrected, backend)).toBe(true);
	expect(asked).toEqual({
		questions: [
			'Publish “Hub”? Readers see it within minutes. 2013, the former Founded, also stands in Text. Whoever sent it then finds by the reference that it is published.',
		],
		choices: ['OWL-7, received on 1 November 2026'],
	});
	expect(host.published.get(RECEIPT)).toBe(received('correction'));
	await answerPublished({ entry: corrected, backend });
	expect(host.published.get(RECEIPT)).toBe(
		`${received('correction').replace('received\n', 'published\n')}changedOn: "${brusselsToday()}"\ncluster: hub\n`,
	);
});

test('no receipt is asked for where none of its kind waits', async () => {
	host.published.set(RECEIPT, received('proposal'));
	const backend = { implementation: host };
	await confirmPublishing(corrected, backend);
	await answerPublished({ entry: corrected, backend });
	expect(asked.choices).toEqual([]);
	expect(host.published.get(RECEIPT)).toBe(received('proposal'));
});

test('the question about an update that is dated ahead says from when on it shows', async () => {
	await confirmPublishing(entryOf('updates', { title: 'News', date: '2099-12-10' }), { implementation: host });
	expect(asked.questions).toEqual([
		'Publish “News”? It shows from 10 December 2099, and not before; until then no reader sees it.',
	]);
});

const noFiles = { listFiles: () => Promise.resolve([]), readFile: () => Promise.resolve('') };
const told = 'Sent through the form.\n\nSubmission: a1\n';

test.each([
	['the pull request of GitHub', { api: { ...noFiles, getBranchPullRequest: () => Promise.resolve({ body: told }) } }],
	[
		'the commit on one’s own machine',
		{ unpublishedEntry: () => Promise.resolve({ collection: 'clusters', slug: 'hub', diffs: [], message: told }) },
	],
])('the reference of the submission that %s names is chosen, and no other', async (_where, telling) => {
	const digest = createHash('sha256').update('a1').digest('hex').slice(0, 12);
	host.published.set(`content/receipts/2026-11-03-${digest}.yaml`, received('correction').replace('OWL-7', 'FOX-9'));
	await confirmPublishing(corrected, { implementation: Object.assign(host, telling) });
	expect(asked.choices).toEqual(['FOX-9, received on 1 November 2026']);
});

test('of a draft that nobody set to ready the question says so', async () => {
	await confirmPublishing(corrected.set('status', 'draft'), { implementation: host });
	expect(asked.questions[0]).toContain('It is not marked as ready');
});
