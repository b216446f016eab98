import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntryFile } from '../../../src/files/entry-file.ts';
import { fileOf } from '../../entries.ts';
import { correction, desks, HUB, MARKED, proposal } from './desk.ts';

const useDesk = desks();

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

	test('keeps views and messages off the board, and publishes a receipt for each, once', async () => {
		const { open, send, branches, namesIn, git } = useDesk();
		const { bring } = open();
		const views = await send('views-a', { answer: MARKED, reference: 'bluebird' });
		const message = await send('message', { topic: 'other', message: MARKED });
		for (const sent of [views, message, views]) expect(await bring(sent)).toBe('receipt');
		expect([branches(), namesIn('notes'), git('status', '--porcelain')]).toEqual([['main'], [], '']);
		expect(git('log', '--format=%s', 'main').split('\n')).toEqual(['Add a receipt', 'Add a receipt', 'Start']);
		const paths = git('ls-files', 'content/receipts').split('\n');
		for (const path of paths) expect(path).toMatch(/^content\/receipts\/\d{4}-\d\d-\d\d-[0-9a-f]{12}\.yaml$/);
		const receipts = paths.map((path) => readEntryFile('receipts', git('show', `main:${path}`)).data);
		expect(receipts).toContainEqual(expect.objectContaining({ reference: 'bluebird', kind: 'view' }));
		expect(receipts).toContainEqual(expect.objectContaining({ kind: 'message', state: 'received' }));
	});

	test('leaves a receipt as an editor made it', async () => {
		const { root, open, send, git } = useDesk();
		const views = await send('views-a', { answer: 'x', reference: 'bluebird' });
		await open().bring(views);
		const [path = ''] = git('ls-files', 'content/receipts').split('\n');
		writeFileSync(join(root, path), `${git('show', `main:${path}`).replace('state: received', 'state: answered')}\n`);
		git('commit', '--quiet', '--all', '--message=Answer');
		const answered = git('rev-parse', 'main');
		expect(await open().bring(views)).toBe('receipt');
		expect(git('rev-parse', 'main')).toBe(answered);
	});

	test('leaves no trace of what says nothing', async () => {
		const { open, send, branches, namesIn, git } = useDesk();
		const { bring } = open();
		for (const [form, data] of [
			['proposal', {}],
			['views-a', { answer: ' ', email: MARKED, consent: 'yes' }],
		] as const) {
			expect(await bring(await send(form, data))).toBe('empty');
		}
		expect([branches(), namesIn('notes'), git('log', '--format=%s', '--all')]).toEqual([['main'], [], 'Start']);
	});

	test('shows of a draft its own file alone, whatever was published since, and publishes it beside that', async () => {
		const { root, open, send, ask, git, branches } = useDesk();
		const { bring } = open();
		const draft = { collection: 'clusters', slug: 'hub' };
		await bring(await send('correction', correction));
		await bring(await send('views-a', { answer: 'x' }));
		await bring(await send('message', { topic: 'other', message: 'x' }));
		// The receipt of the correction itself is older than its draft.
		expect(git('diff', '--name-only', 'main..cms/clusters/hub').split('\n')).toHaveLength(3);
		expect(await ask('unpublishedEntry', draft)).toMatchObject({ diffs: [{ path: HUB, newFile: false }] });
		expect(((await ask('unpublishedEntry', draft)) as { diffs: unknown[] }).diffs).toHaveLength(1);
		await ask('publishUnpublishedEntry', draft);
		expect(branches()).toEqual(['main']);
		expect(readFileSync(join(root, HUB), 'utf8')).toContain('founded: 2016');
		expect(readdirSync(join(root, 'content/receipts'))).toHaveLength(3);
	});

	test('counts as no draft what was published by other ways, and opens another in its place', async () => {
		const { root, open, send, ask, git } = useDesk();
		const { bring } = open();
		await bring(await send('correction', correction));
		const text = git('show', `cms/clusters/hub:${HUB}`);
		writeFileSync(join(root, HUB), `${text}\n`);
		git('commit', '--quiet', '--all', '--message=The same by hand');
		expect(await ask('unpublishedEntry', { collection: 'clusters', slug: 'hub' })).toEqual({
			error: 'This entry has no draft.',
		});
		expect(await bring(await send('correction', { ...correction, proposed: '2017' }))).toBe('draft');
		expect(git('show', `cms/clusters/hub:${HUB}`)).toContain('founded: 2017');
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
