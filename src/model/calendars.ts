import type { CalendarEvent } from '../formats/calendar.ts';
import { formatDeadline } from '../formats/date.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { addressOf, labelIn, type Entry } from '../schemas/collections.ts';
import { labelOf } from '../schemas/label-of.ts';
import { meetingGroups } from '../schemas/vocabularies.ts';
import type { Change } from './changes.ts';
import type { Site } from './site.ts';

/** A calendar of the site. */
export interface SiteCalendar {
	title: string;
	/** The page whose dates it has; the site’s own has all. */
	page: string;
	events: CalendarEvent[];
}

/** What became of an entry. */
export type ChangesOf = (collection: 'meetings' | 'calls', id: string) => readonly Change[];

/** The calendar of a page, or of the whole site. */
export const calendarAddress = (page: string): string => `${page}calendar.ics`;

/** A day of an entry, by the field that has it. */
interface EntryDay extends Pick<CalendarEvent, 'title' | 'text' | 'lastDay' | 'isDeadline' | 'place'> {
	field: string;
	on: string | undefined;
}

function eventsOf(
	collection: 'meetings' | 'calls',
	{ id, data }: Entry<'meetings'> | Entry<'calls'>,
	days: readonly EntryDay[],
	changes: readonly Change[],
	today: string,
): CalendarEvent[] {
	const slug = aliasesOf(data)[0] ?? id;
	const writtenOn = changes[0]?.on ?? today;
	return days.flatMap(({ field, on, ...event }) => {
		if (!on) return [];
		const fields = event.lastDay ? [field, 'lastDay'] : [field];
		const moves = changes.filter((change) => change.fields.some((changed) => fields.includes(changed.field))).length;
		return [
			{ ...event, id: `${collection}/${slug}/${field}`, address: addressOf(collection, id), on, moves, writtenOn },
		];
	});
}

function daysOfMeeting({ data }: Entry<'meetings'>): EntryDay[] {
	const { title, group, ordinal, place, date, lastDay, before, after } = data;
	const text = [labelOf(meetingGroups, group), ordinal].filter(Boolean).join(', ');
	const { answerBy } = before ?? {};
	return [
		// Of a meeting of which only the month is known no calendar can show the day.
		{ field: 'date', on: data.datePrecision === 'day' ? date : undefined, title, text, place, lastDay },
		{
			field: 'before.answerBy',
			on: answerBy,
			isDeadline: true,
			title: `${labelIn('meetings', 'before', 'weAsk')}: ${title}`,
			text: answerBy ? `Answers by ${formatDeadline(answerBy)}.` : '',
		},
		{
			field: 'after.notesPromisedOn',
			on: after?.notesPromisedOn,
			title: `${labelIn('meetings', 'after', 'notesPromisedOn')}: ${title}`,
			text,
		},
	];
}

function daysOfCall({ data }: Entry<'calls'>): EntryDay[] {
	const { title, summary, opensOn, closesOn, summaryPromisedOn } = data;
	return [
		{ field: 'opensOn', on: opensOn, title: `Opens: ${title}`, text: summary },
		{
			field: 'closesOn',
			on: closesOn,
			isDeadline: true,
			title: `Closes: ${title}`,
			text: closesOn ? `Open until ${formatDeadline(closesOn)}. ${summary}` : '',
		},
		{
			field: 'summaryPromisedOn',
			on: summaryPromisedOn,
			title: `${labelIn('calls', 'summaryPromisedOn')}: ${title}`,
			text: summary,
		},
	];
}

/** The calendar of all meetings and calls, and one for each that has a day; by day. */
export function calendarsOf({ meetings, calls, settings, today }: Site, changesOf: ChangesOf): SiteCalendar[] {
	const own = [
		...meetings.map((entry): SiteCalendar => ({
			title: entry.data.title,
			page: addressOf('meetings', entry.id),
			events: eventsOf('meetings', entry, daysOfMeeting(entry), changesOf('meetings', entry.id), today),
		})),
		...calls.map((entry): SiteCalendar => ({
			title: entry.data.title,
			page: addressOf('calls', entry.id),
			events: eventsOf('calls', entry, daysOfCall(entry), changesOf('calls', entry.id), today),
		})),
	].filter(({ events }) => events.length > 0);
	const events = own.flatMap((calendar) => calendar.events).sort((a, b) => a.on.localeCompare(b.on));
	return [{ title: `${settings.name}: meetings and calls`, page: '/', events }, ...own];
}
