import type { APIRoute } from 'astro';
import { siteToday } from '../../formats/brussels-days.ts';
import { daysOfChange, lastDayTold, type DaysOfChange } from '../../model/days-of-change.ts';
import { digestDays } from '../../model/digests.ts';
import { loadAll, loadChanges } from '../../model/load.ts';

/** On which days the site has to be built again, for the host (src/functions/build-on-days-of-change/). */
export const GET: APIRoute = async () => {
	const today = siteToday();
	const all = await loadAll();
	const days = [...daysOfChange(all, today), ...digestDays(all, (await loadChanges()).all, today), lastDayTold(today)];
	return Response.json({
		builtFor: today,
		days: [...new Set(days)].sort(),
		// As Netlify calls it.
		...(process.env['COMMIT_REF'] ? { commit: process.env['COMMIT_REF'] } : {}),
	} satisfies DaysOfChange);
};
