import type { IncomingMessage } from 'node:http';
import { refuse } from '../refused-request.ts';
import { refuseOthers } from '../own-pages.ts';
import { draftIn, namesIn, pathsOf, shown, type CmsRequest } from './cms-request.ts';
import { problemWithPath } from './content-paths.ts';
import { linkOnBranch, readTree } from './git-tree.ts';

/** Refuses what does not come from a page of this server on this machine. */
export const refuseStrangers = (request: IncomingMessage): void => {
	refuseOthers(request, {
		otherMachine: (address) => `Content can be edited only on the machine itself, at ${address}/admin/.`,
		otherSite: 'A page of another site asked to edit the content, which only /admin/ of this one may.',
	});
};

const NAME = /^(?!.*\.\.)[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u;

const isName = (value: unknown): boolean =>
	value === undefined || (typeof value === 'string' && (value === '' || NAME.test(value)));

/** Refuses names that git could take for something else, and paths that lead out of content/. */
export function refuseUnsafe(root: string, request: CmsRequest): void {
	for (const name of namesIn(request)) {
		if (isName(name)) continue;
		refuse(422, `“${shown(name)}” is not a name. Use letters, digits, hyphens and dots.`);
	}
	for (const path of pathsOf(request.params)) {
		const problem = problemWithPath(root, path);
		if (problem !== undefined) refuse(422, problem);
	}
}

/** Refuses drafts that this working tree cannot keep now. Gives the branch that is published. */
export async function refuseUnreadyTree(root: string, request: CmsRequest): Promise<string> {
	const { branch, problem } = await readTree(root);
	if (problem !== undefined) refuse(409, problem);
	const asked = request.params['branch'];
	if (asked !== undefined && asked !== branch) {
		refuse(
			409,
			`The working tree is on “${branch}”, and the editor asks for “${shown(asked)}”. Reload the page, or run git switch ${shown(asked)}.`,
		);
	}
	const link = await linkOnBranch(root, draftIn(request));
	if (link !== undefined) {
		refuse(422, `“${link}” of this draft is a link and no file. Remove it from the branch before it is opened.`);
	}
	return branch;
}
