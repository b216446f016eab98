import { existsSync } from 'node:fs';
import { valueAt } from '../../files/values.ts';
import { draftBranch } from '../../editor/draft-branch.ts';
import { readEntryFile } from '../../files/entry-file.ts';
import { fileOf, folderOf } from '../../schemas/collections.ts';
import type { Board } from '../../submissions/bring-to-board.ts';
import type { Act } from '../editing/content-edits.ts';
import {
	fileOnBranch,
	filesChangedBy,
	filesWithLine,
	hasBranch,
	isInMessages,
	isOnBranch,
	isOnBranchBelow,
} from '../editing/git-tree.ts';
import type { ReceiptFile } from '../../submissions/receipt-file.ts';
import { keepText, traceOf } from './submission-files.ts';

const COLLECTION = 'clusters';
const draftOf = (slug: string): string => draftBranch(COLLECTION, slug);

/** What a commit of a draft says last, so that git itself knows what was brought. */
const trailerOf = (id: string): string => `Submission: ${id}`;

/** Where the local board lies. */
export interface BoardPlace {
	/** The folder that holds content/. */
	root: string;
	/** The branch that is published. */
	branch: string;
	/** The folder with submissions, where notes go. */
	folder: string;
	act: Act;
}

/**
 * The board of Decap on this machine with `CMS_MODE=git`: drafts are branches, saved as the editor saves them; notes
 * are texts beside the submissions. Use it while no other change of content can come between.
 */
export function localBoard({ root, branch, folder, act }: BoardPlace): Board {
	// A branch without a change of its own is what a save left that was stopped before it was done.
	const isDraft = async (draft: string): Promise<boolean> =>
		(await hasBranch(root, draft)) && (await filesChangedBy(root, draft, branch)).size > 0;

	const wasSlug = async (slug: string): Promise<boolean> => {
		for (const path of await filesWithLine(root, branch, folderOf(COLLECTION), `^(aliases:.*| *- *["']?)${slug}`)) {
			const { data } = readEntryFile(COLLECTION, (await fileOnBranch(root, branch, path)) ?? '');
			const aliases = data?.['aliases'];
			if (Array.isArray(aliases) && aliases.includes(slug)) return true;
		}
		return false;
	};

	const save = async (action: string, params: Record<string, unknown>): Promise<void> => {
		const { status, body } = await act({ action, params: { branch, ...params } });
		if (status !== 200) throw new Error(String(valueAt(body, ['error'])));
	};

	/** Saves the file of an entry as the editor saves it: to the board, or published at once. */
	const saveEntry = (
		collectionName: string,
		{ slug, path, text }: ReceiptFile,
		useWorkflow: boolean,
		message: string,
	) =>
		save('persistEntry', {
			dataFiles: [{ slug, path, raw: text }],
			assets: [],
			// decap-server asks for a status, and does nothing with it where there is no board.
			options: { collectionName, useWorkflow, status: 'draft', commitMessage: message },
		});

	return {
		knows: async (id) =>
			existsSync(traceOf(folder, 'notes', id)) ||
			existsSync(traceOf(folder, 'drafts', id)) ||
			isInMessages(root, trailerOf(id)),
		read: (slug) => fileOnBranch(root, branch, fileOf(COLLECTION, slug)),
		isTaken: async (slug) => {
			const path = fileOf(COLLECTION, slug);
			return (
				(await isOnBranch(root, branch, path)) ||
				(await isDraft(draftOf(slug))) ||
				(await isOnBranchBelow(root, draftOf(''), path)) ||
				wasSlug(slug)
			);
		},
		hasDraft: (slug) => isDraft(draftOf(slug)),
		openDraft: async ({ id, title, ...file }) => {
			// decap-server gives only new branches a place on the board.
			const { slug, path } = file;
			if (await hasBranch(root, draftOf(slug))) await save('deleteUnpublishedEntry', { collection: COLLECTION, slug });
			await saveEntry(COLLECTION, file, true, `${title}\n\n${trailerOf(id)}`);
			await keepText(traceOf(folder, 'drafts', id), `${path}\n`);
		},
		keepReceipt: async (file) => {
			if (!(await isOnBranch(root, branch, file.path))) await saveEntry('receipts', file, false, 'Add a receipt');
		},
		openNote: ({ id, title, sentences }) =>
			keepText(traceOf(folder, 'notes', id), `${[title, '', ...sentences].join('\n')}\n`),
	};
}
