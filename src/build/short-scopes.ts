import type { Plugin } from 'vite';

/** What Astro marks the elements with that a component’s styles are for: a hash of where the component lies. */
const SCOPE = /data-astro-cid-(\w{8})/g;
/** Enough to tell some hundred components apart. */
const SHORT_CHARACTERS = 4;

/** Has these marks, of which a page holds some hundreds, be short. Throws where two components would share one. */
export function shortScopes(): Plugin {
	const known = new Map<string, string>();
	const shortOf = (hash: string): string => {
		const short = hash.slice(0, SHORT_CHARACTERS);
		const other = known.get(short) ?? hash;
		if (other !== hash) throw new Error(`Two components share the mark ${short}: have short-scopes.ts keep more.`);
		known.set(short, hash);
		return `data-${short}`;
	};
	return {
		name: 'short-scopes',
		transform: {
			filter: { id: /\.astro(?:$|\?)/, code: 'data-astro-cid-' },
			handler: (code) => ({ code: code.replace(SCOPE, (_, hash: string) => shortOf(hash)), map: null }),
		},
	};
}
