import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEntryFile, writeEntryFile } from '../../../src/files/entry-file.ts';
import { pruned } from '../../../src/files/values.ts';
import { correction, proposal, useHosts } from './at-the-host.ts';

const host = useHosts();

const DRAFT = 'cms/clusters/olive-grove-cluster';
const FILE = 'content/clusters/olive-grove-cluster.md';
const GESCO = 'content/clusters/gesco.md';
const gesco = readFileSync(GESCO, 'utf8');

const branches = () =>
	[...host.gitHub.refs.keys()].filter((ref) => ref.startsWith('refs/heads/cms/')).map((ref) => ref.slice(11));

const headOf = (branch: string) => host.gitHub.commits.get(host.gitHub.refs.get(`refs/heads/${branch}`) ?? '');

describe('a proposal', () => {
	test('becomes a file as the editor would write it, without a check', async () => {
		await host.send('proposal', proposal);
		const file = host.gitHub.fileOn(DRAFT, FILE) ?? '';
		expect(file).toBe(`---
name: Olive Grove Cluster
summary: Cooperatives around Kalamata press, sell and export their oil together.
kind: social-economy-cluster
country: GR
place: Kalamata
themes: [food, work-integration]
sources:
  - title: olive.example
    url: https://www.olive.example/about
    supports: [name, country, place, summary, kind, themes]
proposedBy: Oil Cooperative
---
`);
		expect(writeEntryFile('clusters', pruned(readEntryFile('clusters', file).data ?? {}))).toBe(file);
	});

	test('changes nothing else', async () => {
		await host.send('proposal', proposal);
		expect(branches()).toEqual([DRAFT]);
		expect(host.gitHub.changesOn(DRAFT)).toEqual([FILE]);
		expect(host.gitHub.filesOn('main')).toEqual([
			'content/clusters/act-group.md',
			expect.stringMatching(/^content\/receipts\/2026-11-24-[0-9a-f]{12}\.yaml$/),
		]);
	});

	test('waits in a pull request of the shape that Decap gives it, with the label at once', async () => {
		const id = await host.send('proposal', proposal);
		expect(host.gitHub.pulls).toEqual([
			{
				number: expect.any(Number) as number,
				title: 'Proposed: Olive Grove Cluster',
				body: `Sent through the site’s form, and checked by nobody yet. It waits on the board of the editing page.\n\nSubmission: ${id}`,
				state: 'open',
				labels: ['decap-cms/draft'],
				head: DRAFT,
				base: 'main',
			},
		]);
		const opened = host.gitHub.asked.findIndex(({ method, path }) => method === 'POST' && path.endsWith('/pulls'));
		expect(host.gitHub.asked[opened + 1]?.path).toMatch(/\/issues\/\d+\/labels$/);
	});

	test('is one commit on top of main that says which submission it came from', async () => {
		const id = await host.send('proposal', proposal);
		expect(headOf(DRAFT)?.parents).toEqual([host.gitHub.refs.get('refs/heads/main')]);
		expect(headOf(DRAFT)?.message).toBe(
			`Proposed: Olive Grove Cluster\n\nSubmission: ${id}\nProfile: olive-grove-cluster\n`,
		);
	});

	test('leaves one line in the log', async () => {
		const id = await host.send('proposal', proposal);
		expect(host.log).toEqual([`Submission ${id} of “proposal”: draft.`]);
	});

	test('that was told of again is known', async () => {
		const id = await host.send('proposal', proposal);
		await host.tell(id);
		expect(host.log[1]).toBe(`Submission ${id} of “proposal”: known.`);
		expect(branches()).toEqual([DRAFT]);
		expect(host.gitHub.pulls).toHaveLength(1);
	});

	test('stays known when its draft was thrown away', async () => {
		const id = await host.send('proposal', proposal);
		host.gitHub.endDraft(DRAFT);
		await host.tell(id);
		expect(host.log[1]).toBe(`Submission ${id} of “proposal”: known.`);
		expect(branches()).toEqual([]);
	});

	test('stays known when it was published', async () => {
		const id = await host.send('proposal', proposal);
		host.gitHub.put('main', FILE, host.gitHub.fileOn(DRAFT, FILE) ?? '');
		host.gitHub.endDraft(DRAFT);
		await host.tell(id);
		expect(host.log[1]).toBe(`Submission ${id} of “proposal”: known.`);
		expect(host.gitHub.pulls).toHaveLength(1);
	});

	test.each([2, 5])('that is told of %d times at once becomes one draft', async (times) => {
		const id = host.netlify.receive('proposal', proposal);
		const answers = await Promise.all(Array.from({ length: times }, () => host.tell(id)));
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => 200));
		expect(branches()).toEqual([DRAFT]);
		expect(host.gitHub.pulls.map(({ labels }) => labels)).toEqual([['decap-cms/draft']]);
	});

	test('of the same name as another sent at the same moment is not lost', async () => {
		const ids = [host.netlify.receive('proposal', proposal), host.netlify.receive('proposal', proposal)];
		await Promise.all(ids.map(host.tell));
		// Whoever came second is brought in later, as by npm run submissions.
		for (const id of ids) await host.tell(id);
		expect(branches().toSorted()).toEqual([DRAFT, `${DRAFT}-2`]);
		expect(host.gitHub.pulls).toHaveLength(2);
	});
});

describe('a proposal gets an address that is free', () => {
	test('of published profiles', async () => {
		host.gitHub.put('main', FILE, 'x');
		await host.send('proposal', proposal);
		expect(branches()).toEqual([`${DRAFT}-2`]);
		expect(host.gitHub.changesOn(`${DRAFT}-2`)).toEqual(['content/clusters/olive-grove-cluster-2.md']);
	});

	test('of drafts', async () => {
		host.gitHub.put(DRAFT, FILE, 'x');
		await host.send('proposal', proposal);
		expect(branches()).toEqual([DRAFT, `${DRAFT}-2`]);
		expect(host.gitHub.fileOn(DRAFT, FILE)).toBe('x');
	});

	test('of former slugs', async () => {
		host.published.push(['olives', 'Olives', ['olive-grove-cluster']]);
		await host.send('proposal', proposal);
		expect(branches()).toEqual([`${DRAFT}-2`]);
	});

	test('of profiles that the last build had', async () => {
		host.published.push(['olive-grove-cluster', 'Olive Grove Cluster', []]);
		await host.send('proposal', proposal);
		expect(branches()).toEqual([`${DRAFT}-2`]);
	});
});

describe('a correction', () => {
	test('becomes a draft of the profile in which only that fact, its source and the note of it are new', async () => {
		host.gitHub.put('main', GESCO, gesco);
		await host.send('correction', correction);
		expect(host.gitHub.fileOn('cms/clusters/gesco', GESCO)).toBe(
			gesco
				.replace('founded: 1991', 'founded: 1990')
				// The sources of the old year do not support the new one.
				.replace('supports: [founded, place,', 'supports: [place,')
				.replace('website, founded]', 'website]')
				.replace(
					'check:\n',
					'  - title: gesco.example\n    url: https://www.gesco.example/history\n    supports: [founded]\ncheck:\n',
				)
				.replace(
					/^check:\n(?: {2}.*\n)+/m,
					'$&corrections:\n  - "on": "2026-11-24"\n    field: founded\n    from: "1991"\n    to: "1990"\n',
				),
		);
		expect(host.gitHub.pulls[0]?.title).toBe('Correction to gesco: Founded');
	});

	test('to a profile whose draft waits becomes a note, and the draft stays as it is', async () => {
		host.gitHub.put('main', GESCO, gesco);
		host.gitHub.put('cms/clusters/gesco', GESCO, 'being edited');
		const id = await host.send('correction', correction);
		expect(host.gitHub.fileOn('cms/clusters/gesco', GESCO)).toBe('being edited');
		expect(host.gitHub.pulls).toEqual([]);
		expect(host.gitHub.issues).toEqual([
			{
				number: expect.any(Number) as number,
				title: 'Correction to gesco: Founded',
				body: `Sent through the site’s form; it could not become a draft by itself. Please put it in by hand and close this issue. Below stands what is known, as plain text and without e-mail addresses. Nobody has checked it. The whole of it is in the host’s list of the form.

    A draft of this profile waits on the board already; put the correction there.

    Sent for “Founded”: 1990

    To check it: https://www.gesco.example/history

Submission: ${id}`,
				state: 'open',
				labels: ['submission'],
			},
		]);
		expect(host.log).toEqual([`Submission ${id} of “correction”: note.`]);
	});

	test('to a profile that is not there becomes a note, once however often it is told of', async () => {
		const id = await host.send('correction', { ...correction, cluster: 'nowhere' });
		await host.tell(id);
		await Promise.all([host.tell(id), host.tell(id)]);
		expect(host.gitHub.issues.map(({ title }) => title)).toEqual(['A correction to a profile that is not there']);
	});

	test('that is told of twice at once becomes one note', async () => {
		const id = host.netlify.receive('correction', { ...correction, cluster: 'nowhere' });
		await Promise.all([host.tell(id), host.tell(id), host.tell(id)]);
		expect(host.gitHub.issues).toHaveLength(1);
	});
});

test.each([
	['views-clusters-2027', { example: 'marked', consent: 'yes' }],
	['message', { topic: 'other', message: 'marked', consent: 'yes' }],
])('what the form %s sent gets a receipt, and does not come to the board', async (form, data) => {
	const id = await host.send(form, data);
	expect(host.log).toEqual([`Submission ${id} of “${form}”: receipt.`]);
	expect([branches(), host.gitHub.pulls, host.gitHub.issues]).toEqual([[], [], []]);
	expect(host.gitHub.filesOn('main')).toHaveLength(2);
	expect(host.gitHub.asked.map(({ body }) => body).join('\n')).not.toContain('marked');
});

test.each([
	['views-clusters-2027', { example: ' ', email: 'marked.person@sender.example', consent: 'yes' }],
	['message', { message: '', consent: 'yes' }],
	['proposal', { name: '', 'themes[]': [], consent: 'yes' }],
])('what says nothing leaves no trace: %s', async (form, data) => {
	const id = await host.send(form, data);
	expect(host.log).toEqual([`Submission ${id} of “${form}”: empty.`]);
	expect(host.gitHub.asked).toEqual([]);
});
