import { GiteaBackend } from 'decap-cms-backend-gitea';
import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { withLists, type FieldsReader } from './lists.ts';
import { withRenaming } from './renames.ts';
import { withSturdyBoard } from './sturdy-board.ts';

/** The back ends that the configuration may name. */
export const backends = (fieldsOfText: FieldsReader) => ({
	github: withSturdyBoard(withLists(withRenaming(GitHubBackend), fieldsOfText)),
	gitlab: withSturdyBoard(withRenaming(GitLabBackend)),
	gitea: withSturdyBoard(withRenaming(GiteaBackend)),
	proxy: withSturdyBoard(withLists(withRenaming(ProxyBackend), fieldsOfText)),
});
