import { keyOfPicture, namedIn } from '../model/referrers.ts';
import { collectionIn, isEntryFile, type BackendClass, type EntryFiles, type SavingOptions } from './decap-backend.ts';
import { picturesAmong } from './text-problem.ts';
import { readForForm } from './unusable.ts';

/** The pictures that the files of an entry name. */
function namedBy({ dataFiles }: EntryFiles): Set<string> {
	return new Set(
		dataFiles.filter(isEntryFile).flatMap(({ path, raw }) => {
			const collection = collectionIn(path);
			return [...namedIn(collection, readForForm(collection, raw).data ?? {})];
		}),
	);
}

/** Lets a back end save with an entry the pictures that it shows, and none that were uploaded and not chosen. */
export const withChosenPictures = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override async persistEntry(entry: EntryFiles, options: SavingOptions) {
			const named = namedBy(entry);
			const assets = entry.assets.filter((asset) =>
				picturesAmong([asset.path]).some((file) => named.has(keyOfPicture(file))),
			);
			return super.persistEntry({ ...entry, assets }, options);
		}
	};
