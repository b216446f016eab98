import { existsSync } from 'node:fs';
import { valueAt } from '../../files/check-entry.ts';
import { readEntryFile } from '../../files/entry-file.ts';
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

import { keepText, traceOf } from './submission-files.ts';

const COLLECTION = 'clusters';
const FOLDER = `content/${COLLECTION}`;
const DRAFTS = `cms/${COLLECTION}/`;

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
		for (const path of await filesWithLine(root, branch, FOLDER, `^(aliases:.*| *- *["']?)${slug}`)) {
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

	return {
		knows: async (id) =>
			existsSync(traceOf(folder, 'notes', id)) ||
			existsSync(traceOf(folder, 'drafts', id)) ||
			isInMessages(root, trailerOf(id)),
		read: (slug) => fileOnBranch(root, branch, `${FOLDER}/${slug}.md`),
		isTaken: async (slug) => {
			const path = `${FOLDER}/${slug}.md`;
			return (
				(await isOnBranch(root, branch, path)) ||
				(await isDraft(DRAFTS + slug)) ||
				(await isOnBranchBelow(root, DRAFTS, path)) ||
				wasSlug(slug)
			);
		},
		hasDraft: (slug) => isDraft(DRAFTS + slug),
		openDraft: async ({ id, slug, path, text, title }) => {
			// decap-server gives only new branches a place on the board.
			if (await hasBranch(root, DRAFTS + slug)) await save('deleteUnpublishedEntry', { collection: COLLECTION, slug });
			await save('persistEntry', {
				dataFiles: [{ slug, path, raw: text }],
				assets: [],
				options: {
					collectionName: COLLECTION,
					useWorkflow: true,
					status: 'draft',
					commitMessage: `${title}\n\n${trailerOf(id)}`,
				},
			});
			await keepText(traceOf(folder, 'drafts', id), `${path}\n`);
		},
		keepReceipt: async ({ slug, path, text }) => {
			if (await isOnBranch(root, branch, path)) return;
			await save('persistEntry', {
				dataFiles: [{ slug, path, raw: text }],
				assets: [],
				options: {
					collectionName: 'receipts',
					useWorkflow: false,
					// decap-server asks for one, and does nothing with it.
					status: 'draft',
					commitMessage: 'Add a receipt',
				},
			});
		},
		openNote: ({ id, title, sentences }) =>
			keepText(traceOf(folder, 'notes', id), `${[title, '', ...sentences].join('\n')}\n`),
	};
}
