import { GiteaBackend } from 'decap-cms-backend-gitea';
import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { withChosenPictures } from './chosen-pictures.ts';
import type { BackendClass } from './decap-backend.ts';
import { withFetchedEntries } from './fetched-entries.ts';
import { withFreshText } from './fresh-text.ts';
import { withKeptReferences } from './kept-references.ts';
import { withLists, type FieldsReader } from './lists.ts';
import { withCheckedPublishing } from './publishing.ts';
import { withRenaming } from './renames.ts';
import { withSturdyBoard } from './sturdy-board.ts';

const withSafety = (Backend: BackendClass): BackendClass =>
	withRenaming(withFreshText(withChosenPictures(withCheckedPublishing(withFetchedEntries(Backend)))));

const withWholeSite = (Backend: BackendClass): BackendClass => withSturdyBoard(withKeptReferences(Backend));

/** The back ends that the configuration may name. */
export const backends = (fieldsOfText: FieldsReader) => ({
	github: withWholeSite(withLists(withSafety(GitHubBackend), fieldsOfText)),
	gitlab: withWholeSite(withSafety(GitLabBackend)),
	gitea: withWholeSite(withSafety(GiteaBackend)),
	proxy: withWholeSite(withLists(withSafety(ProxyBackend), fieldsOfText)),
});
