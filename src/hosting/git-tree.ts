import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

const git = async (root: string, ...command: string[]): Promise<string> =>
	(await run('git', command, { cwd: root })).stdout.trimEnd();

/** What a command of git prints, or undefined if it fails. */
const tryGit = (root: string, ...command: string[]): Promise<string | undefined> =>
	git(root, ...command).catch(() => undefined);

/** The branch that is checked out, or undefined if none is. */
export const currentBranch = (root: string): Promise<string | undefined> =>
	tryGit(root, 'symbolic-ref', '--quiet', '--short', 'HEAD');

/** Why drafts on branches cannot be kept in this folder now, or undefined if they can. */
export async function problemWithTree(root: string): Promise<string | undefined> {
	const top = await tryGit(root, 'rev-parse', '--show-toplevel');
	if (top === undefined) {
		return `CMS_MODE=git needs a git repository, and ${root} is none. Run git init and commit there, or leave CMS_MODE out.`;
	}
	if (realpathSync(top) !== realpathSync(root)) {
		return `CMS_MODE=git needs content/ at the top of its repository, and that of ${root} begins at ${top}. Leave CMS_MODE out.`;
	}
	const branch = await currentBranch(root);
	if (branch === undefined || branch.startsWith('cms/')) {
		return `The working tree is on ${branch ? `the draft “${branch}”` : 'no branch'}, and drafts start from the main one. Run git switch main.`;
	}
	if ((await tryGit(root, 'rev-parse', '--verify', '--quiet', 'HEAD')) === undefined) {
		return 'This repository has no commit yet, and drafts start from one. Commit first.';
	}
	// All of the tree and not content/ alone: a save commits whatever it finds, and changes branches below it.
	const changed = await git(root, 'status', '--porcelain');
	if (changed === '') return undefined;
	const files = changed.split('\n').map((line) => line.slice(3));
	const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
	return `The working tree has changes that are not committed: ${files.slice(0, 3).join(', ')}${more}. A draft would take them along. Commit or stash them first, or leave CMS_MODE out.`;
}

/** The first link among the content files of a branch, if it has one. */
export async function linkOnBranch(root: string, branch: string): Promise<string | undefined> {
	const files = await tryGit(root, 'ls-tree', '-r', '-z', `refs/heads/${branch}`, '--', 'content');
	return files
		?.split('\0')
		.find((line) => line.startsWith('120000 '))
		?.split('\t')[1];
}

/** Ends a rebase or merge that stopped half-way, and goes back to the branch. */
export async function backTo(root: string, branch: string): Promise<void> {
	await tryGit(root, 'rebase', '--abort');
	await tryGit(root, 'merge', '--abort');
	if ((await currentBranch(root)) !== branch) await tryGit(root, 'switch', branch);
}
