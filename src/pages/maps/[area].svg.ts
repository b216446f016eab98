import type { APIRoute } from 'astro';
import { mapOf } from '../../formats/map.ts';
import { loadSite } from '../../model/load.ts';
import type { CountryCode } from '../../schemas/countries.ts';

export async function getStaticPaths() {
	const { clusters } = await loadSite();
	const areas = new Set<CountryCode | 'europe'>(['europe', ...clusters.map(({ data }) => data.country)]);
	return [...areas].map((area) => ({ params: { area: area.toLowerCase() }, props: { area } }));
}

export const GET: APIRoute<{ area: CountryCode | 'europe' }> = ({ props }) =>
	new Response(mapOf(props.area).toSvg(), { headers: { 'Content-Type': 'image/svg+xml' } });
