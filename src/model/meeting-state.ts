import type { Meeting } from '../schemas/meeting.ts';

export type MeetingState = 'announced' | 'held' | 'notes-promised' | 'notes-late' | 'notes-published';

/** Where a meeting stands on a day. It counts as announced through its last day. */
export function meetingStateOn(
	{ date, lastDay, after }: Pick<Meeting, 'date' | 'lastDay' | 'after'>,
	today: string,
): MeetingState {
	if (today <= (lastDay ?? date)) return 'announced';
	if (after?.notesPublishedOn && after.notesPublishedOn <= today) return 'notes-published';
	if (!after?.notesPromisedOn) return 'held';
	return today <= after.notesPromisedOn ? 'notes-promised' : 'notes-late';
}
