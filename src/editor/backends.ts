import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { GiteaBackend } from 'decap-cms-backend-gitea';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { newPathOf } from './renames.ts';

/** A file of an entry on its way to the git host. */
interface DataFile {
	path: string;
	slug: string;
	raw: string;
	newPath?: string;
}

/** The files of an entry, with the pictures that come along. */
interface EntryFiles {
	dataFiles: DataFile[];
	assets: unknown[];
}

/** What the editor relies on in a back end of Decap. */
export interface DecapBackend {
	persistEntry(entry: EntryFiles, options: unknown): Promise<unknown>;
}

/** Lets a back end move the file of an entry whose address changes. Decap moves entries of nested collections only. */
function withRenaming<B extends new (...args: never[]) => DecapBackend>(Backend: B): B {
	class Moving extends (Backend as unknown as new (...args: unknown[]) => DecapBackend) {
		override persistEntry(entry: EntryFiles, options: unknown) {
			const dataFiles = entry.dataFiles.map((file) => {
				const newPath = newPathOf(file.path);
				return newPath === undefined ? file : { ...file, newPath };
			});
			return super.persistEntry({ ...entry, dataFiles }, options);
		}
	}
	return Moving as unknown as B;
}

/** The back ends that the configuration may name. */
export const backends = {
	github: withRenaming(GitHubBackend),
	gitlab: withRenaming(GitLabBackend),
	gitea: withRenaming(GiteaBackend),
	proxy: withRenaming(ProxyBackend),
};
