import { GiteaBackend } from 'decap-cms-backend-gitea';
import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import type { BackendClass } from './decap-backend.ts';
import { withFreshText } from './fresh-text.ts';
import { withLists, type FieldsReader } from './lists.ts';
import { withCheckedPublishing } from './publishing.ts';
import { withRenaming } from './renames.ts';
import { withSturdyBoard } from './sturdy-board.ts';

const withSafety = (Backend: BackendClass): BackendClass => withRenaming(withFreshText(withCheckedPublishing(Backend)));

/** The back ends that the configuration may name. */
export const backends = (fieldsOfText: FieldsReader) => ({
	github: withSturdyBoard(withLists(withSafety(GitHubBackend), fieldsOfText)),
	gitlab: withSturdyBoard(withSafety(GitLabBackend)),
	gitea: withSturdyBoard(withSafety(GiteaBackend)),
	proxy: withSturdyBoard(withLists(withSafety(ProxyBackend), fieldsOfText)),
});
