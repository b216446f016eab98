import type { APIRoute } from 'astro';
import { formatDigest, type Digest } from '../../../formats/digest.ts';
import { digestsOf } from '../../../model/digests.ts';
import { loadChanges, loadSite } from '../../../model/load.ts';

/** Each digest as plain text, beside its page. */
export async function getStaticPaths() {
	const site = await loadSite();
	const digests = digestsOf(site, (await loadChanges()).all, site.today);
	return digests.map((digest) => ({ params: { month: digest.month }, props: { digest } }));
}

export const GET: APIRoute<{ digest: Digest }> = async ({ props: { digest } }) => {
	const { name, publisher } = (await loadSite()).settings;
	const text = formatDigest(digest, { name, publisher, site: import.meta.env.SITE });
	return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
