import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { EditingMode } from '../../../src/editor/local-back-end.ts';
import { contentEdits } from '../../../src/local/editing/content-edits.ts';
import { randomFrom } from '../../random.ts';
import { temporaryFolder, writeFiles } from '../forms/form-site.ts';
import { repositories } from '../repository.ts';

const KILLS = 8;
const LONGEST_IN_MS = 600;
const HUB = 'content/clusters/hub.md';
const files = {
	[HUB]: `${'9'.repeat(100)}\n`,
	'content/assets/x.png': 'x',
	'content/site/settings.yaml': 'name: Site\n',
};

const repositoryWith = repositories(files);
const random = randomFrom(12);

/** Lets a process save until it is killed, with all that it started. */
async function saveAndKill(root: string, mode: EditingMode, size: number): Promise<void> {
	const saving = spawn(process.execPath, ['tests/local/editing/save-until-killed.ts', root, mode, String(size)], {
		detached: true,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const { pid } = saving;
	if (pid === undefined) throw new Error('The process did not start.');
	const kill = () => {
		if (saving.exitCode === null && saving.signalCode === null) process.kill(-pid, 'SIGKILL');
	};
	onTestFinished(kill);
	await once(saving.stdout, 'data');
	await wait(random.below(LONGEST_IN_MS));
	const ended = once(saving, 'exit');
	kill();
	await ended;
}

/** A text that was saved: one sign, so many times. */
const isWhole = (text: string, size: number): boolean =>
	[size, 100].some((length) => /^(\d)\1*\n$/.test(text) && text.length === length + 1);

test('whenever a process is killed that saves, the file is whole, as it was before or after', async () => {
	const size = 3_000_000;
	const root = temporaryFolder('killed');
	writeFiles(root, files);
	for (let kill = 1; kill <= KILLS; kill++) {
		await saveAndKill(root, 'fs', size);
		expect(isWhole(readFileSync(join(root, HUB), 'utf8'), size), `kill ${kill}`).toBe(true);
		// What was begun is hidden from whoever reads the content.
		expect(readdirSync(join(root, 'content/clusters')).filter((name) => !name.startsWith('.'))).toEqual(['hub.md']);
	}
}, 60_000);

test('whenever a process is killed that keeps drafts in git, the tree is on its branch, and goes on where it was', async () => {
	const size = 50_000;
	const { root, git } = repositoryWith();
	const edits = contentEdits({ folder: join(root, 'content'), mode: 'git' });
	for (let kill = 1; kill <= KILLS; kill++) {
		await saveAndKill(root, 'git', size);
		expect(git('branch', '--show-current'), `kill ${kill}`).toBe('main');
		const { status, body } = await edits.alone((act) =>
			act({ action: 'getEntry', params: { branch: 'main', path: HUB } }),
		);
		expect([status, isWhole((body as { data: string }).data, size)], JSON.stringify(body).slice(0, 300)).toEqual([
			200,
			true,
		]);
		expect(git('status', '--porcelain', '--branch'), `kill ${kill}`).toBe('## main');
		for (const branch of git('branch', '--format=%(refname:short)').split('\n')) {
			expect(isWhole(`${git('show', `${branch}:${HUB}`)}\n`, size), branch).toBe(true);
		}
		expect(git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe('');
	}
}, 120_000);
