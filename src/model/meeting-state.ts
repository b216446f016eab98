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

/** What came of a meeting. It shows once the meeting was held, however early it was written. */
export const outcomeOn = (meeting: Pick<Meeting, 'date' | 'lastDay' | 'after'>, today: string): Meeting['after'] =>
	meetingStateOn(meeting, today) === 'announced' ? undefined : meeting.after;

/** The day or days of a meeting: “15–16 May 2019”. */
export const formatMeetingDays = ({ date, lastDay }: Pick<Meeting, 'date' | 'lastDay'>): string =>
	lastDay ? formatRange(date, lastDay) : formatDate(date);
