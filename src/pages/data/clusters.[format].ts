import type { APIRoute } from 'astro';
import { profileFiles, type ProfileFormat } from '../../formats/profile-files.ts';
import { loadSite } from '../../model/load.ts';

export const getStaticPaths = () => Object.keys(profileFiles).map((format) => ({ params: { format } }));

/** All profiles as a file, one a line, in the order of the list. */
export const GET: APIRoute = async ({ params, site }) => {
	const { clusters, settings } = await loadSite();
	const { toText, type } = profileFiles[params['format'] as ProfileFormat];
	return new Response(toText(clusters, site?.href ?? settings.address), { headers: { 'Content-Type': type } });
};
