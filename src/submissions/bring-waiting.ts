import type { Outcome } from './bring-to-board.ts';
import type { Submission } from './read-submission.ts';

/** Where submissions wait until they are deleted: a folder of this machine, or the form’s host. */
export interface SubmissionSource {
	/** All of them, the oldest first. Throws if the source cannot be read. */
	list: () => AsyncIterable<Submission>;
	/** Deletes one for good, with all that is kept of it there. */
	remove: (id: string) => Promise<void>;
}

/** Where submissions wait, and how one of them comes to the editors. */
export interface Desk {
	source: SubmissionSource;
	/** Throws an error with a sentence if it cannot be brought now. */
	bring: (submission: Submission) => Promise<Outcome>;
}

/** What the command prints of a submission: nothing that was sent. */
export const lineOf = ({ id, form }: Submission, outcome: string): string => `${id}  ${form}  ${outcome}`;

/** Brings all that waits, and says of each what became of it. Returns how many still wait because of an error. */
export async function bringWaiting({ source, bring }: Desk, say: (line: string) => void): Promise<number> {
	let waiting = 0;
	for await (const submission of source.list()) {
		try {
			say(lineOf(submission, await bring(submission)));
		} catch (error) {
			waiting++;
			say(lineOf(submission, `waits: ${error instanceof Error ? error.message : String(error)}`));
		}
	}
	return waiting;
}

const DAY_IN_MS = 86_400_000;

/** Deletes for good what was received more than so many days ago. */
export async function deleteOlderThan(
	source: SubmissionSource,
	days: number,
	now: Date,
	say: (line: string) => void,
): Promise<void> {
	const end = new Date(now.getTime() - days * DAY_IN_MS).toISOString();
	for await (const submission of source.list()) {
		if (submission.receivedAt >= end) continue;
		await source.remove(submission.id);
		say(lineOf(submission, 'deleted'));
	}
}
