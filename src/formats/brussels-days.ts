// A day is a text, as `2027-03-31`, and always one in Brussels. Days as texts compare as days do.

// The Swedish way to write a date is the ISO way. Made once: making one takes longer than a page.
const brusselsDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

const brusselsOffset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', timeZoneName: 'longOffset' });

/** The last minute of a day in Brussels: `2027-03-31` → 21:59 by the clock of the world. */
export function lastMinuteOf(day: string): Date {
	// The clocks change at night: in the last hours of a day they show what they show at its end.
	const zone = brusselsOffset.formatToParts(new Date(`${day}T21:59:00Z`)).find(({ type }) => type === 'timeZoneName');
	return new Date(`${day}T23:59:00${zone?.value.replace('GMT', '') ?? 'Z'}`);
}

/** Today in Brussels. */
export const brusselsToday = (now = new Date()): string => brusselsDay.format(now);

/** The day the site is built for: `SITE_TODAY` if set, else today in Brussels. Throws if `SITE_TODAY` is no day. */
export function siteToday(environment: Record<string, string | undefined> = process.env, now = new Date()): string {
	const given = environment['SITE_TODAY'];
	if (given === undefined || given === '') return brusselsToday(now);
	const day = new Date(`${given}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== given) {
		throw new Error(`SITE_TODAY is “${given}”, which is not a day. Write it as year-month-day: SITE_TODAY=2027-03-31.`);
	}
	return given;
}

/** The last day on which something can have been done: today, or the day the site is built for if that is later. */
export function lastDayDone(environment?: Record<string, string | undefined>, now?: Date): string {
	const [today, built] = [brusselsToday(now), siteToday(environment, now)];
	return built > today ? built : today;
}

/** Whether a day has come. What is dated ahead shows from its day on. */
export const hasCome = (on: string, today: string): boolean => on <= today;

/** The day some days later, or earlier for a number below zero: `2027-02-28` + 1 → `2027-03-01`. */
export function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** The same day some months later; the last day of that month where it is shorter. `2026-11-30` + 3 → `2027-02-28`. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** The part of a date that is known: `2027-03-31`, or `2027-03` of an entry of which only the month is known. */
export const knownDate = ({ date, datePrecision }: { date: string; datePrecision: 'day' | 'month' }): string =>
	datePrecision === 'month' ? date.slice(0, '2000-00'.length) : date;

/** A day, month or year as its end, so that it stands after the days in it: `2027` → `2027-99-99`. */
export const endOf = (date: string): string => date.padEnd('2000-00-00'.length, '-99');
