import { keyOf, keyOfPicture, keysOf, namedIn, type Referrers } from '../model/referrers.ts';
import {
	collectionOf,
	collections,
	entryCollections,
	extensionOf,
	fileOf,
	folderOf,
	isCollectionName,
} from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/describe-fields.ts';
import { BODY_LABEL } from '../schemas/fields.ts';
import { referencesIn } from '../schemas/linked-entries.ts';
import { slugOf } from '../schemas/slug.ts';
import { fetchJson } from '../search/fetch-json.client.ts';
import { tell, whileDoing, type Link } from './ask.ts';
import { collectionIn, isEntryFile, type BackendClass, type DecapBackend, type HostBackend } from './decap-backend.ts';
import { hrefOf } from './entry-address.ts';
import { loadIndex } from './entry-index.ts';
import { valuesOf, type DecapGroup } from './entry-values.ts';
import { listedFields } from './listing.ts';
import { Refusal } from './refusal.ts';
import { picturesAmong } from './text-problem.ts';
import { readForForm } from './unusable.ts';

/** Whether the text of a file names one of some entries. */
function names(path: string, text: string, keys: ReadonlySet<string>): boolean {
	const collection = collectionIn(path);
	const { data } = readForForm(collection, text);
	return data !== undefined && [...namedIn(collection, data)].some((key) => keys.has(key));
}

/** The file of an entry that the build knows: `updates/a` gives `content/updates/a.md`. */
function fileOfKey(key: string): string {
	const [collection = '', slug = ''] = key.split('/');
	return isCollectionName(collection) ? fileOf(collection, slug) : '';
}

/** All published files that a back end lists at once, by path; none where it would have to fetch each. */
async function listedFiles(backend: DecapBackend): Promise<Map<string, string>> {
	const lists = await Promise.all(
		entryCollections.map(async (name) => (await backend.entriesNow?.(folderOf(name), extensionOf(name), 1)) ?? []),
	);
	return new Map(lists.flat().map(({ file, data }) => [file.path, data]));
}

/** What entries name a file by: an entry by its slug or a former one, a picture by its name. */
async function namesOf(backend: DecapBackend, path: string): Promise<Set<string>> {
	const [picture] = picturesAmong([path]);
	if (picture !== undefined) return new Set([keyOfPicture(picture)]);
	const collection = collectionIn(path);
	const { data: text } = await backend.getEntry(path);
	return new Set(keysOf(collection, slugOf(path), readForForm(collection, text).data ?? {}));
}

/**
 * The files that name something by one of some keys, but for the one at a path: of those that are as they were when the
 * site was built its index tells, the others are looked at.
 */
export async function referrersTo(backend: DecapBackend, keys: ReadonlySet<string>, path: string): Promise<string[]> {
	const index = await fetchJson<Referrers>('/admin/referrers.json');
	const asBuilt = new Set([...keys].flatMap((key) => index[key] ?? []).map(fileOfKey));
	const files = await listedFiles(backend);
	for (const file of asBuilt) {
		if (!files.has(file)) files.set(file, (await backend.getEntry(file)).data ?? '');
	}
	return [...files]
		.filter(([file, now]) => file !== path && (listedFields(now) ? asBuilt.has(file) : names(file, now, keys)))
		.map(([file]) => file);
}

/** The files that name an entry or a picture. */
export const referrersNow = async (backend: DecapBackend, path: string): Promise<string[]> =>
	referrersTo(backend, await namesOf(backend, path), path);

/** Some entries, each as a link to its form. */
export async function linksTo(files: readonly string[]): Promise<Link[]> {
	const index = await loadIndex();
	return files.map((file) => {
		const collection = collectionIn(file);
		const slug = slugOf(file);
		const title = index[collection]?.find(([known]) => known === slug)?.[1] ?? slug;
		return [`${collectionOf(collection).plural}: ${title}`, hrefOf(collection, slug)];
	});
}

/** The fields in which a file names one of some entries, by their labels; in its text where it is none of them. */
export async function placesIn(backend: DecapBackend, file: string, keys: ReadonlySet<string>): Promise<string> {
	const collection = collectionIn(file);
	const { data } = readForForm(collection, (await backend.getEntry(file)).data);
	const places = referencesIn(collection, data ?? {})
		.filter((each) => keys.has(keyOf(each.collection, each.slug)))
		.map(({ path }) => labelsAlong(collections[collection].schema, path).join(' › '));
	return [...new Set(places.length > 0 ? places : [BODY_LABEL])].join(', ');
}

/** Says which entries name something, each a link to its form, and where in it. */
async function sayWhoNames(backend: DecapBackend, files: readonly string[], path: string): Promise<void> {
	const links = await linksTo(files);
	const keys = await namesOf(backend, path);
	const places = isEntryFile({ path }) ? await Promise.all(files.map((file) => placesIn(backend, file, keys))) : [];
	const others = files.length === 1 ? 'An entry names it' : `${files.length} entries name it`;
	const isInReceipt = files.some((file) => collectionIn(file) === 'receipts');
	await tell(
		`${others}. Take it off there, publish that, then delete it. Nothing was deleted.${isInReceipt ? ' In a receipt, say under Reason that it was deleted.' : ''}`,
		links.map(([words, href], index) => [[words, places[index]].filter(Boolean).join(' · '), href]),
	);
}

/** Whether nothing names an entry, so that it may be deleted; says which entries do. */
export async function mayBeDeleted(entry: DecapGroup, { implementation }: HostBackend): Promise<boolean> {
	const { path, isNew } = valuesOf(entry);
	if (isNew) return true;
	// What cannot be told now is looked at again before anything goes.
	const looking = referrersNow(implementation, path).catch(() => []);
	const referrers = await whileDoing('Looking for entries that name it…', looking);
	if (referrers.length > 0) await sayWhoNames(implementation, referrers, path);
	return referrers.length === 0;
}

/** Keeps a back end from deleting an entry or a picture that others name: no site could be built after that. */
export const withKeptReferences = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override async deleteFiles(paths: string[], message: string) {
			for (const path of paths) {
				const isKnown = isEntryFile({ path }) || picturesAmong([path]).length > 0;
				const referrers = isKnown ? await referrersNow(this, path) : [];
				if (referrers.length === 0) continue;
				await sayWhoNames(this, referrers, path);
				throw new Refusal('Entries name it.');
			}
			return super.deleteFiles(paths, message);
		}
	};
