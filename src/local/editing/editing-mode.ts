import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { EditingMode } from '../../editor/local-back-end.ts';
import { stop } from '../port.ts';
import { readTree } from './git-tree.ts';

/** The mode that `CMS_MODE` names: fs, or git. Stops with a sentence if it names another. */
export function givenMode(): EditingMode {
	const mode = process.env['CMS_MODE'] ?? 'fs';
	if (mode !== 'fs' && mode !== 'git') {
		stop(
			`CMS_MODE is “${mode}”. Use fs (a save changes the file) or git (drafts are branches until they are published).`,
		);
	}
	return mode;
}

/** Why content of this folder cannot be edited in the browser, or undefined if it can. */
export function whyEditingIsOff(folder: string): string | undefined {
	if (!existsSync(folder)) return `Editing is off: there is no folder ${folder}.`;
	return basename(realpathSync(folder)) === 'content'
		? undefined
		: `Editing is off: the CMS writes to paths such as content/clusters/x.md, and ${folder} is not named content.`;
}

/** The folder that holds this folder with content, without links in its path. */
export const rootOf = (folder: string): string => dirname(realpathSync(folder));

/** What the commands print about editing at this address. */
export async function editingNote(address: string, folder: string, mode: EditingMode): Promise<string> {
	const off = whyEditingIsOff(folder);
	if (off !== undefined) return off;
	const where = dirname(folder) === process.cwd() ? 'content/ in this folder' : folder;
	if (mode === 'fs') return `Edit: ${address}admin/ writes to ${where}`;
	const { problem } = await readTree(rootOf(folder));
	return `Edit: ${address}admin/ keeps drafts of ${where} on git branches${problem ? `\n  Not yet: ${problem}` : ''}`;
}
