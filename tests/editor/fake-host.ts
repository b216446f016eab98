import type {
	BackendClass,
	BoardDraft,
	DecapBackend,
	DraftKey,
	EntryFiles,
	SavingOptions,
} from '../../src/editor/decap-backend.ts';

/** A git host with published files and drafts, each by its path. */
export class FakeHost implements DecapBackend {
	readonly published = new Map<string, string>();
	/** By collection and slug. */
	readonly drafts = new Map<string, Map<string, string>>();

	draftOf = (collection: string, slug: string) => this.drafts.get(`${collection}/${slug}`);

	persistEntry({ dataFiles }: EntryFiles, { collectionName, useWorkflow }: SavingOptions) {
		for (const { slug, path, newPath, raw } of dataFiles) {
			const key = `${collectionName}/${slug}`;
			if (useWorkflow && !this.drafts.has(key)) this.drafts.set(key, new Map());
			const files = (useWorkflow ? this.drafts.get(key) : undefined) ?? this.published;
			files.delete(path);
			files.set(newPath ?? path, raw);
		}
		return Promise.resolve();
	}

	getEntry(path: string) {
		return Promise.resolve({ data: this.published.get(path) ?? null });
	}

	entriesByFolder() {
		return Promise.resolve([]);
	}

	unpublishedEntry(key: DraftKey): Promise<BoardDraft> {
		const [collection = '', slug = ''] = 'id' in key ? key.id.split('/') : [key.collection, key.slug];
		const files = this.draftOf(collection, slug);
		if (!files) return Promise.reject(Object.assign(new Error('No draft'), { notUnderEditorialWorkflow: true }));
		return Promise.resolve({ collection, slug, diffs: [...files.keys()].map((path) => ({ path, id: path })) });
	}

	unpublishedEntryDataFile(collection: string, slug: string, path: string) {
		return Promise.resolve(this.draftOf(collection, slug)?.get(path) ?? null);
	}

	getMedia(): Promise<{ path: string }[]> {
		return Promise.resolve([]);
	}

	deleteFiles(paths: string[]) {
		for (const path of paths) this.published.delete(path);
		return Promise.resolve();
	}

	publishUnpublishedEntry(collection: string, slug: string) {
		for (const [path, text] of this.draftOf(collection, slug) ?? []) this.published.set(path, text);
		this.drafts.delete(`${collection}/${slug}`);
		return Promise.resolve();
	}
}

/** A host inside one of our back ends. */
export function openHost(wrap: (Backend: BackendClass) => BackendClass): FakeHost {
	const host = new (wrap(FakeHost))();
	if (!(host instanceof FakeHost)) throw new Error('The back end is none of this host.');
	return host;
}
