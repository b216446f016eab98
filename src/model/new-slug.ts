import { fold } from '../formats/fold.ts';
import { collections, type Collection, type CollectionName } from '../schemas/collections.ts';
import { isDeviceName, SLUG_MAX_CHARACTERS } from '../schemas/slug.ts';

/** Room for a number behind the slug, ours or the one that Decap adds to a name that a file already has. */
const MAX_CHARACTERS = SLUG_MAX_CHARACTERS - 6;

/** A text in Latin letters. Those of other scripts are looked up in tables that most names do without. */
async function inLatin(text: string): Promise<string> {
	const folded = fold(text);
	if (/^[\p{Script=Latin}\p{Script=Common}]*$/u.test(folded)) return folded;
	const { default: transliterate } = await import('@sindresorhus/transliterate');
	return fold(transliterate(folded));
}

/** A text as a slug; empty if nothing of it can be one. */
export async function slugFrom(text: string): Promise<string> {
	const slug = (await inLatin(text)).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
	return slug.length <= MAX_CHARACTERS ? slug : slug.slice(0, MAX_CHARACTERS + 1).replace(/-?[^-]*$/, '');
}

/**
 * The slug of a new entry, from its name: one that the build accepts and that no other entry has or had. Decap’s own
 * keeps dots and capitals, grows as long as the name, and is empty for a name in another script.
 */
export async function newSlug(collection: CollectionName, name: string, taken: ReadonlySet<string>): Promise<string> {
	const { reservedSlugs = [], label }: Collection = collections[collection];
	const slug = (await slugFrom(name)) || (await slugFrom(label));
	const isFree = (wanted: string) => !taken.has(wanted) && !reservedSlugs.includes(wanted) && !isDeviceName(wanted);
	let free = slug;
	for (let number = 2; !isFree(free); number++) free = `${slug}-${number}`;
	return free;
}
