import type { EditingMode } from '../../editor/local-back-end.ts';
import { isGroup } from '../../files/pruned.ts';
import { once } from '../../model/once.ts';
import { draftIn, type Answer, type CmsRequest } from './cms-request.ts';
import { loadDecapServer } from './decap-server.ts';
import { whileLocked } from './editing-lock.ts';
import { rootOf } from './editing-mode.ts';
import { backTo, filesChangedBy, hasBranch, lockFileOf } from './git-tree.ts';
import { finishMove, movesIn, refuseMoves, toNewPaths } from './moved-entry.ts';
import { refuseUnreadyTree, refuseUnsafe } from './who-may-edit.ts';

/**
 * What decap-server says of a draft, with its own files alone: it counts among them what others published since, and
 * fails on a branch that changes nothing, and with it the whole board.
 */
async function ownFilesOnly(
	root: string,
	draft: string,
	published: string,
	ask: () => Promise<Answer>,
): Promise<Answer> {
	const own = await filesChangedBy(root, draft, published);
	if (own.size === 0 && (await hasBranch(root, draft))) return { status: 404, body: null };
	const { status, body } = await ask();
	if (!isGroup(body) || !Array.isArray(body['diffs'])) return { status, body };
	const diffs = body['diffs']
		.filter(isGroup)
		.filter(({ path, oldPath }) => own.has(String(path)) || own.has(String(oldPath)));
	return { status, body: { ...body, diffs } };
}

/** What the editor is told of something that went wrong here. */
export const failed = (action: string, status = 500): Answer => ({
	status,
	body: {
		error: `This could not be done (${action}). The terminal that serves this page says why; what is in the form is not lost.`,
	},
});

/** decap-server's answer with a sentence in place of its “Unknown error”. */
function inWords({ action }: CmsRequest, { status, body }: Answer): Answer {
	if (status === 404) return { status, body: { error: 'This entry has no draft.' } };
	if (status >= 500) return failed(action, status);
	if (status < 400) return { status, body };
	const said = isGroup(body) ? body['error'] : undefined;
	return { status, body: { error: `The request to ${action} cannot be used: ${String(said)}. Nothing was saved.` } };
}

/** Does what a request of the CMS asks. */
export type Act = (request: CmsRequest) => Promise<Answer>;

/** The one way to change content on this machine, for the editor and for what members send. */
export interface ContentEdits {
	/** Has the content to itself until the task is done. */
	alone: <T>(task: (act: Act) => Promise<T>) => Promise<T>;
}

/** Changes content in `folder`, in which editing must not be off, one request after the other. */
export function contentEdits({ folder, mode }: { folder: string; mode: EditingMode }): ContentEdits {
	const server = once(() => loadDecapServer(rootOf(folder), mode));
	const lock = once(() => lockFileOf(rootOf(folder)));
	let last: Promise<unknown> = Promise.resolve();

	const act: Act = async (request) => {
		const root = rootOf(folder);
		refuseUnsafe(root, request);
		const branch = mode === 'git' ? await refuseUnreadyTree(root, request) : undefined;
		const moves = movesIn(request);
		await refuseMoves(root, request, moves, branch);
		const run = await server();
		const ask = () => run(toNewPaths(request));
		const answer =
			branch !== undefined && request.action === 'unpublishedEntry'
				? await ownFilesOnly(root, draftIn(request), branch, ask)
				: await ask();
		if (answer.status === 200) await finishMove(root, request, moves, branch);
		if (branch !== undefined && answer.status >= 500) await backTo(root, branch);
		return inWords(request, answer);
	};

	const locked = async <T>(task: () => Promise<T>): Promise<T> => {
		const file = mode === 'git' ? await lock() : undefined;
		return file === undefined ? task() : whileLocked(file, task);
	};

	return {
		// One after the other: two saves must not mix, and one draft must not be checked out below another.
		alone: (task) => {
			const turn = last.then(() => locked(() => task(act)));
			last = turn.catch(() => undefined);
			return turn;
		},
	};
}
