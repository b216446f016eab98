import type { APIRoute } from 'astro';
import { formatFeed, formatJsonFeed } from '../../formats/feed.ts';
import { feedsOf, type SiteFeed } from '../../model/feeds.ts';
import { loadChanges, loadSite } from '../../model/load.ts';

const formats = {
	xml: { toText: formatFeed, type: 'application/atom+xml' },
	json: { toText: formatJsonFeed, type: 'application/feed+json' },
};
type Format = keyof typeof formats;

/** All feeds, each beside the page that shows the same. */
export async function getStaticPaths() {
	const feeds = feedsOf(await loadSite(), (await loadChanges()).all);
	return feeds.flatMap((feed) =>
		Object.keys(formats).map((format) => ({ params: { page: feed.page.slice(1, -1), format }, props: { feed } })),
	);
}

export const GET: APIRoute<{ feed: SiteFeed }> = async ({ props: { feed }, params, site }) => {
	const { settings, today } = await loadSite();
	const { toText, type } = formats[params['format'] as Format];
	const text = toText({
		...feed,
		publisher: settings.publisher,
		site: site?.href ?? settings.address,
		authority: new URL(settings.address).hostname,
		today,
	});
	return new Response(text, { headers: { 'Content-Type': type } });
};
