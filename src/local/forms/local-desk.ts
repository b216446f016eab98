import { brusselsToday } from '../../model/brussels-days.ts';
import { bringToBoard } from '../../submissions/bring-to-board.ts';
import type { Desk } from '../../submissions/bring-waiting.ts';
import type { ContentEdits } from '../editing/content-edits.ts';
import { rootOf } from '../editing/editing-mode.ts';
import { readTree } from '../editing/git-tree.ts';
import { localBoard } from './local-board.ts';
import { submissionFiles } from './submission-files.ts';

/** The desk of this machine in git mode: submissions in `folder` go to the board of the content in `contentFolder`. */
export function localDesk(folder: string, contentFolder: string, edits: ContentEdits): Desk {
	const root = rootOf(contentFolder);
	return {
		source: submissionFiles(folder),
		bring: (submission) =>
			edits.alone(async (act) => {
				const { branch, problem } = await readTree(root);
				if (problem !== undefined) throw new Error(problem);
				return bringToBoard(submission, localBoard({ root, branch, folder, act }), brusselsToday());
			}),
	};
}
