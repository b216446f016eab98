import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EditingMode } from '../../../src/hosting/decap-server.ts';
import { localEditing } from '../../../src/hosting/local-editing.ts';
import { serveSite } from '../../../src/hosting/serve.ts';

/** A built site with the editor, which works on a copy of the content. */
export interface ServedCopy {
	/** Where the editor is served. */
	editorAddress: string;
	/** The text of a file of the copy: `clusters/act-group.md`. */
	read: (path: string) => string;
	close: () => void;
}

/** Serves a built site with a copy of the content to edit; in git mode the copy is a repository of its own. */
export async function serveCopy(siteFolder: string, mode: EditingMode): Promise<ServedCopy> {
	const root = mkdtempSync(join(tmpdir(), 'copy-'));
	const folder = join(root, 'content');
	cpSync('content', folder, { recursive: true });
	const git = (...command: string[]) => execFileSync('git', command, { cwd: root, stdio: 'ignore' });
	if (mode === 'git') {
		git('init', '--initial-branch=main');
		git('config', 'user.name', 'An editor');
		git('config', 'user.email', 'editor@example.org');
		git('add', '.');
		git('commit', '--message=Start');
	}
	const { server, address } = await serveSite(siteFolder, 0, localEditing({ folder, mode }));
	return {
		editorAddress: `${address}admin/`,
		read: (path) => readFileSync(join(folder, path), 'utf8'),
		close: () => {
			server.closeAllConnections();
			server.close();
			rmSync(root, { recursive: true, force: true });
		},
	};
}
