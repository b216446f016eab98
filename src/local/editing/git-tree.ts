import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { DRAFT_BRANCHES } from '../../editor/draft-branch.ts';

const run = promisify(execFile);

/** What a command of git is given besides its words. */
interface Given {
	input?: string | Uint8Array;
	environment?: Record<string, string>;
}

/** All that a command of git prints, as it is. Throws, with what git says, if it fails. */
export async function runGit(
	root: string,
	command: readonly string[],
	{ input, environment }: Given = {},
): Promise<Buffer> {
	const env = { ...process.env, ...environment };
	const options = { cwd: root, maxBuffer: 2 ** 26, env, encoding: 'buffer' as const };
	const running = run('git', command, options);
	// A command that fails may not read to the end.
	running.child.stdin?.on('error', () => undefined).end(input);
	try {
		return (await running).stdout;
	} catch (error) {
		const said = String((error as { stderr?: Buffer }).stderr ?? '').trim();
		throw new Error(`git ${command[0] ?? ''} failed in ${root}: ${said || String(error)}`, { cause: error });
	}
}

/** What a command of git prints in one line. Throws, with what git says, if it fails. */
export const lineOf = async (root: string, command: readonly string[], given?: Given): Promise<string> =>
	(await runGit(root, command, given)).toString('utf8').trim();

/** All that a command of git prints, or undefined if it fails. */
const wholeOf = (root: string, ...command: string[]): Promise<string | undefined> =>
	runGit(root, command).then(String, () => undefined);

/** What a command of git prints, without line breaks at its end, or undefined if it fails. */
const git = async (root: string, ...command: string[]): Promise<string | undefined> =>
	(await wholeOf(root, ...command))?.trimEnd();

/** The branch that is checked out, or why drafts on branches cannot be kept in this folder now. */
export type Tree = { branch: string; problem?: never } | { branch?: never; problem: string };

/** Looks at the working tree that content/ lies in. */
export async function readTree(root: string): Promise<Tree> {
	const top = await git(root, 'rev-parse', '--show-toplevel');
	if (top === undefined) {
		return {
			problem: `CMS_MODE=git needs git and a repository, and ${root} is none. Run git init and commit there, or leave CMS_MODE out.`,
		};
	}
	if (realpathSync(top) !== realpathSync(root)) {
		return {
			problem: `CMS_MODE=git needs content/ at the top of its repository, and that of ${root} begins at ${top}. Leave CMS_MODE out.`,
		};
	}
	const status = (await git(root, '-c', 'core.quotePath=false', 'status', '--porcelain', '--branch')) ?? '';
	const [head = '', ...changes] = status.split('\n');
	if (head.startsWith('## No commits yet')) {
		return { problem: 'This repository has no commit yet, and drafts start from one. Commit first.' };
	}
	// "## main", "## main...origin/main [ahead 1]" or "## HEAD (no branch)"; no branch has two dots or a blank in its name.
	const branch = /^## (.+?)(?:\.\.\.|$)/.exec(head)?.[1] ?? '';
	if (branch === '' || branch.includes(' ') || branch.startsWith(DRAFT_BRANCHES)) {
		const where = branch.startsWith(DRAFT_BRANCHES) ? `the draft “${branch}”` : 'no branch';
		return { problem: `The working tree is on ${where}, and drafts start from the main one. Run git switch main.` };
	}
	// All of the tree and not content/ alone: a save commits whatever it finds, and changes branches below it.
	if (changes.length === 0) return { branch };
	const files = changes.map((line) => line.slice(3));
	const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
	return {
		problem: `The working tree has changes that are not committed: ${files.slice(0, 3).join(', ')}${more}. A draft would take them along. Commit or stash them first, or leave CMS_MODE out.`,
	};
}

/** The file that keeps other processes from changing branches of this tree; undefined if there is no repository. */
export async function lockFileOf(root: string): Promise<string | undefined> {
	const file = await git(root, 'rev-parse', '--git-path', 'editing.lock');
	return file === undefined ? undefined : resolve(root, file);
}

/** The first link among the content files of a branch, if it has one. */
export async function linkOnBranch(root: string, branch: string): Promise<string | undefined> {
	const files = await git(root, 'ls-tree', '-r', '-z', `refs/heads/${branch}`, '--', 'content');
	return files
		?.split('\0')
		.find((line) => line.startsWith('120000 '))
		?.split('\t')[1];
}

/** Whether a branch has a file. No branch has none. */
export async function isOnBranch(root: string, branch: string, path: string): Promise<boolean> {
	return (await git(root, 'cat-file', '-e', `refs/heads/${branch}:${path}`)) !== undefined;
}

/** Whether there is a branch of this name. */
export const hasBranch = async (root: string, branch: string): Promise<boolean> =>
	(await git(root, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`)) !== undefined;

/**
 * The files that a draft would change if it were published: those that it changed since it left the published branch,
 * and that are not the same there by now. What others published meanwhile is none of them.
 */
export async function filesChangedBy(root: string, draft: string, published: string): Promise<ReadonlySet<string>> {
	const files = async (range: string) =>
		(await git(root, 'diff', '--name-only', '--no-renames', '-z', range, '--'))?.split('\0').filter(Boolean) ?? [];
	const [from, to] = [`refs/heads/${published}`, `refs/heads/${draft}`];
	const different = new Set(await files(`${from}..${to}`));
	return new Set((await files(`${from}...${to}`)).filter((file) => different.has(file)));
}

/** The text of a file of a branch; undefined if it has none. */
export const fileOnBranch = (root: string, branch: string, path: string): Promise<string | undefined> =>
	wholeOf(root, 'cat-file', 'blob', `refs/heads/${branch}:${path}`);

/** Whether any branch below a name, `cms/clusters/`, has a file. */
export async function isOnBranchBelow(root: string, start: string, path: string): Promise<boolean> {
	const refs = await git(root, 'for-each-ref', '--format=%(refname)', `refs/heads/${start}`);
	if (!refs) return false;
	// All of them in one run, for there may be a thousand.
	const input = `${refs.replaceAll('\n', `:${path}\n`)}:${path}\n`;
	const found = await runGit(root, ['cat-file', '--batch-check'], { input });
	return String(found)
		.split('\n')
		.some((line) => line.includes(' blob '));
}

/** The files of a branch, below a folder, that have a line which an extended regular expression matches by whole words. */
export async function filesWithLine(root: string, branch: string, folder: string, pattern: string): Promise<string[]> {
	const tree = `refs/heads/${branch}`;
	const found = await git(root, 'grep', '-l', '-z', '-w', '-E', '-e', pattern, tree, '--', folder);
	return (found ?? '')
		.split('\0')
		.filter((name) => name !== '')
		.map((name) => name.slice(`${tree}:`.length));
}

/** Whether a commit on any branch has this line in its message. Throws if git cannot tell. */
export async function isInMessages(root: string, line: string): Promise<boolean> {
	const found = await git(root, 'log', '--all', '--max-count=1', '--format=%H', `--grep=^${line}$`);
	if (found === undefined) throw new Error(`git log failed in ${root}`);
	return found !== '';
}
