import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { valueAt } from '../../files/values.ts';
import { slugOf } from '../../schemas/slug.ts';
import { refuse } from '../../hosts/refused-request.ts';
import { dataFilesOf, draftIn, isDataFile, type CmsRequest } from './cms-request.ts';
import { hasBranch, isOnBranch } from './git-tree.ts';

/** A file of an entry that gets another name. */
interface Move {
	slug: string;
	from: string;
	to: string;
}

/** The files that a request moves. */
export const movesIn = (request: CmsRequest): Move[] =>
	request.action === 'persistEntry'
		? dataFilesOf(request)
				.filter(isDataFile)
				.flatMap(({ slug, path, newPath = path }) => (newPath === path ? [] : [{ slug, from: path, to: newPath }]))
		: [];

/** The branch that a save in git mode changes: that of the draft, or the one that is published. */
const branchOf = (request: CmsRequest, published: string): string =>
	valueAt(request.params, ['options', 'useWorkflow']) === true ? draftIn(request) : published;

/** Refuses to move files that are gone, or to a place that is taken. `published` is the branch in git mode. */
export async function refuseMoves(
	root: string,
	request: CmsRequest,
	moves: readonly Move[],
	published: string | undefined,
): Promise<void> {
	for (const { slug, from, to } of moves) {
		const draft = published === undefined ? undefined : branchOf(request, published);
		const begun = draft !== undefined && (await hasBranch(root, draft)) ? draft : published;
		const has = (path: string) =>
			begun === undefined ? Promise.resolve(existsSync(join(root, path))) : isOnBranch(root, begun, path);
		if (!(await has(from))) {
			refuse(
				409,
				`There is no file ${from} any more, so it cannot be renamed. Go back to the list, and open the entry again; nothing was saved.`,
			);
		}
		// The draft of an entry may go back to the file that is published.
		const isTaken =
			(await has(to)) || (published !== undefined && slugOf(to) !== slug && (await isOnBranch(root, published, to)));
		if (isTaken) {
			refuse(409, `The address “${slugOf(to)}” is taken: there is a file ${to}. Choose another; nothing was saved.`);
		}
	}
}
