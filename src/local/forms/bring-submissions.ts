// `npm run submissions`: brings what members sent to the editors’ board, or deletes what is old.
import { parseArgs } from 'node:util';
import { contentFolder } from '../../files/folders.ts';
import { removeUnfinished } from '../../files/write-whole.ts';
import { bringWaiting, deleteOlderThan, type Desk, type SubmissionSource } from '../../submissions/bring-waiting.ts';
import { contentEdits } from '../editing/content-edits.ts';
import { givenMode, rootOf, whyEditingIsOff } from '../editing/editing-mode.ts';
import { readTree } from '../editing/git-tree.ts';
import { stop } from '../port.ts';
import { findHostedDesk, localDesk } from './desks.ts';
import { submissionFiles, submissionsFolder } from './submission-files.ts';

const COMMAND = 'npm run submissions';
const DELETE = 'delete-older-than';

/** The days that `--delete-older-than` gives, if it is there. Stops with a sentence if they are none. */
function givenDays(): number | undefined {
	try {
		const { values } = parseArgs({ options: { [DELETE]: { type: 'string' } } });
		const given = values[DELETE];
		if (given === undefined) return undefined;
		if (typeof given === 'string' && /^[1-9]\d{0,4}$/.test(given)) return Number(given);
	} catch {
		// Another option, or one without days.
	}
	stop(`${COMMAND} takes one option, with a number of days: ${COMMAND} -- --${DELETE}=365.`);
}

/** The desk of this machine. Stops with a sentence if it has no board now. */
async function openDesk(): Promise<Desk> {
	const mode = givenMode();
	if (mode !== 'git') {
		stop(
			`Drafts need branches to wait on. Run CMS_MODE=git ${COMMAND}; until then everything waits in ${submissionsFolder}.`,
		);
	}
	const off = whyEditingIsOff(contentFolder);
	if (off !== undefined) stop(off);
	const { problem } = await readTree(rootOf(contentFolder));
	if (problem !== undefined) stop(problem);
	return localDesk(submissionsFolder, contentFolder, contentEdits({ folder: contentFolder, mode }));
}

/** What was sent to this machine. */
const openSource = (): SubmissionSource => {
	removeUnfinished(submissionsFolder);
	return submissionFiles(submissionsFolder);
};

const say = (line: string): void => {
	console.log(line);
};

const days = givenDays();
try {
	const hosted = findHostedDesk(process.env, fetch);
	if (days !== undefined) {
		const sources = hosted ? [hosted.source, hosted.spam] : [openSource()];
		for (const source of sources) await deleteOlderThan(source, days, new Date(), say);
	} else if ((await bringWaiting(hosted ?? (await openDesk()), say)) > 0) process.exitCode = 1;
} catch (error) {
	stop(error instanceof Error ? error.message : String(error));
}
