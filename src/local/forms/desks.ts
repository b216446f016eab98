import { brusselsToday } from '../../formats/brussels-days.ts';
import { settingsIn, type Environment } from '../../hosts/environment.ts';
import { gitHubBoard } from '../../hosts/github-board.ts';
import { readHostSettings } from '../../hosts/host-settings.ts';
import { netlifySubmissions } from '../../hosts/netlify-submissions.ts';
import { bringToBoard } from '../../submissions/bring-to-board.ts';
import type { Desk, SubmissionSource } from '../../submissions/bring-waiting.ts';
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

/** The desk of the site at its host: what Netlify keeps goes to the board at GitHub. */
export interface HostedDesk extends Desk {
	/** What Netlify has taken for spam: nothing for the board, but to be deleted in time as well. */
	spam: SubmissionSource;
}

/**
 * The desk at the host if the environment names it, by a token or a site of Netlify; undefined if what was sent to
 * this machine is meant. Throws, with a sentence, if a setting of the host is missing or wrong.
 */
export function findHostedDesk(environment: Environment, ask: typeof fetch): HostedDesk | undefined {
	const { given } = settingsIn(environment);
	if (given('NETLIFY_AUTH_TOKEN') === undefined && given('NETLIFY_SITE_ID') === undefined) return undefined;
	const { gitHub, netlify, problems } = readHostSettings(environment);
	if (!gitHub) throw new Error(`${problems.join(' ')} See “Forms” in docs/hosting.md.`);
	const source = netlifySubmissions(netlify, ask);
	const board = gitHubBoard(gitHub, ask);
	return { source, spam: source.spam, bring: (submission) => bringToBoard(submission, board, brusselsToday()) };
}
