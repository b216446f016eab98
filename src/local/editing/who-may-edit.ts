import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { dirname, join, relative, sep } from 'node:path';
import { refuseOthers } from '../own-pages.ts';
import { refuse } from '../../hosts/refused-request.ts';
import { changedPaths, draftIn, namesIn, pathsOf, shown, type CmsRequest } from './cms-request.ts';
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

const isWrittenPlainly = (path: string): boolean => {
	const [first, ...others] = path.replace(/\/$/, '').split('/');
	return first === 'content' && !/[\\:\0]/.test(path) && others.every((name) => name !== '' && !name.startsWith('.'));
};

/** Whether what is on the disk at this path, or the folder that it would be written to, lies elsewhere by a link. */
function leadsOutside(root: string, path: string): boolean {
	let existing = join(root, path);
	while (!lstatSync(existing, { throwIfNoEntry: false })) existing = dirname(existing);
	const content = realpathSync(join(root, 'content'));
	try {
		const real = realpathSync(existing);
		return real !== content && !real.startsWith(content + sep);
	} catch {
		// A link to nothing: writing would make a file there.
		return true;
	}
}

function linkOutOf(root: string, folder: string): string | undefined {
	if (!lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return undefined;
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isSymbolicLink())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.find((path) => leadsOutside(root, path));
}

/** Refuses a path that leads out of the content/ below `root`, or to something hidden in it. */
function refuseUnsafePath(root: string, path: unknown): void {
	if (typeof path !== 'string' || !isWrittenPlainly(path)) {
		refuse(
			422,
			`“${shown(path)}” is not a path in content/. Only files below content/ can be read and changed here, and no hidden ones.`,
		);
	}
	const link = leadsOutside(root, path) ? path : linkOutOf(root, path);
	if (link !== undefined) {
		refuse(422, `“${link}” is a link that leads out of content/. Put the file itself there instead of the link.`);
	}
}

/** What the editor writes: entries, and pictures. Other files of an entry, such as MDX, are code that a build runs. */
const WRITTEN = /^content\/(?:(?!assets\/)[^/]+\/[^/]+\.(?:md|yaml)|assets\/.+\.(?:avif|gif|jpe?g|png|webp))$/i;

/** Refuses names that git could take for something else, and paths that lead out of content/. */
export function refuseUnsafe(root: string, request: CmsRequest): void {
	for (const name of namesIn(request)) {
		if (isName(name)) continue;
		refuse(422, `“${shown(name)}” is not a name. Use letters, digits, hyphens and dots.`);
	}
	for (const path of pathsOf(request.params)) refuseUnsafePath(root, path);
	const other = changedPaths(request).find((path) => !WRITTEN.test(String(path)));
	if (other !== undefined) {
		refuse(
			422,
			`“${shown(other)}” is no entry and no picture. The editor changes .md and .yaml files in the folders of content/, and pictures in content/assets/; change other files with a text editor.`,
		);
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
