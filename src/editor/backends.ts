import { GiteaBackend } from 'decap-cms-backend-gitea';
import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import type { Fields } from '../cms/pruned.ts';
import type { CollectionName } from '../schemas/collections.ts';
import {
	collectionIn,
	entriesFromIndex,
	inListOrder,
	loadList,
	pageOf,
	type ListedFile,
	type LoadedEntry,
} from './listing.ts';
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

/** Where Decap is in a list. */
interface ListCursor {
	meta: { get: (name: 'page') => number };
	data: { get: (name: 'folder') => string };
}

/** What the editor relies on in a back end of Decap. */
export interface DecapBackend {
	persistEntry(entry: EntryFiles, options: unknown): Promise<unknown>;
	entriesByFolder(folder: string, extension: string, depth: number): Promise<LoadedEntry[]>;
	/** Of GitHub’s back end: its conversation with the host. */
	api?: {
		listFiles: (folder: string, options: { depth: number }) => Promise<ListedFile[]>;
		readFile: (path: string, id: string | null) => Promise<string>;
	};
}

type BackendClass = new (config: unknown, options?: unknown) => DecapBackend;

/** Lets a back end move the file of an entry whose address changes. Decap moves entries of nested collections only. */
const withRenaming = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override persistEntry(entry: EntryFiles, options: unknown) {
			const dataFiles = entry.dataFiles.map((file) => {
				const newPath = newPathOf(file.path);
				return newPath === undefined ? file : { ...file, newPath };
			});
			return super.persistEntry({ ...entry, dataFiles }, options);
		}
	};

/** Reads the fields out of the text of a file. */
export type FieldsReader = (collection: CollectionName, text: string) => Fields;

/** Lets a back end list entries in our order and page by page, so that ten thousand open as fast as a hundred. */
const withLists = (Backend: BackendClass, fieldsOfText: FieldsReader): BackendClass =>
	class extends Backend {
		/** Lists as they were last asked for, by folder. */
		lists = new Map<string, LoadedEntry[]>();

		async load(folder: string, extension: string, depth: number): Promise<LoadedEntry[]> {
			if (!this.api) return super.entriesByFolder(folder, extension, depth);
			const { api } = this;
			const [files, index] = await Promise.all([api.listFiles(folder, { depth }), loadList(collectionIn(folder))]);
			const own = files.filter(({ path }) => path.endsWith(`.${extension}`));
			return entriesFromIndex(own, index, ({ path, id }) => api.readFile(path, id));
		}

		async allEntriesByFolder(folder: string, extension: string, depth: number): Promise<LoadedEntry[]> {
			const collection = collectionIn(folder);
			const entries = await this.load(folder, extension, depth);
			const list = inListOrder(collection, entries, (text) => fieldsOfText(collection, text));
			this.lists.set(folder, list);
			return list;
		}

		override async entriesByFolder(folder: string, extension: string, depth: number) {
			return pageOf(folder, await this.allEntriesByFolder(folder, extension, depth), 1).entries;
		}

		traverseCursor({ meta, data }: ListCursor) {
			const folder = data.get('folder');
			return Promise.resolve(pageOf(folder, this.lists.get(folder) ?? [], meta.get('page') + 1));
		}
	};

/** The back ends that the configuration may name. */
export const backends = (fieldsOfText: FieldsReader): Record<string, BackendClass> => ({
	github: withLists(withRenaming(GitHubBackend), fieldsOfText),
	gitlab: withRenaming(GitLabBackend),
	gitea: withRenaming(GiteaBackend),
	proxy: withLists(withRenaming(ProxyBackend), fieldsOfText),
});
