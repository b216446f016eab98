import { GiteaBackend } from 'decap-cms-backend-gitea';
import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { withLists, type FieldsReader } from './lists.ts';
import { withRenaming } from './renames.ts';

/** The back ends that the configuration may name. */
export const backends = (fieldsOfText: FieldsReader) => ({
	github: withLists(withRenaming(GitHubBackend), fieldsOfText),
	gitlab: withRenaming(GitLabBackend),
	gitea: withRenaming(GiteaBackend),
	proxy: withLists(withRenaming(ProxyBackend), fieldsOfText),
});
