import transliterate from '@sindresorhus/transliterate';
import { fold } from '../formats/fold.ts';
import { collections, type Collection, type CollectionName } from '../schemas/collections.ts';
import { SLUG_MAX_CHARACTERS } from '../schemas/slug.ts';

/** Room for a number behind the slug, ours or the one that Decap adds to a name that a file already has. */
const MAX_CHARACTERS = SLUG_MAX_CHARACTERS - 6;

const slugFrom = (text: string): string => {
	// Latin letters are folded as everywhere; what is left of other scripts is written in Latin ones.
	const slug = fold(transliterate(fold(text)))
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return slug.length <= MAX_CHARACTERS ? slug : slug.slice(0, MAX_CHARACTERS + 1).replace(/-?[^-]*$/, '');
};

/**
 * The slug of a new entry, from its name: one that the build accepts and that no other entry has or had. Decap’s own
 * keeps dots and capitals, grows as long as the name, and is empty for a name in another script.
 */
export function newSlug(collection: CollectionName, name: string, taken: ReadonlySet<string>): string {
	const { reservedSlugs = [], label }: Collection = collections[collection];
	const slug = slugFrom(name) || slugFrom(label);
	const isFree = (wanted: string) => !taken.has(wanted) && !reservedSlugs.includes(wanted);
	let free = slug;
	for (let number = 2; !isFree(free); number++) free = `${slug}-${number}`;
	return free;
}
