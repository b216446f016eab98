import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { temporaryFolder, writeFiles } from './forms/form-site.ts';

/** Runs a command of git and gives what it prints. */
export type Git = (...command: string[]) => string;

/** Runs git in a folder. */
export const gitIn =
	(root: string): Git =>
	(...command) =>
		execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** Commits all that stands in the folder of a repository. */
export function commitAll(git: Git, message: string): void {
	git('add', '.');
	git('commit', '--quiet', `--message=${message}`);
}

/** Makes a folder a repository on the branch main, of an editor, with all that stands in it. */
export function startRepository(root: string): Git {
	const git = gitIn(root);
	git('init', '--quiet', '--initial-branch=main', '--template=');
	git('config', 'user.name', 'An editor');
	git('config', 'user.email', 'editor@example.org');
	commitAll(git, 'Start');
	return git;
}

/** Gives each test of a file a repository with some files, and more if it asks. To copy one takes a fraction of making it. */
export function repositories(files: Record<string, string>) {
	let start: string;
	beforeAll(() => {
		start = mkdtempSync(join(tmpdir(), 'repository-'));
		writeFiles(start, files);
		startRepository(start);
	});
	afterAll(() => {
		rmSync(start, { recursive: true, force: true });
	});
	return (more: Record<string, string> = {}): { root: string; git: Git } => {
		const root = temporaryFolder('repository');
		const git = gitIn(root);
		cpSync(start, root, { recursive: true });
		if (Object.keys(more).length > 0) {
			writeFiles(root, more);
			commitAll(git, 'More');
		}
		return { root, git };
	};
}
