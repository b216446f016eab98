import type { DecapBackend } from './decap-backend.ts';
import { textOfFailure } from './unusable.ts';

/** A draft of no collection, which Decap leaves out. */
const noDraft = { collection: '', slug: '', diffs: [] };

/** Keeps one draft that cannot be read from taking the board, and all other drafts, along. */
export function withSturdyBoard<B extends new (...args: never[]) => DecapBackend>(Backend: B): B {
	class Sturdy extends (Backend as unknown as new (...args: unknown[]) => DecapBackend) {
		override async unpublishedEntry(draft: Parameters<DecapBackend['unpublishedEntry']>[0]) {
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
	}
	return Sturdy as unknown as B;
}
