import { addDays, lastMinuteOf } from './brussels-days.ts';

/** Something that a calendar shows. */
export interface CalendarEvent {
	/** Programs know it by it for ever, whatever moves or is renamed: `meetings/a-meeting/held`. */
	id: string;
	title: string;
	text: string;
	/** On the site: `/geces/meetings/a-meeting/`. */
	address: string;
	place?: string | undefined;
	/** Its first whole day. */
	on: string;
	lastDay?: string | undefined;
	/** Whether it ends something at the last minute of its day in Brussels, and takes no day. */
	isDeadline?: boolean;
	/** How often its days were moved. */
	moves: number;
	/** The day on which it was written as it is now. */
	writtenOn: string;
}

/** What a calendar is made of. */
export interface Calendar {
	title: string;
	/** Where the site lies. */
	site: string;
	/** The host in the ids: it stays the same wherever the site is built. */
	authority: string;
	events: readonly CalendarEvent[];
}

const LINE_MAX_BYTES = 75;

/** A line as calendars want it: no longer than 75 bytes, further ones begin with a blank. No sign is cut in two. */
function fold(line: string): string {
	let folded = '';
	let bytes = 0;
	for (const sign of line) {
		const length = Buffer.byteLength(sign);
		if (bytes + length > LINE_MAX_BYTES) {
			folded += '\r\n ';
			bytes = 1;
		}
		folded += sign;
		bytes += length;
	}
	return folded;
}

const escape = (text: string) => text.replace(/[\\,;]/g, String.raw`\$&`).replace(/\r?\n/g, String.raw`\n`);

const dayOf = (day: string) => day.replaceAll('-', '');
const timeOf = (time: Date) => time.toISOString().replace(/[-:]|\.\d+/g, '');

function linesOf(event: CalendarEvent, { site, authority }: Calendar): string[] {
	const { id, title, text, address, place, on, lastDay = on, isDeadline = false, moves, writtenOn } = event;
	return [
		'BEGIN:VEVENT',
		`UID:${id}@${authority}`,
		`DTSTAMP:${dayOf(writtenOn)}T000000Z`,
		`SEQUENCE:${moves}`,
		'STATUS:CONFIRMED',
		// A day without a time is the same day everywhere, a deadline the same moment.
		...(isDeadline
			? [`DTSTART:${timeOf(lastMinuteOf(on))}`]
			: [`DTSTART;VALUE=DATE:${dayOf(on)}`, `DTEND;VALUE=DATE:${dayOf(addDays(lastDay, 1))}`]),
		'TRANSP:TRANSPARENT',
		`SUMMARY:${escape(title)}`,
		`DESCRIPTION:${escape(text)}`,
		...(place ? [`LOCATION:${escape(place)}`] : []),
		`URL:${new URL(address, site).href}`,
		'END:VEVENT',
	];
}

/** A calendar in iCalendar (RFC 5545). */
export const formatCalendar = (calendar: Calendar): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//${escape(calendar.authority)}//Calendar//EN`,
		'METHOD:PUBLISH',
		`NAME:${escape(calendar.title)}`,
		`X-WR-CALNAME:${escape(calendar.title)}`,
		'REFRESH-INTERVAL;VALUE=DURATION:P1D',
		...calendar.events.flatMap((event) => linesOf(event, calendar)),
		'END:VCALENDAR',
		'',
	]
		.map(fold)
		.join('\r\n');
