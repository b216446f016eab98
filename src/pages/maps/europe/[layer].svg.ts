import type { APIRoute } from 'astro';
import { layerOf, type Layer } from '../../../formats/map-outlines.ts';
import { countries } from '../../../schemas/countries.ts';
import { keysOf } from '../../../schemas/keys-of.ts';

/** What lies on the map of Europe where it is grown to some of its countries. */
export function getStaticPaths() {
	const layers: Layer[] = ['fine', ...keysOf(countries)];
	return layers.map((layer) => ({ params: { layer: layer.toLowerCase() }, props: { layer } }));
}

export const GET: APIRoute<{ layer: Layer }> = ({ props }) =>
	new Response(layerOf(props.layer), { headers: { 'Content-Type': 'image/svg+xml' } });
