import { knownDate } from '../formats/brussels-days.ts';
import { formatDate, formatRange } from '../formats/date.ts';
import type { Meeting } from '../schemas/meeting.ts';

export type MeetingState = 'announced' | 'held' | 'notes-promised' | 'notes-late' | 'notes-published';

/** When a meeting is held, as its entry says it. */
export type MeetingDays = Pick<Meeting, 'date' | 'lastDay' | 'datePrecision'>;

const isOver = ({ date, lastDay, datePrecision }: MeetingDays, today: string): boolean =>
	datePrecision === 'month' ? today.slice(0, 7) > date.slice(0, 7) : today > (lastDay ?? date);

/** Where a meeting stands on a day. It counts as announced through its last day, or the month that is known of it. */
export function meetingStateOn(meeting: MeetingDays & Pick<Meeting, 'after'>, today: string): MeetingState {
	const { after } = meeting;
	if (!isOver(meeting, today)) return 'announced';
	if (after?.notesPublishedOn && after.notesPublishedOn <= today) return 'notes-published';
	if (!after?.notesPromisedOn) return 'held';
	return today <= after.notesPromisedOn ? 'notes-promised' : 'notes-late';
}

/** What came of a meeting. It shows once the meeting was held, however early it was written. */
export const outcomeOn = (meeting: MeetingDays & Pick<Meeting, 'after'>, today: string): Meeting['after'] =>
	meetingStateOn(meeting, today) === 'announced' ? undefined : meeting.after;

/** The day or days of a meeting, or its month: “15–16 May 2019”. */
export const formatMeetingDays = (meeting: MeetingDays): string =>
	meeting.lastDay && meeting.datePrecision === 'day'
		? formatRange(meeting.date, meeting.lastDay)
		: formatDate(knownDate(meeting));

/** Which meeting it was and where, as far as known: “7th meeting of the first mandate · Brussels”. */
export const formatMeetingPlace = ({ ordinal, place }: Pick<Meeting, 'ordinal' | 'place'>): string =>
	[ordinal, place].filter(Boolean).join('\u00a0· ');

/** What links and titles call a meeting: “Follow-up and research, 27 April 2017”. */
export const formatMeetingTitle = (meeting: MeetingDays & Pick<Meeting, 'title'>): string =>
	`${meeting.title}, ${formatMeetingDays(meeting)}`;
