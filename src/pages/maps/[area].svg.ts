import type { APIRoute } from 'astro';
import { outlinesOf } from '../../formats/map-outlines.ts';
import type { Area } from '../../formats/map.ts';
import { countries } from '../../schemas/countries.ts';
import { keysOf } from '../../schemas/keys-of.ts';
import { parts } from '../../schemas/land.ts';

/** Every country and part has its map: the editor picks places on it before a profile is there. */
export function getStaticPaths() {
	const areas: Area[] = ['europe', ...keysOf(countries), ...keysOf(parts)];
	return areas.map((area) => ({ params: { area: area.toLowerCase() }, props: { area } }));
}

export const GET: APIRoute<{ area: Area }> = ({ props }) =>
	new Response(outlinesOf(props.area), { headers: { 'Content-Type': 'image/svg+xml' } });
