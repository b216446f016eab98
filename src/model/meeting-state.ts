import { formatDate, formatRange } from '../formats/date.ts';
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

/** The day or days of a meeting: “15–16 May 2019”. */
export const formatMeetingDays = ({ date, lastDay }: Pick<Meeting, 'date' | 'lastDay'>): string =>
	lastDay ? formatRange(date, lastDay) : formatDate(date);
