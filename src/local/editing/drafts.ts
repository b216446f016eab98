import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { valueAt } from '../../files/values.ts';
import { refuse } from '../../hosts/refused-request.ts';
import { changesOf, messageOf } from './changes.ts';
import { draftIn, type Answer, type CmsRequest } from './cms-request.ts';
import { commitOf, commitOn, moveDraft, publish, rebased, type Changes } from './commits.ts';
import { fileOnBranch, filesChangedBy, hasBranch, lineOf, runGit } from './git-tree.ts';

const TEXT = /\.(?:md|mdx|yaml)$/i;

const CONTRADICTION =
	'This draft and what was published since change the same lines, so git cannot tell what shall stand there. Copy what you wrote, throw the draft away, open the entry anew, and write it there; nothing was saved.';

/** The setting of git in which Decap keeps where a draft stands on the board. */
const settingOf = (draft: string): string => `branch.${draft}.description`;
const prefixOf = ({ params }: CmsRequest): string => {
	const prefix = params['cmsLabelPrefix'];
	return typeof prefix === 'string' && prefix !== '' ? prefix : 'decap-cms/';
};

const done = (message: string): Answer => ({ status: 200, body: { message } });
const NO_DRAFT: Answer = { status: 404, body: null };

/** The pictures that a draft brought and that its entry has no more: Decap sends all that it has. */
async function* droppedPictures(root: string, draft: string, published: string, changes: Changes) {
	for (const path of await filesChangedBy(root, draft, published)) {
		if (!TEXT.test(path) && !changes.has(path)) yield path;
	}
}

/** Saves a draft on its branch, on top of what is published. */
async function saveDraft(root: string, request: CmsRequest, changes: Changes, published: string): Promise<Answer> {
	const draft = draftIn(request);
	const top = await commitOf(root, published);
	const before = (await hasBranch(root, draft)) ? await commitOf(root, draft) : undefined;
	const base = before === undefined ? top : await rebased(root, before, top);
	if (base === undefined) refuse(409, CONTRADICTION);
	const all = new Map(changes);
	if (before !== undefined) {
		for await (const path of droppedPictures(root, draft, published, changes)) all.set(path, null);
	}
	const after = await commitOn(root, base, all, messageOf(request));
	if (before === undefined) {
		const status = String(valueAt(request.params, ['options', 'status']));
		await runGit(root, ['config', settingOf(draft), prefixOf(request) + status]);
	}
	await moveDraft(root, draft, after, before);
	return done('entry persisted');
}

/** Publishes a draft, and removes it. */
async function publishDraft(root: string, request: CmsRequest, published: string): Promise<Answer> {
	const draft = draftIn(request);
	if (!(await hasBranch(root, draft))) return NO_DRAFT;
	const top = await commitOf(root, published);
	const after = await rebased(root, await commitOf(root, draft), top);
	if (after === undefined) refuse(409, CONTRADICTION);
	await publish(root, top, after);
	await runGit(root, ['branch', '-D', draft]);
	return done(`branch ${draft} merged to ${published}`);
}

const KINDS: Record<string, string> = { A: 'added', D: 'deleted', M: 'modified', R: 'renamed' };

/** What a draft changes, file by file, as Decap's own server tells it. */
async function* diffsOf(root: string, draft: string, published: string, own: ReadonlySet<string>) {
	const range = `refs/heads/${published}..refs/heads/${draft}`;
	const told = await runGit(root, ['diff', '--name-status', '--find-renames', '-z', range, '--']);
	const words = told.toString('utf8').split('\0');
	for (let kind = words.shift(); kind; kind = words.shift()) {
		const oldPath = words.shift() ?? '';
		const newPath = kind.startsWith('R') ? (words.shift() ?? '') : kind === 'D' ? '' : oldPath;
		const path = newPath || oldPath;
		if (!own.has(path) && !own.has(oldPath)) continue;
		yield {
			oldPath: kind === 'A' ? '' : oldPath,
			newPath,
			status: KINDS[kind.charAt(0)] ?? 'modified',
			newFile: kind === 'A',
			path,
			id: path,
			binary: !TEXT.test(path),
		};
	}
}

/**
 * A draft with its own files alone. Decap's own server counts among them what others published since, and fails on a
 * branch that changes nothing, and with it the whole board.
 */
async function tellDraft(root: string, request: CmsRequest, published: string): Promise<Answer> {
	const draft = draftIn(request);
	if (!(await hasBranch(root, draft))) return NO_DRAFT;
	const own = await filesChangedBy(root, draft, published);
	if (own.size === 0) return NO_DRAFT;
	const [, collection = '', slug = ''] = /^cms\/([^/]+)\/(.+)$/.exec(draft) ?? [];
	const label = await lineOf(root, ['config', settingOf(draft)]).catch(() => `${prefixOf(request)}draft`);
	const diffs = await Array.fromAsync(diffsOf(root, draft, published, own));
	const message = await runGit(root, ['log', '--format=%B', `refs/heads/${published}..refs/heads/${draft}`, '--']);
	const updatedAt = await lineOf(root, ['log', '-1', '--format=%cI', `refs/heads/${draft}`, '--']);
	return {
		status: 200,
		body: {
			collection,
			slug,
			status: label.slice(prefixOf(request).length),
			diffs,
			updatedAt,
			message: message.toString('utf8'),
		},
	};
}

/** A file of a draft: its text, or its picture. */
async function readFile(root: string, request: CmsRequest): Promise<Answer> {
	const [draft, path] = [draftIn(request), String(request.params['path'])];
	if (request.action === 'unpublishedEntryDataFile') {
		return { status: 200, body: { data: (await fileOnBranch(root, draft, path)) ?? null } };
	}
	const bytes = await runGit(root, ['cat-file', 'blob', `refs/heads/${draft}:${path}`]);
	const id = createHash('sha256').update(bytes).digest('hex');
	const body = { id, content: bytes.toString('base64'), encoding: 'base64', path, name: basename(path) };
	return { status: 200, body };
}

/**
 * Does what Decap's own server would check a branch out for, below whoever works in the tree: all that changes files,
 * and all that reads drafts. Undefined for what that server does without.
 */
export async function withoutCheckout(
	root: string,
	request: CmsRequest,
	published: string,
): Promise<Answer | undefined> {
	const changes = changesOf(request);
	if (changes) {
		if (valueAt(request.params, ['options', 'useWorkflow']) === true) {
			return saveDraft(root, request, changes, published);
		}
		const top = await commitOf(root, published);
		await publish(root, top, await commitOn(root, top, changes, messageOf(request)));
		// The picture as it lies there now is told by Decap's server.
		return request.action === 'persistMedia' ? undefined : done('saved');
	}
	switch (request.action) {
		case 'publishUnpublishedEntry':
			return publishDraft(root, request, published);
		case 'unpublishedEntry':
			return tellDraft(root, request, published);
		case 'unpublishedEntryDataFile':
		case 'unpublishedEntryMediaFile':
			return readFile(root, request);
		default:
			return undefined;
	}
}
