import type { APIRoute } from 'astro';
import { formatCalendar } from '../../formats/calendar.ts';
import { calendarsOf, type SiteCalendar } from '../../model/calendars.ts';
import { loadChanges, loadSite } from '../../model/load.ts';

/** The calendar of the site, and one beside the page of each meeting and call that has a day. */
export async function getStaticPaths() {
	const { byEntry } = await loadChanges();
	const calendars = calendarsOf(await loadSite(), (collection, id) => byEntry.get(`${collection}/${id}`) ?? []);
	return calendars.map((calendar) => ({
		params: { page: calendar.page.slice(1, -1) || undefined },
		props: { calendar },
	}));
}

export const GET: APIRoute<{ calendar: SiteCalendar }> = async ({ props: { calendar }, site }) => {
	const { settings } = await loadSite();
	const { hostname } = new URL(settings.address);
	const text = formatCalendar({ ...calendar, site: site?.href ?? settings.address, authority: hostname });
	return new Response(text, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
};
