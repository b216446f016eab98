import { isGroup } from '../files/values.ts';
import { isCollectionName, type CollectionName } from '../schemas/collections.ts';

/** A file of an entry on its way to the git host. */
export interface DataFile {
	path: string;
	slug: string;
	raw: string;
	newPath?: string;
}

/** The files of an entry, with the pictures that come along. */
export interface EntryFiles {
	dataFiles: DataFile[];
	assets: { path: string }[];
}

/** How an entry is saved. */
export interface SavingOptions {
	collectionName: CollectionName;
	newEntry?: boolean;
	useWorkflow?: boolean;
	hasSubfolders?: boolean;
	/** What git is told of it. */
	commitMessage?: string;
	/** Of an entry that goes back from the site to the drafts. */
	status?: string;
}

/** What a draft is asked for by: its branch on the board, its entry on a page. */
export type DraftKey = { id: string } | { collection: string; slug: string };

/** A draft on the board: the files in which it differs from what is published. */
export interface BoardDraft {
	collection: string;
	slug: string;
	diffs: { path: string; id: string }[];
	/** What git was told of it; of the back end of one’s own machine. */
	message?: string;
}

/** A file of a folder, as back ends list it. */
export interface ListedFile {
	path: string;
	/** The hash that git gives its content. */
	id: string | null;
}

/** An entry as back ends hand it to Decap: `data` is the text of its file. */
export interface LoadedEntry {
	file: ListedFile;
	data: string;
}

/** What the editor relies on in a back end of Decap. */
export interface DecapBackend {
	persistEntry(entry: EntryFiles, options: SavingOptions): Promise<unknown>;
	/** Without text if there is no such file; fails if it cannot be fetched. */
	getEntry(path: string): Promise<{ data: string | null }>;
	entriesByFolder(folder: string, extension: string, depth: number): Promise<LoadedEntry[]>;
	/** Fails, with `notUnderEditorialWorkflow`, if there is no such draft. */
	unpublishedEntry(draft: DraftKey): Promise<BoardDraft>;
	unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string | null>;
	/** The pictures that are published. */
	getMedia(): Promise<{ path: string }[]>;
	publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
	/** Of what is published, at once. */
	deleteFiles(paths: string[], message: string): Promise<unknown>;
	/** All entries of a folder; of a back end that lists them without fetching each. */
	entriesNow?: (folder: string, extension: string, depth: number) => Promise<LoadedEntry[]>;
	/** Of the back end of one’s own machine: does what an action names. */
	request?: (asked: { action: string; params: Record<string, unknown> }) => Promise<unknown>;
	/** Of back ends at a git host: their conversation with it. */
	api?: {
		listFiles: (folder: string, options: { depth: number }) => Promise<ListedFile[]>;
		readFile: (path: string, id: string | null, options?: { repoURL?: string | undefined }) => Promise<string>;
		/** At GitHub and Gitea: where the repository lies, from the address of the API on. */
		originRepoURL?: string;
		/** The branch that is published. */
		branch?: string;
		/** The draft of a branch, in the host’s words. */
		getBranchPullRequest?: (branch: string) => Promise<{ body?: string | null }>;
		request?: (path: string, options: { params: Record<string, string> }) => Promise<unknown>;
	};
}

/** Decap’s back end, with ours inside. */
export interface HostBackend {
	implementation: DecapBackend;
}

/** A back end of Decap, or one of ours around it. */
export type BackendClass = new (...settings: never[]) => DecapBackend;

/** For `unpublishedEntry`: undefined where there is no such draft; what else fails is thrown on. */
export const noDraft = (error: unknown): undefined => {
	if (!isGroup(error) || !error['notUnderEditorialWorkflow']) throw error;
};

const folderOf = (path: string): string | undefined => /^content\/([^/]+)/.exec(path)?.[1];

/** The collection whose entries lie in a folder or file: `content/clusters`. Throws if there is none. */
export function collectionIn(path: string): CollectionName {
	const name = folderOf(path);
	if (!isCollectionName(name)) throw new Error(`${path} belongs to no collection.`);
	return name;
}

/** Whether a file of a draft is an entry, and no picture that comes along. */
export const isEntryFile = ({ path }: { path: string }): boolean => isCollectionName(folderOf(path));
