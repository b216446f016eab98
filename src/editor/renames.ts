import { collections } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import {
	noDraft,
	type BackendClass,
	type DataFile,
	type DecapBackend,
	type EntryFiles,
	type SavingOptions,
} from './decap-backend.ts';
import { Refusal } from './refusal.ts';

/** Where files of entries go that get another address, from the moment of saving until the page is left. */
const newPaths = new Map<string, string>();

/** Notes that the file of an entry gets a slug: `content/clusters/a.md`, `b`. Its own slug takes the note back. */
export function noteSlug(path: string, slug: string): void {
	if (slug === slugOf(path)) newPaths.delete(path);
	else newPaths.set(path, path.replace(/[^/]+(?=\.[a-z]+$)/, slug));
}

/** Where the file of an entry goes, if it moves. */
export const newPathOf = (path: string): string | undefined => newPaths.get(path);

/** Refuses an address that got taken since the site was built, which a git host would write over. */
async function refuseTaken(
	backend: DecapBackend,
	{ slug, newPath = '' }: DataFile,
	{ collectionName, useWorkflow }: SavingOptions,
): Promise<void> {
	const wanted = slugOf(newPath);
	// The draft of an entry may go back to the file that is published.
	if (wanted === slug) return;
	const isTaken =
		Boolean((await backend.getEntry(newPath)).data) ||
		(useWorkflow && (await backend.unpublishedEntry({ collection: collectionName, slug: wanted }).catch(noDraft)));
	if (!isTaken) return;
	const { label } = collections[collectionName];
	throw new Refusal(`The address “${wanted}” is that of another ${label} or draft. Choose another; nothing was saved.`);
}

/** Lets a back end move the file of an entry whose address changes. Decap moves entries of nested collections only. */
export const withRenaming = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override async persistEntry(entry: EntryFiles, options: SavingOptions) {
			const dataFiles = entry.dataFiles.map((file) => {
				const newPath = newPathOf(file.path);
				return newPath === undefined ? file : { ...file, newPath };
			});
			for (const file of dataFiles) if (file.newPath !== undefined) await refuseTaken(this, file, options);
			// Or the back ends of GitHub and GitLab would move every file of the folder along.
			return super.persistEntry({ ...entry, dataFiles }, { ...options, hasSubfolders: false });
		}
	};
