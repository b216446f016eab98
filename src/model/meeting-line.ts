import { formatDate } from '../formats/date.ts';
import { addressOf, type Entry } from '../schemas/collections.ts';
import { milestoneLanes } from '../schemas/vocabularies.ts';
import { formatMeetingDays, formatMeetingPlace } from './meeting-state.ts';
import { entriesAround, newestFirst } from './order.ts';
import type { EntryAround, SiteAround } from './site-around.ts';

/** A meeting on the line of another, or a step of policy between two. */
export interface MeetingLineItem {
	on: string;
	/** Of all but the meeting whose line this is. */
	address?: string;
	when: string;
	title: string;
	about: string;
	isStep: boolean;
}

/** So many meetings each way stand on the line of one, and so many steps between it and the next. */
const MEETINGS = 2;
const STEPS = 2;

/** A meeting among those before and after it, and the steps of policy and of the work on clusters beside it; the earliest first. */
export function meetingLine(
	site: Pick<SiteAround, 'meetings' | 'milestones' | 'today'>,
	entry: Entry<'meetings'>,
): MeetingLineItem[] {
	const { before, after } = entriesAround<EntryAround<'meetings'>>(site.meetings, entry, newestFirst, MEETINGS);
	const meetings = [...before, entry, ...after].map(({ id, data }) => ({
		on: data.date,
		...(id === entry.id ? {} : { address: addressOf('meetings', id) }),
		when: formatMeetingDays(data),
		title: data.title,
		about: formatMeetingPlace(data),
		isStep: false,
	}));
	const { date } = entry.data;
	const last = after[0]?.data.date ?? '';
	const next = before.at(-1)?.data.date ?? site.today;
	const steps = site.milestones.filter(({ data }) => data.lane === 'eu' || data.lane === 'clusters');
	const beside = [
		...steps.filter(({ data }) => last < data.date && data.date <= date).slice(-STEPS),
		...steps.filter(({ data }) => date < data.date && data.date < next).slice(0, STEPS),
	].map(({ id, data }) => ({
		on: data.date,
		address: addressOf('milestones', id),
		when: formatDate(data.date),
		title: data.title,
		about: milestoneLanes[data.lane].label,
		isStep: true,
	}));
	return [...meetings, ...beside].sort((a, b) => a.on.localeCompare(b.on));
}
