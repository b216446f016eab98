import { isGroup } from '../files/values.ts';

/** Changes files and nothing more, or keeps drafts on git branches until they are published. */
export type EditingMode = 'fs' | 'git';

/** Where Decap's proxy back end finds the one of this machine: `proxy_url`. */
export const LOCAL_BACK_END = '/api/v1';

/** Why a build on this machine did not go through. */
export interface FailedBuild {
	/** Empty where entries are to be mended. */
	words: string;
	/** The files of entries, in the content folder, each with what is wrong. */
	entries: { file: string; sentence: string }[];
}

/** What a GET there answers when content can be edited on this machine. A static host answers 404. */
export interface LocalBackEnd {
	local: true;
	mode: EditingMode;
	/** In git mode: the branch that is checked out, which `backend.branch` must name. */
	branch?: string;
	/** In git mode: why drafts cannot be kept now, for the editor to read. */
	problem?: string;
	/** What was sent to this machine and could not become a draft. */
	notes?: { title: string; text: string }[];
	/** Where the last build here did not go through: why. */
	failure?: FailedBuild;
}

/** Whether an answer is that of the back end of this machine. */
export const isLocalBackEnd = (answer: unknown): answer is LocalBackEnd => isGroup(answer) && answer['local'] === true;

/** The back end of one’s own machine, if this page is served from there; a static host has none. */
export async function findLocalBackEnd(): Promise<LocalBackEnd | undefined> {
	const answer = await fetch(LOCAL_BACK_END, { headers: { Accept: 'application/json' } }).catch(() => undefined);
	if (!answer?.ok || !answer.headers.get('content-type')?.includes('json')) return undefined;
	const found: unknown = await answer.json();
	return isLocalBackEnd(found) ? found : undefined;
}

/** The action by which the editor asks it for versions of an entry. */
export const ENTRY_VERSIONS = 'entryVersions';

/** As many versions are asked for at once: the last tells what the one after it changed. */
export const VERSIONS_AT_ONCE = 11;

/** A version of an entry that git keeps. */
export interface EntryVersion {
	/** Its commit. */
	id: string;
	/** When it was published, as a time of ISO 8601. */
	at: string;
	/** Who wrote it. */
	by: string;
	/** Its file; empty where it was deleted. */
	text: string;
}
