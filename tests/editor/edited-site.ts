import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromJS } from 'immutable';
import { withChosenPictures } from '../../src/editor/chosen-pictures.ts';
import { beforeSaving } from '../../src/editor/before-saving.ts';
import type { EntryFiles, LoadedEntry, SavingOptions } from '../../src/editor/decap-backend.ts';
import { entryFormat } from '../../src/editor/entry-format.ts';
import type { DecapGroup } from '../../src/editor/entry-values.ts';
import { withFreshText } from '../../src/editor/fresh-text.ts';
import { withKeptReferences } from '../../src/editor/kept-references.ts';
import { withCheckedPublishing } from '../../src/editor/publishing.ts';
import { newPathOf, withRenaming } from '../../src/editor/renames.ts';
import type { Fields } from '../../src/files/values.ts';
import { referrersOf } from '../../src/model/referrers.ts';
import { aliasesOf } from '../../src/schemas/aliases.ts';
import {
	collectionOf,
	entryCollections,
	extensionOf,
	fileOf,
	type CollectionName,
} from '../../src/schemas/collections.ts';
import { slugOf } from '../../src/schemas/slug.ts';
import { FakeHost } from './fake-host.ts';

const PERIODS = { checkFreshMonths: 12, checkDueMonths: 15 };

/** A host whose published files are those of a content folder. */
class FolderHost extends FakeHost {
	readonly media = new Set<string>();
	readonly draftMedia = new Map<string, string[]>();

	entriesNow = (folder: string): Promise<LoadedEntry[]> =>
		Promise.resolve(
			[...this.published]
				.filter(([path]) => path.startsWith(`${folder}/`))
				.map(([path, data]) => ({ file: { path, id: null }, data })),
		);

	override async persistEntry(entry: EntryFiles, options: SavingOptions) {
		await super.persistEntry(entry, options);
		const paths = entry.assets.map(({ path }) => path);
		const key = `${options.collectionName}/${entry.dataFiles[0]?.slug ?? ''}`;
		if (options.useWorkflow) this.draftMedia.set(key, paths);
		else for (const path of paths) this.media.add(path);
	}

	override async unpublishedEntry(key: Parameters<FakeHost['unpublishedEntry']>[0]) {
		const draft = await super.unpublishedEntry(key);
		const media = this.draftMedia.get(`${draft.collection}/${draft.slug}`) ?? [];
		return { ...draft, diffs: [...draft.diffs, ...media.map((path) => ({ path, id: path }))] };
	}

	override async publishUnpublishedEntry(collection: string, slug: string) {
		const published = fileOf(collection as CollectionName, slug);
		const files = this.draftOf(collection, slug);
		// A draft that moves its entry takes the old file away.
		if (files && !files.has(published)) this.published.delete(published);
		for (const path of this.draftMedia.get(`${collection}/${slug}`) ?? []) this.media.add(path);
		await super.publishUnpublishedEntry(collection, slug);
	}

	override getMedia() {
		return Promise.resolve([...this.media].map((path) => ({ path })));
	}

	override deleteFiles(paths: string[]) {
		for (const path of paths) this.media.delete(path);
		return super.deleteFiles(paths);
	}
}

const wrapped = withKeptReferences(withRenaming(withFreshText(withChosenPictures(withCheckedPublishing(FolderHost)))));

function openFolderHost(): FolderHost {
	const host = new wrapped();
	if (!(host instanceof FolderHost)) throw new Error('The back end is none of this host.');
	return host;
}

/** The content of a folder, edited by the editor's own functions as one edits it in the browser. */
export class EditedSite {
	readonly host = openFolderHost();
	/** The files that the editor reads of the site as it was built, by address. */
	readonly built = new Map<string, unknown>();
	readonly folder: string;
	readonly picture: Uint8Array;

	constructor(folder: string, picture: Uint8Array) {
		this.folder = folder;
		this.picture = picture;
		for (const collection of entryCollections) {
			const own = join(folder, collection);
			for (const name of existsSync(own) ? readdirSync(own) : []) {
				if (!name.endsWith(extensionOf(collection))) continue;
				this.host.published.set(`content/${collection}/${name}`, readFileSync(join(own, name), 'utf8'));
			}
		}
		this.build();
	}

	fieldsOf(path: string, text = this.host.published.get(path) ?? ''): Fields {
		return entryFormat(this.collectionOf(path), PERIODS).fromFile(text);
	}

	collectionOf = (path: string) => path.split('/')[1] as CollectionName;

	/** What the editor knows of the site from now on. */
	build(): void {
		const entries = [...this.host.published].map(([path, text]) => ({
			collection: this.collectionOf(path),
			slug: slugOf(path),
			fields: this.fieldsOf(path, text),
		}));
		const index: Record<string, unknown[]> = {};
		for (const { collection, slug, fields } of entries) {
			const title = fields[collectionOf(collection).titleField ?? ''];
			(index[collection] ??= []).push([slug, typeof title === 'string' ? title : slug, aliasesOf(fields)]);
		}
		this.built.set('/admin/entries.json', index);
		this.built.set('/admin/referrers.json', referrersOf(entries));
		const pictures = [...this.host.media].map((path) => [path.replace('content/assets/', ''), {}] as const);
		this.built.set('/admin/preview-site.json', { pictures: Object.fromEntries(pictures) });
	}

	/** Saves a form: what it holds, of an entry that is there or of a new one. */
	async save(
		path: string | undefined,
		fields: Fields,
		collection: CollectionName,
		uploaded: string[],
		useWorkflow: boolean,
	) {
		const isNew = path === undefined;
		if (path !== undefined) await this.host.getEntry(path);
		const media = [...this.host.media, ...uploaded].map((each) => ({ path: each }));
		const key = path === undefined ? '' : slugOf(path);
		const form = { collection, slug: key, path: path ?? '', data: fields, newRecord: isNew, isModification: !isNew };
		const entry = fromJS({ ...form, mediaFiles: media }) as DecapGroup;
		const changed = (await beforeSaving(PERIODS, useWorkflow)({ entry, backend: { implementation: this.host } })) as
			DecapGroup | undefined;
		const data = changed?.toJS() ?? fields;
		const slug = isNew ? String(data['$slug']) : key;
		const raw = entryFormat(collection, PERIODS).toFile(data);
		const file = { path: path ?? fileOf(collection, slug), slug, raw };
		const options = { collectionName: collection, newEntry: isNew, useWorkflow };
		await this.host.persistEntry({ dataFiles: [file], assets: uploaded.map((each) => ({ path: each })) }, options);
		return { collection, slug, path: newPathOf(file.path) ?? file.path };
	}

	/** Writes what is published now into the folder. */
	write(): void {
		for (const collection of [...entryCollections, 'assets']) {
			const own = join(this.folder, collection);
			// Other files there, such as MDX, are none of the editor.
			for (const name of existsSync(own) ? readdirSync(own) : []) {
				const path = `content/${collection}/${name}`;
				const isOurs = collection === 'assets' || name.endsWith(extensionOf(collection as CollectionName));
				if (isOurs && !this.host.published.has(path) && !this.host.media.has(path)) rmSync(join(own, name));
			}
		}
		const root = dirname(this.folder);
		const write = (path: string, content: string | Uint8Array) => {
			const file = join(root, path);
			mkdirSync(dirname(file), { recursive: true });
			if (existsSync(file) && Buffer.from(content).equals(readFileSync(file))) return;
			writeFileSync(file, content);
		};
		for (const [path, text] of this.host.published) write(path, text);
		for (const path of this.host.media) write(path, this.picture);
	}
}
