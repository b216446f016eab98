import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditingMode } from '../../../src/editor/local-back-end.ts';
import { formsInFolder } from '../../../src/local/forms/page-forms.ts';
import { serveSite } from '../../../src/local/serve.ts';
import { isPageIn, standIn } from '../../../src/local/stand-in.ts';
import { writeFiles } from '../../local/forms/form-site.ts';
import { gitIn, startRepository, type Git } from '../../local/repository.ts';

/** Enough to edit: two profiles, a word and the settings. */
export const someEntries = ['clusters/act-group.md', 'clusters/bluecity.md', 'terms/asbl.yaml', 'site/settings.yaml'];

/** All content that there is. */
export const allEntries = [''];

/** A copy of some content that the editor of a built site works on. */
export interface Desk {
	/** Where the editor is served. */
	address: string;
	root: string;
	/** The text of a file, on a branch if one is given. */
	read: (path: string, branch?: string) => string;
	git: Git;
	/** The folder in which it keeps what forms sent. */
	submissions: string;
	close: () => void;
}

/** Serves a built site with a back end for a copy of some content; in git mode the copy is a repository of its own. */
export async function layDesk(
	siteFolder: string,
	mode: EditingMode,
	files: Record<string, string | Buffer> = {},
	entries = someEntries,
): Promise<Desk> {
	const root = mkdtempSync(join(tmpdir(), 'desk-'));
	for (const entry of entries) cpSync(join('content', entry), join(root, 'content', entry), { recursive: true });
	writeFiles(root, files);
	if (mode === 'git') startRepository(root);
	const git = gitIn(root);
	const submissions = mkdtempSync(join(tmpdir(), 'submissions-'));
	const handle = standIn({
		folder: join(root, 'content'),
		mode,
		submissions,
		findForms: formsInFolder(siteFolder),
		isPage: isPageIn(siteFolder),
	});
	const { server, address } = await serveSite(siteFolder, 0, handle);
	return {
		address,
		root,
		git,
		submissions,
		read: (path, branch) =>
			branch === undefined ? readFileSync(join(root, path), 'utf8') : `${git('show', `${branch}:${path}`)}\n`,
		close: () => {
			server.closeAllConnections();
			server.close();
			for (const folder of [root, submissions]) rmSync(folder, { recursive: true, force: true });
		},
	};
}
