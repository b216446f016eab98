// The Swedish way to write a date is the ISO way. Made once: making one takes longer than a page.
const brusselsDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** Today in Brussels, as `2027-03-31`. */
export const brusselsToday = (now = new Date()): string => brusselsDay.format(now);

/**
 * The day the site is built for, as `2027-03-31`: `SITE_TODAY` if set, else today in Brussels.
 * Throws if `SITE_TODAY` is no day.
 */
export function siteToday(environment: Record<string, string | undefined> = process.env, now = new Date()): string {
	const given = environment['SITE_TODAY'];
	if (given === undefined || given === '') {
		return brusselsToday(now);
	}
	const day = new Date(`${given}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== given) {
		throw new Error(`SITE_TODAY is “${given}”, which is not a day. Write it as year-month-day: SITE_TODAY=2027-03-31.`);
	}
	return given;
}
