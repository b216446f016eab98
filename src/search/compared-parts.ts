/** Files for what is compared: so many that each is light with ten thousand profiles, and no more. A prime spreads best. */
const PARTS = 499;

/** The file in which lies what is compared of a profile. */
export function comparedPartOf(slug: string): number {
	let part = 0;
	for (let at = 0; at < slug.length; at++) part = (part * 31 + slug.charCodeAt(at)) % PARTS;
	return part;
}

/** Where that file lies. It holds what is compared by slug. */
export const comparedAddress = (slug: string): string => `/data/profiles/${comparedPartOf(slug)}.json`;
