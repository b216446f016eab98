import type { APIRoute } from 'astro';
import { outlinesOf } from '../../formats/map-outlines.ts';
import { countries, type CountryCode } from '../../schemas/countries.ts';

/** Every country has its map: the editor picks places on it before a profile is there. */
export function getStaticPaths() {
	const areas = ['europe', ...(Object.keys(countries) as CountryCode[])] as const;
	return areas.map((area) => ({ params: { area: area.toLowerCase() }, props: { area } }));
}

export const GET: APIRoute<{ area: CountryCode | 'europe' }> = ({ props }) =>
	new Response(outlinesOf(props.area), { headers: { 'Content-Type': 'image/svg+xml' } });
