import { isGroup } from '../files/values.ts';
import type { BackendClass } from './decap-backend.ts';

/** What a git host answers of a file that it does not have. */
const NOT_FOUND = 404;

const noFile = (error: unknown): string => {
	if (isGroup(error) && error['status'] === NOT_FOUND) return '';
	throw error;
};

/**
 * Has a back end tell a file that is not there from one that cannot be fetched now. Decap’s of GitHub and Gitea call
 * both empty, and what is empty may be written over; that of GitLab fails for both.
 */
export const withFetchedEntries = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override async getEntry(path: string) {
			if (!this.api) return super.getEntry(path);
			const { originRepoURL: repoURL } = this.api;
			return { file: { path, id: null }, data: await this.api.readFile(path, null, { repoURL }).catch(noFile) };
		}
	};
