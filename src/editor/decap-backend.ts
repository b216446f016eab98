import { collections } from '../schemas/collections.ts';

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
	assets: unknown[];
}

/** How an entry is saved. */
export interface SavingOptions {
	collectionName: string;
	newEntry?: boolean;
	useWorkflow?: boolean;
	hasSubfolders?: boolean;
	/** Of an entry that goes back from the site to the drafts. */
	status?: string;
}

/** What a draft is asked for by: its branch on the board, its entry on a page. */
export type DraftKey = { id: string } | { collection: string; slug: string };

/** A draft: the files in which it differs from what is published. */
export interface Draft {
	collection: string;
	slug: string;
	diffs: { path: string; id: string }[];
}

/** What the editor relies on in a back end of Decap. */
export interface DecapBackend {
	persistEntry(entry: EntryFiles, options: SavingOptions): Promise<unknown>;
	getEntry(path: string): Promise<{ data: string | null }>;
	/** Fails, with `notUnderEditorialWorkflow`, if there is no such draft. */
	unpublishedEntry(draft: DraftKey): Promise<Draft>;
	unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string | null>;
	/** The pictures that are published. */
	getMedia(): Promise<{ path: string }[]>;
	publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
}

/** Whether a file of a draft is an entry, and no picture that comes along. */
export const isEntryFile = ({ path }: { path: string }): boolean =>
	Object.keys(collections).some((name) => path.startsWith(`content/${name}/`));
