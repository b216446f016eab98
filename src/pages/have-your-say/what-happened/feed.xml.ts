import type { APIRoute } from 'astro';
import { formatFeed } from '../../../formats/feed.ts';
import { LEDGER_ADDRESS, LEDGER_FEED_ADDRESS, LEDGER_TITLE, newestSteps } from '../../../model/ledger.ts';
import { loadSite } from '../../../model/load.ts';

/** The newest steps of all points, for those who follow them in a feed reader. */
export const GET: APIRoute = async ({ site }) => {
	const { points, settings, today } = await loadSite();
	const feed = formatFeed({
		title: LEDGER_TITLE,
		publisher: settings.publisher,
		site: site?.href ?? settings.address,
		authority: new URL(settings.address).hostname,
		page: LEDGER_ADDRESS,
		address: LEDGER_FEED_ADDRESS,
		today,
		entries: newestSteps(points, today),
	});
	return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml' } });
};
