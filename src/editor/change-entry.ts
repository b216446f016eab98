import { writeEntryFile } from '../files/entry-file.ts';
import type { Fields } from '../files/values.ts';
import { fileOf, type CollectionName } from '../schemas/collections.ts';
import { noDraft, type DecapBackend } from './decap-backend.ts';
import { inPlainWords } from './plain-words.ts';
import { Refusal } from './refusal.ts';
import { readForForm } from './unusable.ts';

/** A published entry that is changed from outside its form. */
export interface OpenedEntry {
	collection: CollectionName;
	slug: string;
	/** Its file as it was read. */
	text: string;
	data: Fields;
}

/**
 * Reads an entry to change it. Throws a `Refusal` if it cannot be read, or has a draft, which the change would be
 * missing from or written into by the way.
 */
export async function openEntry(
	backend: DecapBackend,
	collection: CollectionName,
	slug: string,
	hasWorkflow: boolean,
): Promise<OpenedEntry> {
	const { data: text } = await backend.getEntry(fileOf(collection, slug));
	const { data, sentence } = readForForm(collection, text);
	if (!data || text === null) throw new Refusal(sentence);
	if (hasWorkflow && (await backend.unpublishedEntry({ collection, slug }).catch(noDraft))) {
		throw new Refusal('It has a draft: open it, and change that.');
	}
	return { collection, slug, text, data };
}

/** Keeps an entry with other fields: as a draft that is ready where drafts are reviewed, else at once. */
export const keepEntry = (
	backend: DecapBackend,
	{ collection, slug, text }: OpenedEntry,
	data: Fields,
	hasWorkflow: boolean,
	commitMessage: string,
): Promise<unknown> =>
	backend.persistEntry(
		{
			dataFiles: [{ path: fileOf(collection, slug), slug, raw: writeEntryFile(collection, data, text) }],
			assets: [],
		},
		{ collectionName: collection, useWorkflow: hasWorkflow, status: 'pending_publish', commitMessage },
	);

/**
 * Does something to some entries, and says what became of each. One after the other unless more are done at once: git
 * hosts take one change of a branch at a time.
 */
export async function toEach(
	slugs: Iterable<string>,
	task: (slug: string) => Promise<string>,
	say: (slug: string, words: string) => void,
	{ atOnce = 1, refused = 'not done.' } = {},
): Promise<void> {
	const waiting = [...slugs];
	const work = async () => {
		for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) {
			const words = await task(slug).catch(
				(error: unknown) => `${refused} ${error instanceof Refusal ? error.message : String(inPlainWords(error))}`,
			);
			say(slug, words);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}
