import type { Submission } from './read-submission.ts';

/** Where submissions wait until they are deleted: a folder of this machine, or the form’s host. */
export interface SubmissionSource {
	/** All of them, the oldest first. Throws if the source cannot be read. */
	list: () => AsyncIterable<Submission>;
	/** Deletes one for good, with all that is kept of it there. */
	remove: (id: string) => Promise<void>;
}
