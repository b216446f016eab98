import type { Submission } from './read-submission.ts';

/** A submission with the moment at which its host received it, `2027-03-31T21:59:59.000Z`. */
export interface ReceivedSubmission extends Submission {
	receivedAt: string;
}

/** Where submissions wait until they are deleted: a folder of this machine, or the form’s host. */
export interface SubmissionSource {
	/** All of them, the oldest first. Throws if the source cannot be read. */
	list: () => AsyncIterable<ReceivedSubmission>;
	/** Deletes one for good, with all that is kept of it there. */
	remove: (id: string) => Promise<void>;
}
