import { collectionOf, entryCollections, type CollectionName } from '../schemas/collections.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { referencesIn } from '../schemas/linked-entries.ts';

/** An entry by its collection and slug: `clusters/act-group`. */
export const keyOf = (collection: CollectionName, slug: string): string => `${collection}/${slug}`;

/** What links in texts lead to: a pattern of the addresses of each collection. */
const addresses = entryCollections.flatMap((collection) => {
	const { address } = collectionOf(collection);
	if (!address) return [];
	const [before = '', after = ''] = address(' ').split(' ');
	const end = after === '' ? '' : '(?![\\w-])';
	return [{ collection, before, pattern: new RegExp(`${before}([a-z0-9-]+)${end}`, 'g') }];
});

/** The entry that an address of the site is that of; undefined if it is no entry’s. */
export function entryAt(address: string): { collection: CollectionName; slug: string } | undefined {
	const [found] = addresses.flatMap(({ collection, pattern }) => {
		const [match, slug] = [...address.matchAll(pattern)][0] ?? [];
		return match !== undefined && slug !== undefined && match === address.replace(/\/$/, '')
			? [{ collection, slug }]
			: [];
	});
	return found;
}

/** Every text in a value, however deep. */
function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}

/** A picture by its file in content/assets/: `assets/house.png`. */
export const keyOfPicture = (file: string): string => `assets/${file}`;

/** The name of a picture, alone in its field or after the folder in a text. */
const PICTURE = /(?:^|\.\.\/assets\/)([a-z0-9_-]+(?:\/[a-z0-9_-]+)*\.(?:jpe?g|png|webp|avif))(?![\w.-])/g;

/** The entries and pictures that one names, in its fields or in its texts; `body` may be among its fields. */
export function namedIn(collection: CollectionName, fields: object): Set<string> {
	const named = new Set(referencesIn(collection, fields).map((each) => keyOf(each.collection, each.slug)));
	for (const text of textsIn(fields)) {
		for (const [, file = ''] of text.matchAll(PICTURE)) named.add(keyOfPicture(file));
		for (const { collection: target, before, pattern } of addresses) {
			// Few texts have any link, and a pattern takes its time to find none.
			if (!text.includes(before)) continue;
			for (const [, slug = ''] of text.matchAll(pattern)) named.add(keyOf(target, slug));
		}
	}
	return named;
}

/** The names of an entry that others may know it by: its slug, and those it had. */
export const keysOf = (collection: CollectionName, slug: string, fields: object): string[] =>
	[slug, ...aliasesOf(fields)].map((name) => keyOf(collection, name));

/** By what is named, a slug or a former one: the entries that name it. */
export type Referrers = Record<string, string[]>;

/** Which entries name which others, and which pictures. */
export function referrersOf(
	entries: Iterable<{ collection: CollectionName; slug: string; fields: object }>,
): Referrers {
	const referrers: Referrers = {};
	for (const { collection, slug, fields } of entries) {
		const own = keyOf(collection, slug);
		for (const named of namedIn(collection, fields)) {
			if (named !== own) (referrers[named] ??= []).push(own);
		}
	}
	return referrers;
}
