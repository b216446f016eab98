import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { EditingMode } from '../../../src/editor/local-back-end.ts';
import { editingNote, whyEditingIsOff } from '../../../src/local/editing/editing-mode.ts';
import { localEditing } from '../../../src/local/editing/local-editing.ts';
import { askAt, type Question, type Reply } from '../ask.ts';
import { temporaryFolder, writeFiles } from '../forms/form-site.ts';
import { commitAll, gitIn, repositories, type Git } from '../repository.ts';
import { startSite } from '../started-site.ts';

const HUB = 'content/clusters/hub.md';
const hubNamed = (name: string) => `---\nname: ${name}\n---\n`;

const hub = { [HUB]: hubNamed('Hub'), 'content/site/settings.yaml': 'name: Site\n', '.env': 'SECRET=1\n' };

/** A project folder with these files beside a hub, its settings and a secret outside content/. */
function projectWith(files: Record<string, string> = {}): string {
	const root = temporaryFolder('editing');
	writeFiles(root, { ...hub, ...files });
	return root;
}

/** A reply with its JSON read. */
type Answered = Omit<Reply, 'body'> & { body: unknown };

/** A served project, asked as Decap's proxy back end asks. */
async function serve(
	root: string,
	mode: EditingMode = 'fs',
	folder = join(root, 'content'),
	asker?: string,
	more: Partial<Parameters<typeof localEditing>[0]> = {},
) {
	const handle = localEditing({ folder, mode, ...more });
	const server = createServer((incoming, outgoing) => {
		if (asker !== undefined) Object.defineProperty(incoming.socket, 'remoteAddress', { value: asker });
		handle(incoming, outgoing, () => outgoing.writeHead(200).end('"the site"'));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo;
	const ask = async ({ headers, ...question }: Question): Promise<Answered> => {
		const all = { 'Content-Type': 'application/json; charset=utf-8', ...headers };
		const { body, ...reply } = await askAt(port, { path: '/api/v1', headers: all, ...question });
		return { ...reply, body: body ? (JSON.parse(body) as unknown) : undefined };
	};
	const act = (action: string, params: Record<string, unknown> = {}, headers: OutgoingHttpHeaders = {}) =>
		ask({ headers, body: JSON.stringify({ branch: 'main', action, params: { branch: 'main', ...params } }) });
	const save = (path: string, raw: string, more: Record<string, unknown> = {}, useWorkflow = false) =>
		act('persistEntry', {
			dataFiles: [{ slug: 'hub', path, raw, ...more }],
			assets: [],
			options: { collectionName: 'clusters', commitMessage: `Save ${path}`, useWorkflow, status: 'draft' },
		});
	return { port, ask, act, save };
}

const sentenceOf = ({ body }: Answered) => (body as { error: string }).error;

describe('on one’s own machine the editor', () => {
	test('learns that content can be edited', async () => {
		const { ask } = await serve(projectWith());
		expect(await ask({ method: 'GET' })).toMatchObject({ status: 200, body: { local: true, mode: 'fs' } });
	});

	test('learns why the last build here did not go through', async () => {
		const failure = { words: 'No room is left.', entries: [] };
		const { ask } = await serve(projectWith(), 'fs', undefined, undefined, { lastFailure: () => failure });
		expect(await ask({ method: 'GET' })).toMatchObject({ body: { failure } });
	});

	test('lists the entries of a folder', async () => {
		const { act } = await serve(projectWith({ 'content/clusters/other.md': hubNamed('Other') }));
		const { body } = await act('entriesByFolder', { folder: 'content/clusters', extension: 'md', depth: 1 });
		expect((body as { file: { path: string } }[]).map(({ file }) => file.path)).toEqual([
			HUB,
			'content/clusters/other.md',
		]);
	});

	test('finds an empty list where there is no folder yet', async () => {
		const { act } = await serve(projectWith());
		expect(await act('entriesByFolder', { folder: 'content/points', extension: 'md', depth: 1 })).toMatchObject({
			status: 200,
			body: [],
		});
	});

	test('reads the settings, which are one file', async () => {
		const { act } = await serve(projectWith());
		const { body } = await act('entriesByFiles', {
			files: [{ path: 'content/site/settings.yaml', label: 'Settings' }],
		});
		expect(body).toMatchObject([{ data: 'name: Site\n', file: { label: 'Settings' } }]);
	});

	test('reads an entry', async () => {
		const { act } = await serve(projectWith());
		expect((await act('getEntry', { path: HUB })).body).toMatchObject({ data: hubNamed('Hub'), file: { path: HUB } });
	});

	test('saves an entry to its file', async () => {
		const root = projectWith();
		const { save } = await serve(root);
		expect((await save(HUB, hubNamed('Łódź'))).status).toBe(200);
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Łódź'));
	});

	test('saves a new entry into a folder that is not there yet', async () => {
		const root = projectWith();
		const { save } = await serve(root);
		expect((await save('content/points/first.md', 'x')).status).toBe(200);
		expect(readFileSync(join(root, 'content/points/first.md'), 'utf8')).toBe('x');
	});

	test('renames an entry, and leaves the files beside it alone', async () => {
		const root = projectWith({ 'content/clusters/other.md': hubNamed('Other') });
		const { save } = await serve(root);
		expect((await save(HUB, hubNamed('Renamed'), { newPath: 'content/clusters/new.md' })).status).toBe(200);
		expect(readdirSync(join(root, 'content/clusters')).sort()).toEqual(['new.md', 'other.md']);
		expect(readFileSync(join(root, 'content/clusters/new.md'), 'utf8')).toBe(hubNamed('Renamed'));
	});

	test('deletes an entry', async () => {
		const root = projectWith();
		const { act } = await serve(root);
		expect((await act('deleteFiles', { paths: [HUB], options: { commitMessage: 'x' } })).status).toBe(200);
		expect(existsSync(join(root, HUB))).toBe(false);
	});

	test('uploads a picture, sees it in the list and reads it back', async () => {
		const root = projectWith();
		const { act } = await serve(root);
		const asset = { path: 'content/assets/dot.png', content: 'iVBORw0KGgo=', encoding: 'base64' };
		expect((await act('persistMedia', { asset, options: { commitMessage: 'x' } })).status).toBe(200);
		expect(readFileSync(join(root, asset.path))).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
		expect((await act('getMedia', { mediaFolder: 'content/assets' })).body).toMatchObject([asset]);
		expect((await act('getMediaFile', { path: asset.path })).body).toMatchObject(asset);
	});

	test('saves many times at once, and the last one stays', async () => {
		const root = projectWith();
		const { save } = await serve(root);
		const names = Array.from({ length: 20 }, (_, index) => 'x'.repeat(1000 * (20 - index)));
		const replies = await Promise.all(names.map((name) => save(HUB, hubNamed(name))));
		expect(replies.map(({ status }) => status)).toEqual(names.map(() => 200));
		expect(names.map(hubNamed)).toContain(readFileSync(join(root, HUB), 'utf8'));
	});

	test('leaves all other addresses to the site', async () => {
		const { ask } = await serve(projectWith());
		for (const path of ['/', '/api/v1/', '/api/v10', '/api/v2', '/x?/api/v1']) {
			expect((await ask({ method: 'GET', path })).body, path).toBe('the site');
		}
	});

	test('uses 127.0.0.1 and [::1] as well, and its own pages', async () => {
		const { port, ask } = await serve(projectWith());
		for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
			const headers = { Host: host, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' };
			expect((await ask({ method: 'GET', headers })).status, host).toBe(200);
		}
	});
});

describe('the back end refuses', () => {
	const strangers: [string, (port: number) => OutgoingHttpHeaders, string][] = [
		['a name that another site lets point here', (port) => ({ Host: `evil.example:${port}` }), 'only on the machine'],
		['another port in the name', () => ({ Host: 'localhost:1' }), 'only on the machine'],
		['a name without its port', () => ({ Host: 'localhost' }), 'only on the machine'],
		['a page of another site', () => ({ Origin: 'https://evil.example' }), 'page of another site'],
		['a page of another server here', () => ({ Origin: 'http://localhost:1' }), 'page of another site'],
		['a page without an origin', () => ({ Origin: 'null' }), 'page of another site'],
		['a link on another site', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 'page of another site'],
		['a page of another port', () => ({ 'Sec-Fetch-Site': 'same-site' }), 'page of another site'],
	];

	test.each(strangers)('%s', async (_description, headers, sentence) => {
		const root = projectWith();
		const { port, ask, act } = await serve(root);
		const asked = [
			await ask({ method: 'GET', headers: headers(port) }),
			await act('deleteFiles', { paths: [HUB], options: { commitMessage: 'x' } }, headers(port)),
		];
		for (const reply of asked) {
			expect(reply.status).toBe(403);
			expect(sentenceOf(reply)).toContain(sentence);
			expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
		}
		expect(existsSync(join(root, HUB))).toBe(true);
	});

	test.each(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::7'])(
		'another machine, though it asks by a name of this one: %s',
		async (asker) => {
			const root = projectWith();
			const { act } = await serve(root, 'fs', join(root, 'content'), asker);
			const reply = await act('deleteFiles', { paths: [HUB], options: { commitMessage: 'x' } });
			expect([reply.status, sentenceOf(reply)]).toEqual([403, expect.stringContaining('only on the machine')]);
			expect(existsSync(join(root, HUB))).toBe(true);
		},
	);

	test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])('%s', async (method) => {
		const { ask } = await serve(projectWith());
		const reply = await ask({ method });
		expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, POST']);
	});

	test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
		'a form or a text: %s',
		async (type) => {
			const { act } = await serve(projectWith());
			expect((await act('info', {}, { 'Content-Type': type })).status).toBe(415);
		},
	);

	test.each(['', '{', 'null', '[]', '{}', '{"action":1}', '{"action":"getEntry","params":[]}'])(
		'what is no request: %s',
		async (body) => {
			const { ask } = await serve(projectWith());
			const reply = await ask({ body });
			expect([reply.status, sentenceOf(reply)]).toEqual([400, expect.stringContaining('nothing was saved')]);
		},
	);

	test('what is larger than 20 MB, and says so', async () => {
		const { save } = await serve(projectWith());
		const reply = await save('content/clusters/large.md', 'x'.repeat(20_000_000));
		expect(reply.status).toBe(413);
		expect(sentenceOf(reply)).toBe(
			'This is more than 20 MB with its pictures. Make the picture smaller and try again; nothing was saved.',
		);
	});

	test('actions that it does not know', async () => {
		const { act } = await serve(projectWith());
		const reply = await act('getNotes', { collection: 'clusters', slug: 'hub' });
		expect(reply.status).toBe(422);
		expect(sentenceOf(reply)).toMatch(/^The request to getNotes cannot be used/);
	});

	test('an entry without its text, in words that name the field', async () => {
		const { act } = await serve(projectWith());
		const reply = await act('persistEntry', { dataFiles: [{ slug: 'hub', path: HUB }], assets: [] });
		expect([reply.status, sentenceOf(reply)]).toEqual([422, expect.stringContaining('raw')]);
	});

	const wrongPaths = [
		'.env',
		'package.json',
		'/etc/passwd',
		'../other/content/x.md',
		'content/../.env',
		'content/clusters/../../.env',
		'content\\..\\.env',
		'content/clusters/..\\..\\.env',
		'content/.git/config',
		'content/clusters/.hidden.md',
		'content//x.md',
		'content/./x.md',
		'content/x.md\0.png',
		'content/x.md:stream',
		'contents/x.md',
		'',
	];

	const uses: [string, (path: string) => [string, Record<string, unknown>]][] = [
		['reading', (path) => ['getEntry', { path }]],
		['listing', (path) => ['entriesByFolder', { folder: path, extension: '', depth: 9 }]],
		['a file of the settings', (path) => ['entriesByFiles', { files: [{ path: HUB }, { path }] }]],
		['the pictures', (path) => ['getMedia', { mediaFolder: path }]],
		['a picture', (path) => ['getMediaFile', { path }]],
		['deleting', (path) => ['deleteFiles', { paths: [HUB, path], options: { commitMessage: 'x' } }]],
		['deleting one', (path) => ['deleteFile', { path, options: { commitMessage: 'x' } }]],
		[
			'an upload',
			(path) => [
				'persistMedia',
				{ asset: { path, content: 'eA==', encoding: 'base64' }, options: { commitMessage: 'x' } },
			],
		],
		[
			'saving',
			(path) => [
				'persistEntry',
				{
					dataFiles: [{ slug: 'hub', path, raw: 'x' }],
					assets: [],
					options: { commitMessage: 'x', useWorkflow: false, status: 'draft' },
				},
			],
		],
		[
			'a picture of an entry',
			(path) => [
				'persistEntry',
				{
					dataFiles: [{ slug: 'hub', path: HUB, raw: 'x' }],
					assets: [{ path, content: 'eA==', encoding: 'base64' }],
					options: { commitMessage: 'x', useWorkflow: false, status: 'draft' },
				},
			],
		],
		['a new name', (path) => ['persistEntry', { dataFiles: [{ slug: 'hub', path: HUB, raw: 'x', newPath: path }] }]],
		['a draft', (path) => ['unpublishedEntryDataFile', { collection: 'clusters', slug: 'hub', id: 'x', path }]],
	];

	test.each(uses)('every path outside content/: %s', async (_use, requestFor) => {
		const root = projectWith();
		const { act } = await serve(root);
		for (const path of wrongPaths) {
			const reply = await act(...requestFor(path));
			expect(reply.status, path).toBe(422);
			expect(sentenceOf(reply)).toContain('is not a path in content/');
		}
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Hub'));
		expect(readFileSync(join(root, '.env'), 'utf8')).toBe('SECRET=1\n');
	});

	test.each([
		'content/guide/page.mdx',
		'content/guide/page.MDX',
		'content/guide/page.md.ts',
		'content/clusters/page.html',
		'content/page.md',
		'content/assets/page.md',
		'content/assets/picture.svg',
		'content/assets/code.js',
	])('to change what is no entry and no picture: %s', async (path) => {
		const root = projectWith({ [path]: 'old' });
		const { act, save } = await serve(root);
		const asset = { path, content: 'eA==', encoding: 'base64' };
		for (const reply of [
			await save(path, 'x'),
			await save(HUB, 'x', { newPath: path }),
			await act('persistMedia', { asset, options: { commitMessage: 'x' } }),
			await act('deleteFiles', { paths: [path], options: { commitMessage: 'x' } }),
			await act('deleteFile', { path, options: { commitMessage: 'x' } }),
		]) {
			expect([reply.status, sentenceOf(reply)]).toEqual([422, expect.stringContaining('is no entry and no picture')]);
		}
		expect(readFileSync(join(root, path), 'utf8')).toBe('old');
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Hub'));
	});

	test.each([
		['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
		['groups', '{"path":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
	])('what is nested without end: %s', async (_what, params) => {
		const { ask } = await serve(projectWith());
		const reply = await ask({ body: `{"action":"getEntry","params":{"x":${params}}}` });
		expect([reply.status, sentenceOf(reply)]).toEqual([400, expect.stringContaining('nested too deeply')]);
	});

	const links: [string, string, string][] = [
		['a file', 'content/clusters/link.md', '.env'],
		['a folder', 'content/linked', 'outside'],
		['nothing', 'content/clusters/link.md', 'nowhere'],
	];

	test.each(links)('a link out of content/ to %s', async (_description, path, target) => {
		const root = projectWith({ 'outside/x.md': 'outside' });
		symlinkSync(join(root, target), join(root, path));
		const { act, save } = await serve(root);
		const below = path.endsWith('.md') ? path : `${path}/x.md`;
		for (const reply of [
			await act('getEntry', { path: below }),
			await act('entriesByFolder', { folder: dirname(path), extension: 'md', depth: 9 }),
			await save(below, 'changed'),
		]) {
			expect(reply.status).toBe(422);
			expect(sentenceOf(reply)).toContain('is a link that leads out of content/');
		}
		expect(readFileSync(join(root, 'outside/x.md'), 'utf8')).toBe('outside');
		expect(existsSync(join(root, 'nowhere'))).toBe(false);
	});

	const badMoves: [string, string, string, string][] = [
		['an address that another entry has', HUB, 'content/clusters/other.md', 'The address “other” is taken'],
		['a file that was renamed before', 'content/clusters/gone.md', 'content/clusters/new.md', 'There is no file'],
	];

	test.each(badMoves)('%s for an entry that is renamed', async (_description, path, newPath, sentence) => {
		const root = projectWith({ 'content/clusters/other.md': hubNamed('Other') });
		const { save } = await serve(root);
		const reply = await save(path, 'x', { newPath });
		expect([reply.status, sentenceOf(reply)]).toEqual([409, expect.stringContaining(sentence)]);
		expect(readdirSync(join(root, 'content/clusters')).sort()).toEqual(['hub.md', 'other.md']);
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Hub'));
		expect(readFileSync(join(root, 'content/clusters/other.md'), 'utf8')).toBe(hubNamed('Other'));
	});

	test.each(['--upload-pack=x', '-D', 'a..b', 'a b', 'a;b', ' '])('names that git could misread: %s', async (name) => {
		const { act } = await serve(projectWith());
		for (const params of [
			{ branch: name },
			{ collection: name, slug: 'hub' },
			{ collection: 'clusters', slug: name },
			{ id: name },
		]) {
			const reply = await act('unpublishedEntry', params);
			expect([reply.status, sentenceOf(reply)]).toEqual([422, expect.stringContaining('is not a name')]);
		}
	});

	test('what goes wrong on the disk, without a trace of code', async () => {
		const { act } = await serve(projectWith());
		const reply = await act('getMediaFile', { path: 'content/assets/none.png' });
		expect(reply).toMatchObject({
			status: 500,
			body: {
				error:
					'This could not be done (getMediaFile). The terminal that serves this page says why; what is in the form is not lost.',
			},
		});
	});
});

describe('a content folder that is not named content', () => {
	test('is not edited, and the commands say so', () => {
		const folder = join(projectWith({ 'other/x.md': '' }), 'other');
		expect(whyEditingIsOff(folder)).toBe(
			`Editing is off: the CMS writes to paths such as content/clusters/x.md, and ${folder} is not named content.`,
		);
	});

	test('answers as a host without a back end does', async () => {
		const root = projectWith({ 'other/x.md': '' });
		const { ask } = await serve(root, 'fs', join(root, 'other'));
		expect((await ask({ method: 'GET' })).status).toBe(404);
	});
});

test('the commands say where to edit', async () => {
	const root = projectWith();
	expect(await editingNote('http://localhost:1/', join(root, 'content'), 'fs')).toBe(
		`Edit: http://localhost:1/admin/ writes to ${join(root, 'content')}`,
	);
	expect(await editingNote('http://localhost:1/', join(process.cwd(), 'content'), 'fs')).toBe(
		'Edit: http://localhost:1/admin/ writes to content/ in this folder',
	);
});

// One look at a draft takes decap-server some ten runs of git.
describe('drafts on git branches', { timeout: 60_000 }, () => {
	const repositoryWith = repositories({ ...hub, '.gitignore': '.env\n' });

	test('are named in the answer, with the branch that they start from', async () => {
		const { ask } = await serve(repositoryWith().root, 'git');
		expect((await ask({ method: 'GET' })).body).toEqual({ local: true, mode: 'git', branch: 'main' });
	});

	test('go from draft to review to the site', async () => {
		const { root, git } = repositoryWith();
		const { act, save } = await serve(root, 'git');
		const entry = { collection: 'clusters', slug: 'hub' };

		expect((await save(HUB, hubNamed('Draft'), {}, true)).status).toBe(200);
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Hub'));
		expect((await act('unpublishedEntries')).body).toEqual(['clusters/hub']);
		expect((await act('unpublishedEntry', entry)).body).toMatchObject({ status: 'draft', diffs: [{ path: HUB }] });
		expect((await act('unpublishedEntryDataFile', { ...entry, id: HUB, path: HUB })).body).toEqual({
			data: hubNamed('Draft'),
		});

		await act('updateUnpublishedEntryStatus', { ...entry, newStatus: 'pending_review' });
		expect((await act('unpublishedEntry', entry)).body).toMatchObject({ status: 'pending_review' });

		expect((await act('publishUnpublishedEntry', entry)).status).toBe(200);
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Draft'));
		expect((await act('unpublishedEntries')).body).toEqual([]);
		expect(git('status', '--porcelain', '--branch')).toBe('## main');
	});

	test('are listed and read by many requests at once', async () => {
		const { root } = repositoryWith();
		const { act, save } = await serve(root, 'git');
		await save(HUB, hubNamed('Draft'), {}, true);
		const replies = await Promise.all(
			Array.from({ length: 20 }, () => act('unpublishedEntry', { collection: 'clusters', slug: 'hub' })),
		);
		expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
	});

	test('are told apart from entries without one', async () => {
		const { act } = await serve(repositoryWith().root, 'git');
		expect(await act('unpublishedEntry', { collection: 'clusters', slug: 'hub' })).toMatchObject({
			status: 404,
			body: { error: 'This entry has no draft.' },
		});
	});

	test('that are new stay off the site until they are published, and can be thrown away', async () => {
		const { root, git } = repositoryWith();
		const { act, save } = await serve(root, 'git');
		const path = 'content/clusters/new.md';
		await save(path, 'x', { slug: 'new' }, true);
		expect(existsSync(join(root, path))).toBe(false);
		const entry = { collection: 'clusters', slug: 'new' };
		expect((await act('unpublishedEntry', entry)).body).toMatchObject({ diffs: [{ path, newFile: true }] });
		expect((await act('deleteUnpublishedEntry', entry)).status).toBe(200);
		expect(git('branch', '--format=%(refname:short)')).toBe('main');
	});

	describe('that rename an entry', () => {
		const NEW = 'content/clusters/new.md';
		const NEWER = 'content/clusters/newer.md';
		const long = (name: string) => hubNamed(`${name}\nsummary: ${'A sentence about it. '.repeat(20)}`);
		const entry = { collection: 'clusters', slug: 'hub' };
		const repository = () => repositoryWith({ [HUB]: long('Hub'), 'content/clusters/other.md': long('Other') });
		const filesOn = (git: Git, branch: string) =>
			git('ls-tree', '--name-only', branch, 'content/clusters/').split('\n');

		test('move its file when they are published, and not before', async () => {
			const { root, git } = repository();
			const { act, save } = await serve(root, 'git');
			expect((await save(HUB, long('Renamed'), { newPath: NEW }, true)).status).toBe(200);
			expect(git('status', '--porcelain', '--branch')).toBe('## main');
			expect(filesOn(git, 'main')).toEqual([HUB, 'content/clusters/other.md']);
			expect(filesOn(git, 'cms/clusters/hub')).toEqual([NEW, 'content/clusters/other.md']);
			expect(git('rev-list', '--count', 'main..cms/clusters/hub')).toBe('1');
			expect((await act('unpublishedEntry', entry)).body).toMatchObject({ diffs: [{ path: NEW, newFile: false }] });

			expect((await act('publishUnpublishedEntry', entry)).status).toBe(200);
			expect(readdirSync(join(root, 'content/clusters'))).toEqual(['new.md', 'other.md']);
			expect(readFileSync(join(root, NEW), 'utf8')).toBe(long('Renamed'));
		});

		test('can rename it again, and back', async () => {
			const { root, git } = repository();
			const { save } = await serve(root, 'git');
			await save(HUB, long('Renamed'), { newPath: NEW }, true);
			expect((await save(NEW, long('Again'), { newPath: NEWER }, true)).status).toBe(200);
			expect(filesOn(git, 'cms/clusters/hub')).toEqual([NEWER, 'content/clusters/other.md']);
			expect((await save(NEWER, long('Back'), { newPath: HUB }, true)).status).toBe(200);
			expect(filesOn(git, 'cms/clusters/hub')).toEqual([HUB, 'content/clusters/other.md']);
		});

		test('keep off an address that is taken on the site or in the draft', async () => {
			const { root, git } = repository();
			const { save } = await serve(root, 'git');
			const refuse = async (path: string, newPath: string, sentence: string) => {
				const reply = await save(path, 'x', { newPath }, true);
				expect([reply.status, sentenceOf(reply)]).toEqual([409, expect.stringContaining(sentence)]);
			};
			await refuse(HUB, 'content/clusters/other.md', 'The address “other” is taken');
			expect(git('branch', '--format=%(refname:short)')).toBe('main');
			await save(HUB, long('Renamed'), { newPath: NEW }, true);
			const draft = git('rev-parse', 'cms/clusters/hub');
			writeFileSync(join(root, NEWER), long('Newer'));
			commitAll(git, 'Another');
			await refuse(NEW, NEWER, 'The address “newer” is taken');
			await refuse(HUB, NEWER, 'There is no file content/clusters/hub.md any more');
			expect(git('rev-parse', 'cms/clusters/hub')).toBe(draft);
		});
	});

	test('are not begun over changes that are not committed', async () => {
		const { root, git } = repositoryWith();
		writeFileSync(join(root, HUB), hubNamed('Changed by hand'));
		writeFileSync(join(root, 'code.ts'), 'let x;');
		const { save } = await serve(root, 'git');
		const reply = await save(HUB, hubNamed('Draft'), {}, true);
		expect(reply.status).toBe(409);
		expect(sentenceOf(reply)).toBe(
			`The working tree has changes that are not committed: ${HUB}, code.ts. A draft would take them along. Commit or stash them first, or leave CMS_MODE out.`,
		);
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Changed by hand'));
		expect(git('branch', '--format=%(refname:short)')).toBe('main');
	});

	test('need a git repository, and the commands say so', async () => {
		const root = projectWith();
		const { save } = await serve(root, 'git');
		const reply = await save(HUB, 'x', {}, true);
		expect([reply.status, sentenceOf(reply)]).toEqual([409, expect.stringContaining('needs git and a repository')]);
		expect(await editingNote('http://localhost:1/', join(root, 'content'), 'git')).toContain(
			'Not yet: CMS_MODE=git needs git and a repository',
		);
	});

	test('start from a branch that is no draft itself', async () => {
		const { root, git } = repositoryWith();
		git('switch', '--quiet', '--create', 'cms/clusters/hub');
		const { act } = await serve(root, 'git');
		expect(sentenceOf(await act('unpublishedEntries'))).toContain('is on the draft “cms/clusters/hub”');
		git('switch', '--quiet', '--detach');
		expect(sentenceOf(await act('unpublishedEntries'))).toContain('is on no branch');
	});

	test('start from a commit', async () => {
		const root = projectWith();
		gitIn(root)('init', '--quiet');
		const { act } = await serve(root, 'git');
		expect(sentenceOf(await act('unpublishedEntries'))).toContain('has no commit yet');
	});

	test('that cannot be kept now are named in the answer with the reason', async () => {
		const { ask } = await serve(projectWith(), 'git');
		expect((await ask({ method: 'GET' })).body).toMatchObject({
			mode: 'git',
			problem: expect.stringContaining('needs git and a repository') as string,
		});
	});

	test('need content/ at the top of the repository', async () => {
		const { root } = repositoryWith({ 'inner/content/clusters/hub.md': 'x' });
		const { act } = await serve(join(root, 'inner'), 'git');
		expect(sentenceOf(await act('unpublishedEntries'))).toContain('at the top of its repository');
	});

	test('need the branch that the editor asks for', async () => {
		const { act } = await serve(repositoryWith().root, 'git');
		const reply = await act('unpublishedEntries', { branch: 'master' });
		expect([reply.status, sentenceOf(reply)]).toEqual([409, expect.stringContaining('The working tree is on “main”')]);
	});

	test('that contradict what was published since are refused, and the tree stays as it was', async () => {
		const { root, git } = repositoryWith();
		const { save } = await serve(root, 'git');
		await save(HUB, hubNamed('Draft'), {}, true);
		writeFileSync(join(root, HUB), hubNamed('Published'));
		git('commit', '--quiet', '--all', '--message=Publish');
		const reply = await save(HUB, hubNamed('Later'), {}, true);
		expect([reply.status, sentenceOf(reply)]).toEqual([409, expect.stringContaining('change the same lines')]);
		expect(git('status', '--porcelain', '--branch')).toBe('## main');
		expect(readFileSync(join(root, HUB), 'utf8')).toBe(hubNamed('Published'));
		expect(git('show', `cms/clusters/hub:${HUB}`)).toBe(hubNamed('Draft').trim());
	});

	/** A repository with a draft that holds a link out of content/. */
	function repositoryWithTrap(draft: string) {
		const { root, git } = repositoryWith();
		git('switch', '--quiet', '--create', draft);
		symlinkSync('../../.git/config', join(root, 'content/clusters/trap.md'));
		commitAll(git, 'Trap');
		git('switch', '--quiet', 'main');
		return { root, git };
	}

	test('that hold a link are not opened', async () => {
		const { root } = repositoryWithTrap('cms/clusters/trap');
		const { act } = await serve(root, 'git');
		const reply = await act('unpublishedEntryDataFile', {
			collection: 'clusters',
			slug: 'trap',
			id: 'content/clusters/trap.md',
			path: 'content/clusters/trap.md',
		});
		expect([reply.status, sentenceOf(reply)]).toEqual([422, expect.stringContaining('is a link and no file')]);
	});

	test('that hold a link are not saved', async () => {
		const { root, git } = repositoryWithTrap('cms/clusters/hub');
		const { save } = await serve(root, 'git');
		const reply = await save(HUB, hubNamed('Draft'), {}, true);
		expect([reply.status, sentenceOf(reply)]).toEqual([422, expect.stringContaining('is a link and no file')]);
		expect(git('show', `cms/clusters/hub:${HUB}`)).toBe(hubNamed('Hub').trim());
	});
});

test('a second npm start on the same port says so, and the first one ends with its process', async () => {
	const root = projectWith({ 'dist/index.html': '', 'dist/404.html': '', 'dist/_headers': '' });
	const start = (port: string) =>
		startSite({ PORT: port, OUT_DIR: join(root, 'dist'), CONTENT_DIR: join(root, 'content') });
	const first = start('0');
	const port = await first.said(/Edit: http:\/\/localhost:(\d+)\/admin\/ writes to/);
	const second = start(port);
	await second.said(/Port \d+ is taken/);
	const { code, output } = await second.ended;
	expect([code, output.trim()]).toEqual([
		1,
		`Port ${port} is taken, perhaps by another npm start or npm run dev. Stop what runs there, or choose another: PORT=${Number(port) + 1} npm start.`,
	]);
	await first.kill();
	await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
}, 30_000);
