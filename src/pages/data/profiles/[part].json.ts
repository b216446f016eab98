import type { APIRoute } from 'astro';
import { groupBy } from '../../../formats/group-by.ts';
import { comparedProfile } from '../../../model/compared-profile.ts';
import { loadSite } from '../../../model/load.ts';
import type { Entry } from '../../../schemas/collections.ts';
import { comparedPartOf } from '../../../search/compared-parts.ts';

/** What is compared of profiles, by slug, for the page that compares. */
export const getStaticPaths = async () =>
	[...groupBy((await loadSite()).clusters, ({ id }) => String(comparedPartOf(id)))].map(([part, clusters]) => ({
		params: { part },
		props: { clusters },
	}));

export const GET: APIRoute<{ clusters: Entry<'clusters'>[] }> = ({ props }) =>
	Response.json(Object.fromEntries(props.clusters.map(({ id, data }) => [id, comparedProfile(id, data)])));
