const format = (options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });

const dayFormat = format({ day: 'numeric', month: 'long', year: 'numeric' });
const monthFormat = format({ month: 'long', year: 'numeric' });

/** `2027-03-31` → “31 March 2027”, `2027-03` → “March 2027”, `2027` → “2027”. */
export function formatDate(date: string): string {
	if (date.length === 4) return date;
	if (date.length === 7) return monthFormat.format(new Date(`${date}-01T00:00:00Z`));
	return dayFormat.format(new Date(`${date}T00:00:00Z`));
}

const momentFormat = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Brussels',
	dateStyle: 'long',
	timeStyle: 'short',
});

/** A moment by the clocks of Brussels: “31 March 2027 at 14:05”. */
export const formatMoment = (time: string): string => momentFormat.format(new Date(time));

/** Two days as a range: “15–16 May 2019”. */
export const formatRange = (first: string, last: string): string =>
	dayFormat
		.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
		.replaceAll('\u2009', ' ')
		.replace(/^(\d+) – (\d+ )/, '$1–$2');

/** The last moment of a day in Brussels: “31 March 2027, 23:59 Brussels time (CEST)”. Noon decides summer time. */
export function formatDeadline(day: string): string {
	const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', timeZoneName: 'short' })
		.formatToParts(new Date(`${day}T21:59:00Z`))
		.find(({ type }) => type === 'timeZoneName')?.value;
	return `${formatDate(day)}, 23:59 Brussels time (${zone === 'GMT+2' || zone === 'CEST' ? 'CEST' : 'CET'})`;
}
