import type { APIRoute } from 'astro';
import { formatFeed } from '../../formats/feed.ts';
import { loadSite } from '../../model/load.ts';
import { UPDATES_ADDRESS, UPDATES_FEED } from '../../model/updates-feed.ts';
import { addressOf } from '../../schemas/collections.ts';

const ENTRIES_MAX = 30;

/** The newest updates, for those who follow them in a feed reader. */
export const GET: APIRoute = async ({ site }) => {
	const { updates, settings, today } = await loadSite();
	const feed = formatFeed({
		...UPDATES_FEED,
		publisher: settings.publisher,
		site: site?.href ?? settings.address,
		authority: new URL(settings.address).hostname,
		page: UPDATES_ADDRESS,
		today,
		entries: updates.slice(0, ENTRIES_MAX).map(({ id, data }) => ({
			title: data.title,
			id: `updates/${id}`,
			address: addressOf('updates', id),
			on: data.date,
			text: data.summary,
		})),
	});
	return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml' } });
};
