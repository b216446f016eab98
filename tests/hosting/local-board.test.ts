import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localDesk } from '../../src/hosting/local-desk.ts';
import { contentEdits, type Act } from '../../src/hosting/local-editing.ts';
import { removeUnfinished, storeSubmission, submissionFiles } from '../../src/hosting/submission-files.ts';
import { readEntryFile } from '../../src/cms/entry-file.ts';
import type { Submission } from '../../src/submissions/read-submission.ts';
import { fileOf } from '../entries.ts';
import { formSite, temporaryFolder, writeFiles } from './form-site.ts';

const HUB = 'content/clusters/hub.md';
const MARKED = 'marked-address@example.org';

const proposal = {
	name: 'Łódź Hub',
	country: 'PL',
	summary: 'What it is, and where.',
	kind: 'csei',
	themes: 'food',
	source: 'https://example.org/page',
	email: MARKED,
	consent: 'yes',
};

const correction = {
	cluster: '/clusters/hub/',
	field: 'founded',
	proposed: '2016',
	source: 'https://example.org/page',
	email: MARKED,
	consent: 'yes',
};

/** A repository with a profile, and a desk beside it. */
function useDesk(files: Record<string, string> = {}) {
	const root = temporaryFolder('board');
	const folder = join(temporaryFolder('sent'), 'submissions');
	writeFiles(root, { [HUB]: fileOf('clusters', { name: 'Hub', founded: 2015 }), ...files });
	const git = (...command: string[]) =>
		execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	git('init', '--quiet', '--initial-branch=main');
	git('config', 'user.name', 'An editor');
	git('config', 'user.email', 'editor@example.org');
	git('add', '.');
	git('commit', '--quiet', '--message=Start');
	const content = join(root, 'content');
	const open = () => localDesk(folder, content, contentEdits({ folder: content, mode: 'git' }));
	const send = async (form: string, data: Record<string, string | string[]>): Promise<Submission> =>
		storeSubmission(folder, { form, data });
	const namesIn = (kind: string) => (existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)) : []);
	const textsIn = (kind: string) => namesIn(kind).map((name) => readFileSync(join(folder, kind, name), 'utf8'));
	const branches = () => git('branch', '--format=%(refname:short)').split('\n');
	const edits = contentEdits({ folder: content, mode: 'git' });
	const act: Act = (asked) => edits.alone((run) => run(asked));
	const ask = async (action: string, params: Record<string, unknown> = {}) =>
		(await act({ action, params: { branch: 'main', ...params } })).body;
	return { root, folder, git, open, send, namesIn, textsIn, branches, ask, edits };
}

// A draft takes decap-server some ten runs of git.
describe('the board of one’s own machine', { timeout: 60_000 }, () => {
	test('shows a proposal as a draft, which no reader sees', async () => {
		const { root, open, send, branches, ask, git } = useDesk();
		expect(await open().bring(await send('proposal', proposal))).toBe('draft');
		expect(branches()).toEqual(['cms/clusters/lodz-hub', 'main']);
		expect(await ask('unpublishedEntry', { collection: 'clusters', slug: 'lodz-hub' })).toMatchObject({
			status: 'draft',
			diffs: [{ path: 'content/clusters/lodz-hub.md', newFile: true }],
		});
		expect(existsSync(join(root, 'content/clusters/lodz-hub.md'))).toBe(false);
		expect(git('status', '--porcelain', '--branch')).toBe('## main');
		expect(git('log', '-1', '--format=%s', 'cms/clusters/lodz-hub')).toBe('Proposed: Łódź Hub');
	});

	test('shows a correction as a draft of the profile', async () => {
		const { open, send, git } = useDesk();
		expect(await open().bring(await send('correction', correction))).toBe('draft');
		const { data } = readEntryFile('clusters', git('show', `cms/clusters/hub:${HUB}`));
		expect(data).toMatchObject({ founded: 2016, corrections: [{ field: 'founded', from: '2015', to: '2016' }] });
	});

	test('can publish a draft', async () => {
		const { open, send, ask, root, branches } = useDesk();
		await open().bring(await send('correction', correction));
		await ask('publishUnpublishedEntry', { collection: 'clusters', slug: 'hub' });
		expect(branches()).toEqual(['main']);
		expect(readFileSync(join(root, HUB), 'utf8')).toContain('founded: 2016');
	});

	test('keeps views off the board', async () => {
		const { open, send, branches, namesIn } = useDesk();
		expect(await open().bring(await send('views-a', { answer: 'x' }))).toBe('not-for-the-board');
		expect([branches(), namesIn('notes')]).toEqual([['main'], []]);
	});

	test('takes a note of what is no profile', async () => {
		const { open, send, textsIn, branches } = useDesk();
		expect(await open().bring(await send('proposal', { ...proposal, country: 'XX' }))).toBe('note');
		expect(textsIn('notes')).toEqual([
			expect.stringMatching(/^A proposal that cannot be used as it is\n\nCountry is not one of the choices\. /),
		]);
		expect(branches()).toEqual(['main']);
	});

	test('takes a note of a second correction while the first one waits', async () => {
		const { open, send, textsIn } = useDesk();
		const { bring } = open();
		expect(await bring(await send('correction', correction))).toBe('draft');
		expect(await bring(await send('correction', { ...correction, field: 'ended' }))).toBe('note');
		expect(textsIn('notes')[0]).toContain('A draft of this profile waits on the board already');
	});
});

describe('a submission comes to the board once', { timeout: 60_000 }, () => {
	test('however often it is brought', async () => {
		const { open, send, branches } = useDesk();
		const sent = await send('proposal', proposal);
		const { bring } = open();
		expect([await bring(sent), await bring(sent)]).toEqual(['draft', 'known']);
		expect(branches()).toEqual(['cms/clusters/lodz-hub', 'main']);
	});

	test('also as a note', async () => {
		const { open, send, namesIn } = useDesk();
		const sent = await send('proposal', { ...proposal, country: '' });
		expect([await open().bring(sent), await open().bring(sent)]).toEqual(['note', 'known']);
		expect(namesIn('notes')).toEqual([`${sent.id}.txt`]);
	});

	test('although an editor threw its draft away', async () => {
		const { open, send, ask, branches } = useDesk();
		const sent = await send('proposal', proposal);
		await open().bring(sent);
		await ask('deleteUnpublishedEntry', { collection: 'clusters', slug: 'lodz-hub' });
		expect([await open().bring(sent), branches()]).toEqual(['known', ['main']]);
	});

	test('although an editor published it, and its word was lost', async () => {
		const { open, send, ask, folder } = useDesk();
		const sent = await send('proposal', proposal);
		await open().bring(sent);
		await ask('publishUnpublishedEntry', { collection: 'clusters', slug: 'lodz-hub' });
		rmSync(join(folder, 'drafts'), { recursive: true });
		expect(await open().bring(sent)).toBe('known');
	});

	test('although the process was stopped after the draft was saved and before that was noted', async () => {
		const { open, send, folder } = useDesk();
		const sent = await send('proposal', proposal);
		await open().bring(sent);
		rmSync(join(folder, 'drafts'), { recursive: true });
		expect(await open().bring(sent)).toBe('known');
	});

	test('although the process was stopped after its branch was made and before its draft was saved', async () => {
		const { open, send, git, branches, ask } = useDesk();
		git('branch', 'cms/clusters/lodz-hub');
		expect(await open().bring(await send('proposal', proposal))).toBe('draft');
		expect(branches()).toEqual(['cms/clusters/lodz-hub', 'main']);
		expect(await ask('unpublishedEntry', { collection: 'clusters', slug: 'lodz-hub' })).toMatchObject({
			status: 'draft',
		});
	});

	test('by two processes at the same time', async () => {
		const { open, send, branches } = useDesk();
		const sent = await send('proposal', proposal);
		const outcomes = await Promise.all([open().bring(sent), open().bring(sent)]);
		expect(outcomes.sort()).toEqual(['draft', 'known']);
		expect(branches()).toEqual(['cms/clusters/lodz-hub', 'main']);
	});
});

describe('a proposal gets a slug of its own', { timeout: 60_000 }, () => {
	const bringNamed = async ({ open, send, branches }: ReturnType<typeof useDesk>, name: string) => {
		const before = branches();
		await open().bring(await send('proposal', { ...proposal, name }));
		return branches().filter((branch) => !before.includes(branch));
	};

	test('where a profile has the first one', async () => {
		expect(await bringNamed(useDesk(), 'Hub')).toEqual(['cms/clusters/hub-2']);
	});

	test('where a profile had it', async () => {
		const aliases = { aliases: ['old-hub', 'older-hub'] };
		const flow = useDesk({ [HUB]: fileOf('clusters', aliases) });
		expect(await bringNamed(flow, 'Older hub')).toEqual(['cms/clusters/older-hub-2']);
		const block = useDesk({ [HUB]: fileOf('clusters').replace(/---\n$/, 'aliases:\n  - old-hub\n---\n') });
		expect(await bringNamed(block, 'Old hub')).toEqual(['cms/clusters/old-hub-2']);
	});

	test('although a profile has a theme of that name', async () => {
		const desk = useDesk({ [HUB]: fileOf('clusters').replace(/themes: .*/, 'themes:\n  - food') });
		expect(await bringNamed(desk, 'Food')).toEqual(['cms/clusters/food']);
	});

	test('where a draft has it', async () => {
		const desk = useDesk();
		expect(await bringNamed(desk, 'New')).toEqual(['cms/clusters/new']);
		expect(await bringNamed(desk, 'New')).toEqual(['cms/clusters/new-2']);
	});

	test('where a draft is about to get it', async () => {
		const desk = useDesk();
		desk.git('switch', '--quiet', '--create', 'cms/clusters/hub');
		desk.git('mv', HUB, 'content/clusters/renamed.md');
		desk.git('commit', '--quiet', '--message=Rename');
		desk.git('switch', '--quiet', 'main');
		expect(await bringNamed(desk, 'Renamed')).toEqual(['cms/clusters/renamed-2']);
	});
});

describe('whatever is sent', { timeout: 120_000 }, () => {
	const large = 'x'.repeat(1_000_000);
	const hostile: [string, string, Record<string, string | string[]>, 'draft' | 'note'][] = [
		['an end of the fields', 'proposal', { ...proposal, summary: 'a\n---\nevil: true\n---\n<script>' }, 'draft'],
		['code in the fields', 'proposal', { ...proposal, name: '---js\nmodule.exports = 1' }, 'draft'],
		['a script', 'proposal', { ...proposal, name: '<script>alert(1)</script>' }, 'draft'],
		['a path', 'proposal', { ...proposal, name: '../../.git/config' }, 'draft'],
		['an option of git', 'proposal', { ...proposal, name: '--upload-pack=x' }, 'draft'],
		['another script alone', 'proposal', { ...proposal, name: '社会' }, 'draft'],
		['a trailer of another submission', 'proposal', { ...proposal, name: 'A\n\nSubmission: x' }, 'draft'],
		['a megabyte', 'proposal', { ...proposal, summary: large }, 'note'],
		['a megabyte of lines', 'proposal', { ...proposal, name: 'x\n'.repeat(500_000) }, 'note'],
		['a field that is none', 'proposal', { ...proposal, aliases: ['hub'] }, 'note'],
		['a list in place of a text', 'proposal', { ...proposal, name: ['a', 'b'] }, 'note'],
		['an address that runs code', 'proposal', { ...proposal, source: 'javascript:alert(1)' }, 'note'],
		['signs that nobody sees', 'proposal', { ...proposal, name: 'a\u0007b' }, 'note'],
		['nothing', 'proposal', {}, 'note'],
		['a path for a profile', 'correction', { ...correction, cluster: '../../.git/config' }, 'note'],
		['a profile that is not there', 'correction', { ...correction, cluster: 'nowhere' }, 'note'],
		['a fact that nobody corrects', 'correction', { ...correction, field: 'check' }, 'note'],
		['a value that the fact cannot have', 'correction', { ...correction, proposed: 'long ago' }, 'note'],
		['a script for a name', 'correction', { ...correction, field: 'name', proposed: '<script>' }, 'draft'],
	];

	test.each(hostile)('%s becomes a draft or a note, never both', async (_description, form, data, outcome) => {
		const { open, send, branches, namesIn, git, ask } = useDesk();
		const sent = await send(form, data);
		expect(await open().bring(sent)).toBe(outcome);
		const drafts = branches().filter((branch) => branch !== 'main');
		expect([drafts.length, namesIn('drafts').length, namesIn('notes').length]).toEqual(
			outcome === 'draft' ? [1, 1, 0] : [0, 0, 1],
		);
		expect(git('status', '--porcelain', '--branch')).toBe('## main');
		for (const draft of drafts) {
			const paths = git('diff', '--name-only', `main...${draft}`).split('\n');
			expect(paths).toEqual([expect.stringMatching(/^content\/clusters\/[a-z0-9-]+\.md$/)]);
			const { data: fields } = readEntryFile('clusters', git('show', `${draft}:${paths[0] ?? ''}`));
			expect(Object.keys(fields ?? {})).not.toContain('evil');
		}
		expect(await ask('unpublishedEntries')).toEqual(drafts.map((draft) => draft.replace('cms/', '')));
		expect(await open().bring(sent)).toBe('known');
	});

	test('no address of a sender gets into the repository, the notes or their titles', async () => {
		const { root, open, send, git, textsIn } = useDesk();
		const { bring } = open();
		for (const [, form, data] of hostile.filter(([, , sent]) => 'email' in sent)) await bring(await send(form, data));
		await bring(await send('correction', { ...correction, email: `${MARKED} and more` }));
		const objects = git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').split('\n');
		const found = objects.filter((object) => git('cat-file', '-p', object).includes(MARKED));
		expect(objects.length).toBeGreaterThan(20);
		expect(found).toEqual([]);
		expect(textsIn('notes').filter((text) => text.includes(MARKED))).toEqual([]);
		const inGit = readdirSync(join(root, '.git'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('/objects'))
			.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(MARKED));
		expect(inGit).toEqual([]);
	});
});

describe('nothing is brought', { timeout: 60_000 }, () => {
	test('over changes that are not committed; the sentence says so, and it comes later', async () => {
		const { root, open, send, branches } = useDesk();
		const sent = await send('proposal', proposal);
		writeFileSync(join(root, 'code.ts'), 'let x;');
		await expect(open().bring(sent)).rejects.toThrow(
			'The working tree has changes that are not committed: code.ts. A draft would take them along.',
		);
		expect(branches()).toEqual(['main']);
		rmSync(join(root, 'code.ts'));
		expect(await open().bring(sent)).toBe('draft');
	});

	test('while an editor saves: both are kept, and nothing is mixed', async () => {
		const { open, send, edits, git, branches } = useDesk();
		const sendNamed = (name: string) => send('proposal', { ...proposal, name });
		const [one, two, three] = [await sendNamed('One'), await sendNamed('Two'), await sendNamed('Three')];
		const save = (name: string) =>
			edits.alone((act) =>
				act({
					action: 'persistEntry',
					params: {
						branch: 'main',
						dataFiles: [{ slug: 'hub', path: HUB, raw: fileOf('clusters', { name }) }],
						assets: [],
						options: { collectionName: 'clusters', useWorkflow: true, status: 'draft', commitMessage: name },
					},
				}),
			);
		const { bring } = open();
		const [a, b, saved, c] = await Promise.all([bring(one), bring(two), save('Edited'), bring(three)]);
		expect([a, b, saved.status, c]).toEqual(['draft', 'draft', 200, 'draft']);
		expect(branches()).toEqual([
			'cms/clusters/hub',
			'cms/clusters/one',
			'cms/clusters/three',
			'cms/clusters/two',
			'main',
		]);
		for (const slug of ['hub', 'one', 'two', 'three']) {
			expect(git('diff', '--name-only', `main...cms/clusters/${slug}`)).toBe(`content/clusters/${slug}.md`);
		}
	});
});

describe('npm run submissions', { timeout: 60_000 }, () => {
	const run = ({ root, folder }: ReturnType<typeof useDesk>, args: string[] = [], mode = 'git') =>
		new Promise<{ code: unknown; output: string }>((done) => {
			const started = spawn(process.execPath, ['src/hosting/bring-submissions.ts', ...args], {
				env: {
					...process.env,
					CONTENT_DIR: join(root, 'content'),
					SUBMISSIONS_DIR: folder,
					...(mode ? { CMS_MODE: mode } : {}),
				},
			});
			let output = '';
			for (const stream of [started.stdout, started.stderr]) {
				stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
			}
			started.on('exit', (code) => {
				done({ code, output });
			});
		});

	test('brings what waits, a line for each without what was sent', async () => {
		const desk = useDesk();
		const one = await desk.send('proposal', proposal);
		const two = await desk.send('views-a', { answer: MARKED });
		const three = await desk.send('correction', { ...correction, proposed: 'long ago' });
		const lines = [...[one, two, three].map(({ id }) => id)].sort();
		const { code, output } = await run(desk);
		const outcomes = [
			`${one.id}  proposal  draft`,
			`${two.id}  views-a  not-for-the-board`,
			`${three.id}  correction  note`,
		];
		expect([code, output.trim().split('\n')]).toEqual([
			0,
			lines.map((id) => outcomes.find((line) => line.startsWith(id))),
		]);
		expect((await run(desk)).output.match(/ {2}known$/gm)).toHaveLength(2);
	});

	test('deletes what is older than so many days, with its note, and nothing else', async () => {
		const desk = useDesk();
		const old = await desk.send('proposal', { ...proposal, country: '' });
		const young = await desk.send('proposal', proposal);
		await run(desk);
		const file = join(desk.folder, `${old.id}.json`);
		writeFileSync(file, readFileSync(file, 'utf8').replace(old.receivedAt, '2020-01-01T00:00:00.000Z'));
		expect(await run(desk, ['--delete-older-than=365'], '')).toEqual({
			code: 0,
			output: `${old.id}  proposal  deleted\n`,
		});
		expect(readdirSync(desk.folder).sort()).toEqual([`${young.id}.json`, 'drafts', 'notes']);
		expect([desk.namesIn('notes'), desk.namesIn('drafts')]).toEqual([[], [`${young.id}.txt`]]);
	});

	test.each([['--delete-older-than'], ['--delete-older-than=soon'], ['--delete-older-than=0'], ['--delete=3'], ['x']])(
		'refuses %s in words, and deletes nothing',
		async (argument) => {
			const desk = useDesk();
			await desk.send('proposal', proposal);
			expect(await run(desk, [argument])).toEqual({
				code: 1,
				output:
					'npm run submissions takes one option, with a number of days: npm run submissions -- --delete-older-than=365.\n',
			});
			expect(readdirSync(desk.folder)).toHaveLength(1);
		},
	);

	test('says what it needs without branches', async () => {
		const desk = useDesk();
		expect(await run(desk, [], '')).toEqual({
			code: 1,
			output: `Drafts need branches to wait on. Run CMS_MODE=git npm run submissions; until then everything waits in ${desk.folder}.\n`,
		});
	});

	test('says what it needs of the working tree', async () => {
		const desk = useDesk();
		writeFileSync(join(desk.root, 'code.ts'), 'let x;');
		const { code, output } = await run(desk);
		expect([code, output]).toEqual([1, expect.stringContaining('changes that are not committed: code.ts')]);
	});

	test('brings all others beside a file that is no submission, and names it', async () => {
		const desk = useDesk();
		const { id } = await desk.send('proposal', proposal);
		writeFiles(desk.folder, { 'list.json': '[]', '20270331t215959000z-0123456789ab.json': '{' });
		const { code, output } = await run(desk);
		expect([code, output.split('\n')]).toEqual([
			1,
			[
				`${id}  proposal  draft`,
				`These files in ${desk.folder} are no submissions; mend or remove them: 20270331t215959000z-0123456789ab.json, list.json`,
				'',
			],
		]);
	});
});

test('npm start with CMS_MODE=git brings a proposal to the board by itself', { timeout: 60_000 }, async () => {
	const { root, folder, branches } = useDesk();
	const site = temporaryFolder('site');
	writeFiles(site, {
		...formSite,
		'clusters/propose/index.html': `<form name="proposal" netlify>${Object.keys(proposal)
			.map((name) => `<input name="${name}">`)
			.join('')}</form>`,
	});
	const started = spawn(process.execPath, ['src/hosting/serve-built-site.ts'], {
		env: {
			...process.env,
			PORT: '0',
			CMS_MODE: 'git',
			OUT_DIR: site,
			CONTENT_DIR: join(root, 'content'),
			SUBMISSIONS_DIR: folder,
		},
	});
	onTestFinished(() => void started.kill());
	let output = '';
	const said = async (words: RegExp): Promise<string> => {
		for (;;) {
			const match = words.exec(output);
			if (match) return match[1] ?? '';
			await once(started.stdout, 'data');
		}
	};
	for (const stream of [started.stdout, started.stderr]) {
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	}
	const port = await said(/The site: http:\/\/localhost:(\d+)\//);
	await said(/(Stop it)/);
	const body = new URLSearchParams({ 'form-name': 'proposal', ...proposal });
	expect((await fetch(`http://localhost:${port}/`, { method: 'POST', body })).status).toBe(200);
	await said(/Received: \S+ {2}proposal {2}(draft)/);
	expect(branches()).toEqual(['cms/clusters/lodz-hub', 'main']);
	expect(output).toContain(`Forms: what is sent here is kept in ${folder}; a stand-in for the host`);
	expect(output).not.toContain(MARKED);
});

test('a folder without submissions has none, and nothing unfinished', async () => {
	const folder = join(temporaryFolder('sent'), 'submissions');
	removeUnfinished(folder);
	const all: Submission[] = [];
	for await (const submission of submissionFiles(folder).list()) all.push(submission);
	expect(all).toEqual([]);
	mkdirSync(folder);
	expect(() => submissionFiles(folder).remove('../../x')).toThrow('is not the id of a submission');
});
