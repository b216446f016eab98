import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRY_VERSIONS, type EditingMode } from '../../editor/local-back-end.ts';
import { collectionNames } from '../../schemas/collections.ts';
import { isGroup, valueAt } from '../../files/values.ts';
import { makeFolders, removeUnfinished, writeWhole } from '../../files/write-whole.ts';
import { once } from '../../model/once.ts';
import { changesOf } from './changes.ts';
import type { Answer, CmsRequest } from './cms-request.ts';
import { settlePublishing } from './commits.ts';
import { loadDecapServer } from './decap-server.ts';
import { withoutCheckout } from './drafts.ts';
import { whileLocked } from './editing-lock.ts';
import { rootOf } from './editing-mode.ts';
import { entryVersions } from './entry-versions.ts';
import { lockFileOf } from './git-tree.ts';
import { movesIn, refuseMoves } from './moved-entry.ts';
import { refuseUnreadyTree, refuseUnsafe } from './who-may-edit.ts';

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

/** Writes what a request changes to the files themselves: all of it, or nothing. Undefined if it changes none. */
async function saveFiles(root: string, request: CmsRequest): Promise<Answer | undefined> {
	const changes = changesOf(request);
	if (!changes) return undefined;
	const files = [...changes].flatMap(([path, content]) =>
		content === null ? [] : [{ path: join(root, path), content }],
	);
	makeFolders(files);
	await writeWhole(files);
	for (const [path, content] of changes) if (content === null) rmSync(join(root, path), { force: true });
	return request.action === 'persistMedia' ? undefined : { status: 200, body: { message: 'saved' } };
}

/** The request whose answer tells of a picture that was kept as the editor wants to know it. */
const asReading = (request: CmsRequest): CmsRequest =>
	request.action === 'persistMedia'
		? { action: 'getMediaFile', params: { ...request.params, path: valueAt(request.params, ['asset', 'path']) } }
		: request;

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
	for (const name of [...collectionNames, 'assets']) removeUnfinished(join(folder, name));

	const act: Act = async (request) => {
		const root = rootOf(folder);
		refuseUnsafe(root, request);
		if (request.action === ENTRY_VERSIONS) return { status: 200, body: await entryVersions(root, request) };
		const branch = mode === 'git' ? await refuseUnreadyTree(root, request) : undefined;
		await refuseMoves(root, request, movesIn(request), branch);
		const { check, read } = await server();
		const refusal = await check(request);
		if (refusal) return inWords(request, refusal);
		const answer = await (branch === undefined ? saveFiles(root, request) : withoutCheckout(root, request, branch));
		return inWords(request, answer ?? (await read(asReading(request))));
	};

	const locked = async <T>(task: () => Promise<T>): Promise<T> => {
		const file = mode === 'git' ? await lock() : undefined;
		return file === undefined
			? task()
			: whileLocked(file, async () => {
					await settlePublishing(rootOf(folder));
					return task();
				});
	};

	return {
		// One after the other: two saves must not mix.
		alone: (task) => {
			const turn = last.then(() => locked(() => task(act)));
			last = turn.catch(() => undefined);
			return turn;
		},
	};
}
