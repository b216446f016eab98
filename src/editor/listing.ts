import { type Fields, valueAt } from '../files/values.ts';
import { collator } from '../formats/collator.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { fetchJson } from '../search/fetch-json.client.ts';
import { listFieldsOf } from './config.ts';
import type { ListedFile, LoadedEntry } from './decap-backend.ts';
import { textOf } from './entry-values.ts';

/** By file name: the beginning of the hash that git gives the file, and the fields that the editor’s list shows. */
export type EntryList = Record<string, [sha: string, fields: Fields]>;

/** As many signs of a hash as tell a changed file from an unchanged one. */
export const SHA_LENGTH = 12;

/**
 * Entries of lists that nobody has opened yet: their fields as the build listed them, by a text that stands for the
 * file. The text is no YAML and known to this page alone, so that no file can pass for one.
 */
const listed = new Map<string, Fields>();

/** The fields of an entry that a list made of the build’s index, or undefined for the text of a file. */
export const listedFields = (text: string): Fields | undefined => listed.get(text);

function standIn(fields: Fields): string {
	const text = `listed:${crypto.randomUUID()}`;
	listed.set(text, fields);
	return text;
}

/**
 * The entries of a folder: those that have not changed since the build come from its index, and only the others are
 * read from the git host.
 */
export async function entriesFromIndex(
	files: readonly ListedFile[],
	index: EntryList,
	read: (file: ListedFile) => Promise<string>,
): Promise<LoadedEntry[]> {
	return Promise.all(
		files.map(async (file) => {
			const [sha, fields] = index[file.path.split('/').at(-1) ?? ''] ?? [];
			const isKnown = fields !== undefined && file.id?.slice(0, SHA_LENGTH) === sha;
			return { file, data: isKnown ? standIn(fields) : await read(file) };
		}),
	);
}

/** The index that the build made of a collection; empty if it cannot be loaded, so that all files are read. */
export const loadList = (collection: CollectionName): Promise<EntryList> =>
	fetchJson<EntryList>(`/admin/lists/${collection}.json`).catch(() => ({}));

const textAt = (fields: Fields, path = ''): string => textOf(valueAt(fields, path.split('.')));

/**
 * The order of a list before an editor chooses another: profiles by their check, the longest ago first; news by its
 * date, the newest first; all else by name. What has no date comes first: it wants looking at.
 */
export function inListOrder(
	collection: CollectionName,
	entries: readonly LoadedEntry[],
	fieldsOfText: (text: string) => Fields,
): LoadedEntry[] {
	const { title, date } = listFieldsOf(collection);
	const direction = date === 'check.on' ? 1 : -1;
	return entries
		.map((entry) => {
			const fields = fieldsOfText(entry.data);
			return { entry, day: textAt(fields, date), name: textAt(fields, title) };
		})
		.sort((a, b) => {
			if (a.day !== b.day) return a.day === '' ? -1 : b.day === '' ? 1 : direction * (a.day < b.day ? -1 : 1);
			return collator.compare(a.name, b.name);
		})
		.map(({ entry }) => entry);
}
