import type { BackendClass, DraftKey } from './decap-backend.ts';
import { textOfFailure } from './unusable.ts';

/** A draft of no collection, which Decap leaves out. */
const noDraft = { collection: '', slug: '', diffs: [] };

/** Keeps one draft that cannot be read from taking the board, and all other drafts, along. */
export const withSturdyBoard = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		override async unpublishedEntry(draft: DraftKey) {
			if (!('id' in draft)) return super.unpublishedEntry(draft);
			try {
				return await super.unpublishedEntry(draft);
			} catch (error) {
				console.warn(`The draft ${draft.id} is left out: ${String(error)}`);
				return noDraft;
			}
		}

		override async unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string) {
			try {
				return await super.unpublishedEntryDataFile(collection, slug, path, id);
			} catch (error) {
				return textOfFailure(error);
			}
		}
	};
