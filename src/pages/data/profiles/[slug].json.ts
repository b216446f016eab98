import type { APIRoute } from 'astro';
import { comparedProfile } from '../../../model/compared-profile.ts';
import { loadSite } from '../../../model/load.ts';
import type { Cluster } from '../../../schemas/cluster.ts';

/** What is compared of each profile, for the page that compares. */
export const getStaticPaths = async () =>
	(await loadSite()).clusters.map(({ id, data }) => ({ params: { slug: id }, props: { cluster: data } }));

export const GET: APIRoute<{ cluster: Cluster }, { slug: string }> = ({ params, props }) =>
	Response.json(comparedProfile(params.slug, props.cluster));
