import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { leanDecap } from '../../src/build/lean-decap.ts';
import { mendDecap } from '../../src/build/mend-decap.ts';
import type { BackendClass, DecapBackend } from '../../src/editor/decap-backend.ts';
import { draftEntries, readDropped } from '../../src/editor/dropped-table.ts';
import { loadVersions } from '../../src/editor/entry-versions.ts';
import { withFetchedEntries } from '../../src/editor/fetched-entries.ts';
import { problemsOfAnswer, problemsOfRequest } from './github-api.ts';
import { REPOSITORY, startFakeRepository, TOKEN, type FakeRepository } from './submission-created/fake-repository.ts';

/** What the editor’s back end has Decap’s do, as Decap’s own package does it. */
interface DecapApi {
	persistFiles: (files: object[], pictures: object[], options: object) => Promise<unknown>;
	updateUnpublishedEntryStatus: (collection: string, slug: string, status: string) => Promise<unknown>;
	publishUnpublishedEntry: (collection: string, slug: string) => Promise<unknown>;
	deleteUnpublishedEntry: (collection: string, slug: string) => Promise<unknown>;
	deleteFiles: (paths: string[], message: string) => Promise<unknown>;
	request: (path: string, options: { params: Record<string, string> }) => Promise<unknown>;
	originRepoURL: string;
	branch: string;
	listFiles: (folder: string, options: object) => Promise<{ path: string; id: string }[]>;
	readFile: (path: string, id: string | null) => Promise<string>;
	listUnpublishedBranches: () => Promise<string[]>;
	retrieveUnpublishedEntryData: (key: string) => Promise<{ status: string; diffs: { path: string }[] }>;
}

const work = mkdtempSync(join(tmpdir(), 'decap-'));
let gitHub: FakeRepository;
let api: DecapApi;
let backend: DecapBackend;

/** A class of Decap’s back end. */
async function load(name: string): Promise<unknown> {
	const { default: part } = (await import(pathToFileURL(join(work, `${name}.js`)).href)) as { default: unknown };
	return part;
}

beforeAll(async () => {
	gitHub = await startFakeRepository();
	// The package is made for bundlers; Node cannot read it as it is.
	await build({
		configFile: false,
		logLevel: 'error',
		plugins: [leanDecap(), mendDecap()],
		build: {
			outDir: work,
			minify: false,
			lib: {
				entry: ['API', 'implementation'].map((name) => `node_modules/decap-cms-backend-github/dist/esm/${name}.js`),
				formats: ['es'],
			},
		},
	});
	vi.stubGlobal('window', globalThis);
	// One of its packages takes what has a process for a server.
	vi.stubGlobal('JS_SHA256_NO_NODE_JS', true);
	// Decap tells the console what it does.
	vi.spyOn(console, 'log').mockImplementation(() => undefined);
	const API = (await load('API')) as new (given: object) => DecapApi;
	api = new API({
		apiRoot: gitHub.origin,
		token: TOKEN,
		tokenKeyword: 'token',
		branch: 'main',
		repo: REPOSITORY,
		originRepo: REPOSITORY,
		squashMerges: true,
		initialWorkflowStatus: 'draft',
		cmsLabelPrefix: '',
		getUser: () => Promise.resolve({ login: 'editor', name: 'An editor' }),
	});
	// What it makes itself once somebody logged in.
	const GitHub = withFetchedEntries((await load('implementation')) as BackendClass) as new (
		given: object,
	) => DecapBackend;
	backend = Object.assign(new GitHub({ backend: { repo: REPOSITORY, branch: 'main' } }), { api });
});
afterAll(async () => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	rmSync(work, { recursive: true });
	await gitHub.close();
});
beforeEach(() => {
	gitHub.clear();
});
afterEach(() => {
	expect(gitHub.problems).toEqual([]);
});

const PATH = 'content/clusters/olive-grove.md';
const BRANCH = 'cms/clusters/olive-grove';
const TEXT = '---\nname: “Olive” Grove, Łódź\n---\n';
const entry = { path: PATH, slug: 'olive-grove', raw: TEXT };
const save = (useWorkflow: boolean) =>
	api.persistFiles([{ ...entry }], [], {
		commitMessage: 'Create profile “olive-grove”',
		collectionName: 'clusters',
		useWorkflow,
		status: 'draft',
	});

describe('what the editor asks of GitHub is in GitHub’s published description, and does what editors expect', () => {
	test('to save a draft, have it reviewed, and publish it', async () => {
		await save(true);
		expect(gitHub.fileOn(BRANCH, PATH)).toBe(TEXT);
		expect(gitHub.pulls).toMatchObject([{ head: BRANCH, base: 'main', labels: ['decap-cms/draft'] }]);
		await api.updateUnpublishedEntryStatus('clusters', 'olive-grove', 'pending_review');
		expect(gitHub.pulls).toMatchObject([{ labels: ['decap-cms/pending_review'] }]);
		await api.updateUnpublishedEntryStatus('clusters', 'olive-grove', 'pending_publish');
		expect(await api.listUnpublishedBranches()).toEqual([BRANCH]);
		expect(await api.retrieveUnpublishedEntryData('clusters/olive-grove')).toMatchObject({
			status: 'pending_publish',
			diffs: [{ path: PATH }],
		});
		await api.publishUnpublishedEntry('clusters', 'olive-grove');
		expect(gitHub.fileOn('main', PATH)).toBe(TEXT);
		expect(gitHub.refs.has(`refs/heads/${BRANCH}`)).toBe(false);
	});

	test('to throw a draft away', async () => {
		await save(true);
		await api.deleteUnpublishedEntry('clusters', 'olive-grove');
		expect(gitHub.pulls).toMatchObject([{ state: 'closed' }]);
		expect(gitHub.refs.has(`refs/heads/${BRANCH}`)).toBe(false);
		expect(gitHub.fileOn('main', PATH)).toBeUndefined();
	});

	test('to tell the versions of an entry that moved, and what each changed', async () => {
		const former = 'content/clusters/olives.md';
		const profile = (founded: number) => `---\nname: Łódź\nfounded: ${founded}\n---\n`;
		for (const founded of [2016, 2017]) gitHub.put('main', former, profile(founded));
		const [start] = [...gitHub.commits.values()].filter(({ files }) => files.has(former));
		await api.persistFiles([{ path: former, newPath: PATH, slug: 'olives', raw: profile(2018) }], [], {
			commitMessage: 'Move it',
			collectionName: 'clusters',
			useWorkflow: false,
		});
		const { versions, more } = await loadVersions({ api }, 'clusters', [PATH, former]);
		expect(versions.map(({ changes }) => changes)).toEqual([
			['Founded: 2017 → 2018'],
			['Founded: 2016 → 2017'],
			['The oldest version that git knows.'],
		]);
		expect(versions.at(-1)).toMatchObject({
			id: start?.sha,
			at: start?.date,
			by: 'clusters-bot',
			fields: { name: 'Łódź', founded: 2016 },
		});
		expect(more).toBeUndefined();
	});

	test('to tell the versions of an entry some at a time', async () => {
		for (let year = 2000; year <= 2020; year++) gitHub.put('main', PATH, `---\nname: A\nfounded: ${year}\n---\n`);
		const first = await loadVersions({ api }, 'clusters', [PATH]);
		expect(first.versions).toHaveLength(10);
		const next = await loadVersions({ api }, 'clusters', [PATH], first.more);
		expect(next.versions[0]?.changes).toEqual(['Founded: 2009 → 2010']);
		const last = await loadVersions({ api }, 'clusters', [PATH], next.more);
		expect(last).toMatchObject({ versions: [{ changes: ['The oldest version that git knows.'] }] });
		expect(last.more).toBeUndefined();
	});

	test('to publish at once, list, read and delete', async () => {
		await save(false);
		const files = await api.listFiles('content/clusters', { depth: 1 });
		const listed = files.find(({ path }) => path === PATH);
		expect(await api.readFile(PATH, listed?.id ?? '')).toBe(TEXT);
		await api.deleteFiles([PATH], 'Delete profile');
		expect(gitHub.fileOn('main', PATH)).toBeUndefined();
	});
});

describe('a table that is dropped', () => {
	const [file, branch] = ['content/clusters/act-group.md', 'cms/clusters/act-group'];
	const profile = readFileSync(file, 'utf8');
	const known = { clusters: ['act-group', 'former-hub'].map((slug) => [slug, slug]) };
	const { fetch } = globalThis;
	let isDown = false;
	beforeEach(() => {
		isDown = false;
		vi.stubGlobal('fetch', (asked: string, options: RequestInit) => {
			if (asked === '/admin/entries.json') return Promise.resolve(Response.json(known));
			if (asked.startsWith('/')) return Promise.resolve(new Response('', { status: 404 }));
			return isDown
				? Promise.resolve(Response.json({ message: 'Bad gateway' }, { status: 502 }))
				: fetch(asked, options);
		});
	});
	const drop = (slug: string) =>
		readDropped(new File([`slug,founded\n${slug},2014\n`], 'clusters.csv'), 'clusters', backend);

	test('becomes a draft of what it changes, and none where one waits', async () => {
		gitHub.put('main', file, profile);
		const read = await drop('act-group');
		expect(read).toMatchObject({ problems: [], entries: [{ isNew: false, changes: ['Founded: 2013 → 2014'] }] });
		expect(await draftEntries(read, backend)).toEqual(['act-group: a draft waits on the board.']);
		expect(gitHub.fileOn(branch, file)).toBe(profile.replace('founded: 2013', 'founded: 2014'));
		expect(gitHub.fileOn('main', file)).toBe(profile);
		expect(await draftEntries(read, backend)).toEqual([expect.stringContaining('a draft of it waits already')]);
	});

	test('is refused where an entry is gone, or cannot be fetched', async () => {
		await expect(drop('former-hub')).rejects.toThrow('former-hub was deleted or renamed since the site was built.');
		isDown = true;
		await expect(drop('act-group')).rejects.toThrow('Bad gateway');
	});
});

test.each([
	['an address that there is not', 'GET', '/repos/a/b/pullz', '', 'is unknown'],
	['a method that there is not', 'PATCH', '/repos/a/b/git/blobs', '{}', 'is unknown'],
	['a field that is missing', 'POST', '/repos/a/b/git/refs', '{"ref":"refs/heads/x"}', 'sha: Invalid input'],
	['a field that there is not', 'POST', '/repos/a/b/issues', '{"title":"x","text":"y"}', 'text is unknown'],
	['a field in a list', 'POST', '/repos/a/b/git/trees', '{"tree":[{"path":"a","kind":"blob"}]}', '0.kind is unknown'],
	['another value', 'GET', '/repos/a/b/pulls?state=opened', '', '?state'],
	['a question that there is not', 'GET', '/repos/a/b/pulls?branch=x', '', '?branch is unknown'],
	['a body that nobody reads', 'GET', '/repos/a/b/git/ref/heads/main', '{}', 'A body is sent'],
])('%s is told', (_what, method, address, body, problem) => {
	expect(problemsOfRequest(method, address, body).join()).toContain(problem);
});

test('a status is told that GitHub does not give', () => {
	expect(problemsOfAnswer('POST', '/repos/a/b/git/refs', 200)).toEqual([
		'POST /repos/a/b/git/refs: GitHub does not answer 200',
	]);
	expect(problemsOfAnswer('POST', '/repos/a/b/git/refs', 201)).toEqual([]);
});
