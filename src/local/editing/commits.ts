import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isGroup } from '../../files/values.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { lineOf, runGit } from './git-tree.ts';

// Commits are made beside the working tree, and a branch moves to one at once: whatever happens meanwhile, the tree
// stays on its branch, and a draft is as it was or as it was saved.

/** Files by path with what they are to hold; null for those that go. */
export type Changes = ReadonlyMap<string, string | Uint8Array | null>;

/** Hooks and signatures are for people who commit by hand. */
const QUIETLY = ['-c', 'core.hooksPath=/dev/null', '-c', 'commit.gpgSign=false'];

const placeInGit = async (root: string, name: string): Promise<string> =>
	resolve(root, await lineOf(root, ['rev-parse', '--git-path', name]));

/** The commit that a branch is at. Throws if there is none. */
export const commitOf = (root: string, branch: string): Promise<string> =>
	lineOf(root, ['rev-parse', '--verify', `refs/heads/${branch}^{commit}`]);

/** Makes a commit of changes on another one. Answers with that one if they change nothing. */
export async function commitOn(root: string, parent: string, changes: Changes, message: string): Promise<string> {
	// Of its own: a git that outlived a killed process may still hold the last one.
	const folder = mkdtempSync(join(tmpdir(), 'editing-'));
	const environment = { GIT_INDEX_FILE: join(folder, 'index') };
	try {
		await runGit(root, ['read-tree', parent], { environment });
		let lines = '';
		for (const [path, content] of changes) {
			const id =
				content === null
					? undefined
					: await lineOf(root, ['hash-object', '-w', '--stdin', `--path=${path}`], { input: content });
			lines += id === undefined ? `0 ${'0'.repeat(parent.length)}\t${path}\0` : `100644 ${id}\t${path}\0`;
		}
		await runGit(root, ['update-index', '-z', '--index-info'], { environment, input: lines });
		const tree = await lineOf(root, ['write-tree'], { environment });
		if (tree === (await lineOf(root, ['rev-parse', `${parent}^{tree}`]))) return parent;
		return await lineOf(root, ['commit-tree', tree, '-p', parent], { input: `${message.trim()}\n` });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Brings a draft onto what was published since it began, in a tree of its own. Undefined if they contradict each other. */
export async function rebased(root: string, draft: string, published: string): Promise<string | undefined> {
	if ((await lineOf(root, ['merge-base', draft, published])) === published) return draft;
	const tree = await placeInGit(root, 'editing-tree');
	const remove = async () => {
		rmSync(tree, { recursive: true, force: true });
		await runGit(root, ['worktree', 'prune']);
	};
	// One that a killed process left.
	await remove();
	try {
		await runGit(root, [...QUIETLY, 'worktree', 'add', '--quiet', '--detach', tree, draft]);
		const isDone = await runGit(tree, [...QUIETLY, 'rebase', '--quiet', published]).then(
			() => true,
			() => false,
		);
		return isDone ? await lineOf(tree, ['rev-parse', 'HEAD']) : undefined;
	} finally {
		await remove();
	}
}

/** Moves a branch that is not checked out, unless somebody else moved it meanwhile. */
export async function moveDraft(root: string, branch: string, to: string, from?: string): Promise<void> {
	await runGit(root, ['update-ref', `refs/heads/${branch}`, to, from ?? '']);
}

const NOTE = 'editing.published';

/** Moves the branch that is checked out, and the files of the working tree with it, which has no changes of its own. */
export async function publish(root: string, from: string, to: string): Promise<void> {
	if (from === to) return;
	const note = await placeInGit(root, NOTE);
	await writeWhole([{ path: note, content: JSON.stringify({ from, to }) }]);
	await runGit(root, [...QUIETLY, 'merge', '--quiet', '--ff-only', to]);
	rmSync(note);
}

/** Ends what a process left that was killed while it published: each file is as it was before or after, by the branch. */
export async function settlePublishing(root: string): Promise<void> {
	const note = await placeInGit(root, NOTE);
	if (!existsSync(note)) return;
	const read: unknown = JSON.parse(readFileSync(note, 'utf8'));
	const { from, to } = isGroup(read) ? read : {};
	if (typeof from === 'string' && typeof to === 'string') {
		rmSync(await placeInGit(root, 'index.lock'), { force: true });
		const changed = await runGit(root, ['diff', '--name-only', '--no-renames', '-z', from, to, '--']);
		for (const path of changed.toString('utf8').split('\0').filter(Boolean)) await settleFile(root, path, [from, to]);
	}
	rmSync(note);
}

/** Brings a file to what the branch has, if it is as one of the commits has it: not if somebody changed it since. */
async function settleFile(root: string, path: string, commits: readonly string[]): Promise<void> {
	const idIn = (commit: string) =>
		lineOf(root, ['rev-parse', '--verify', '--quiet', `${commit}:${path}`]).catch(() => undefined);
	const file = join(root, path);
	const now = existsSync(file) ? await lineOf(root, ['hash-object', `--path=${path}`, file]) : undefined;
	if (!(await Promise.all(commits.map(idIn))).includes(now)) return;
	if ((await idIn('HEAD')) !== undefined) await runGit(root, ['checkout', '--quiet', 'HEAD', '--', path]);
	else {
		await runGit(root, ['rm', '--quiet', '--cached', '--ignore-unmatch', '--', path]);
		rmSync(file, { force: true });
	}
}
