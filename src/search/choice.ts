import { SLUG_MAX_CHARACTERS, SLUG_PATTERN } from '../schemas/slug.ts';

/** The part of an address that names chosen profiles: `?c=act-group,tetris`. */
export const CHOICE_KEY = 'c';

/** A link to this part of a page of chosen profiles prints them as soon as they are there. */
export const PRINT_ID = 'print';

/** More would make an address that mail programs break. */
export const CHOSEN_MAX = 40;
export const COMPARED_MIN = 2;
export const COMPARED_MAX = 4;

/** Profiles chosen in an address, each once; what is no slug; and what is more than can be chosen. */
export interface Choice {
	chosen: string[];
	refused: string[];
	excess: string[];
}

/** Reads the chosen profiles from the query of an address. */
export function readChoice(query: string): Choice {
	const given = new URLSearchParams(query)
		.getAll(CHOICE_KEY)
		.flatMap((value) => value.split(','))
		.map((slug) => slug.trim().toLowerCase())
		.filter((slug, index, all) => slug && all.indexOf(slug) === index);
	const isSlug = (slug: string) => slug.length <= SLUG_MAX_CHARACTERS && SLUG_PATTERN.test(slug);
	const slugs = given.filter(isSlug);
	return {
		chosen: slugs.slice(0, CHOSEN_MAX),
		refused: given.filter((slug) => !isSlug(slug)),
		excess: slugs.slice(CHOSEN_MAX),
	};
}

/** The part of a query that holds chosen profiles; empty for none. Commas stay as they are, for people to read. */
export const formatChoice = (chosen: readonly string[]): string =>
	chosen.length > 0 ? `${CHOICE_KEY}=${chosen.join(',')}` : '';

/** An address of this site that carries these chosen profiles instead of any it had. */
export function withChoice(address: string, chosen: readonly string[]): string {
	const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(#?.*)$/s.exec(address) ?? [];
	const parameters = new URLSearchParams(query);
	parameters.delete(CHOICE_KEY);
	const joined = [parameters.toString(), formatChoice(chosen)].filter(Boolean).join('&');
	return `${path}${joined && `?${joined}`}${hash}`;
}
