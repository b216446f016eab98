import { defineCollection } from 'astro:content';
import { entryLoader } from './files/entry-loader.ts';
import { collectionNames, collectionOf } from './schemas/collections.ts';

/** Each schema joined to its folder in `../content`. */
export const collections = Object.fromEntries(
	collectionNames.map((name) => [
		name,
		defineCollection({ loader: entryLoader(name), schema: collectionOf(name).schema }),
	]),
);
