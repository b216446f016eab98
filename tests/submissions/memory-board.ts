import type { Board, Draft, Note } from '../../src/submissions/bring-to-board.ts';
import type { ReceiptFile } from '../../src/submissions/receipt-file.ts';

/** A board that can be looked at. */
export interface MemoryBoard extends Board {
	drafts: Draft[];
	notes: Note[];
	receipts: ReceiptFile[];
}

/** A board without anything around it. `published` are the files of profiles by slug. */
export function memoryBoard(published: Record<string, string> = {}): MemoryBoard {
	const drafts: Draft[] = [];
	const notes: Note[] = [];
	const receipts: ReceiptFile[] = [];
	const hasDraft = (slug: string) => drafts.some((draft) => draft.slug === slug);
	return {
		drafts,
		notes,
		receipts,
		knows: (id) => Promise.resolve([...drafts, ...notes].some((brought) => brought.id === id)),
		read: (slug) => Promise.resolve(Object.hasOwn(published, slug) ? published[slug] : undefined),
		isTaken: (slug) => Promise.resolve(Object.hasOwn(published, slug) || hasDraft(slug)),
		hasDraft: (slug) => Promise.resolve(hasDraft(slug)),
		openDraft: (draft) => {
			drafts.push(draft);
			return Promise.resolve();
		},
		keepReceipt: (file) => {
			if (!receipts.some(({ slug }) => slug === file.slug)) receipts.push(file);
			return Promise.resolve();
		},
		openNote: (note) => {
			notes.push(note);
			return Promise.resolve();
		},
	};
}
