import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../../schemas/slug.ts';
import type { CmsRequest } from './decap-server.ts';
import { hasBranch, isOnBranch, removeInLastCommit } from './git-tree.ts';

// decap-server moves all files of the folder along, and answers before it has: an entry that moves is written to its
// new place as if it were new, and then its old file goes.

/** A file of an entry that gets another name. */
interface Move {
	slug: string;
	from: string;
	to: string;
}

interface DataFile {
	slug: string;
	path: string;
	newPath?: string;
}

const dataFilesOf = ({ params: { dataFiles } }: CmsRequest): DataFile[] =>
	Array.isArray(dataFiles) ? (dataFiles as DataFile[]).filter((file) => typeof file === 'object') : [];

/** The files that a request moves. */
export const movesIn = (request: CmsRequest): Move[] =>
	request.action === 'persistEntry'
		? dataFilesOf(request).flatMap(({ slug, path, newPath }) =>
				newPath === undefined || newPath === path ? [] : [{ slug, from: path, to: newPath }],
			)
		: [];

/** The request without moves: what moves is written to its new place alone. */
export function toNewPaths(request: CmsRequest): CmsRequest {
	if (movesIn(request).length === 0) return request;
	const dataFiles = dataFilesOf(request).map(({ newPath, ...file }) => ({ ...file, path: newPath ?? file.path }));
	return { ...request, params: { ...request.params, dataFiles } };
}

interface SavingOptions {
	collectionName?: string;
	useWorkflow?: boolean;
}

/** The branch that a save in git mode changes: that of the draft, or the one that is published. */
function branchOf({ params }: CmsRequest, slug: string, published: string): string {
	const { collectionName = '', useWorkflow = false } = (params['options'] ?? {}) as SavingOptions;
	return useWorkflow ? `cms/${collectionName}/${slug}` : published;
}

/** Why the files cannot be moved, or undefined if they can. `published` is the branch in git mode. */
export async function refusalOf(
	root: string,
	request: CmsRequest,
	moves: readonly Move[],
	published: string | undefined,
): Promise<string | undefined> {
	for (const { slug, from, to } of moves) {
		const draft = published === undefined ? undefined : branchOf(request, slug, published);
		const begun = draft !== undefined && (await hasBranch(root, draft)) ? draft : published;
		const has = (path: string) =>
			begun === undefined ? Promise.resolve(existsSync(join(root, path))) : isOnBranch(root, begun, path);
		if (!(await has(from))) {
			return `There is no file ${from} any more, so it cannot be renamed. Go back to the list, and open the entry again; nothing was saved.`;
		}
		// The draft of an entry may go back to the file that is published.
		const isTaken =
			(await has(to)) || (published !== undefined && slugOf(to) !== slug && (await isOnBranch(root, published, to)));
		if (isTaken) {
			return `The address “${slugOf(to)}” is taken: there is a file ${to}. Choose another; nothing was saved.`;
		}
	}
	return undefined;
}

/** Takes the old files away, once the new ones are written. */
export async function finishMove(
	root: string,
	request: CmsRequest,
	moves: readonly Move[],
	published: string | undefined,
): Promise<void> {
	const [first] = moves;
	if (!first) return;
	const paths = moves.map(({ from }) => from);
	if (published === undefined) for (const path of paths) rmSync(join(root, path));
	else await removeInLastCommit(root, branchOf(request, first.slug, published), paths);
}
