import { collectionNames, collections, type Collection, type CollectionName } from '../schemas/collections.ts';

type Aliased = Partial<Record<CollectionName, readonly { id: string; data: object }[]>>;

/** One line for the host per former slug: `/clusters/old/ /clusters/new/ 301`. */
export function formatRedirects(entries: Aliased): string {
	return collectionNames
		.flatMap((name) => {
			const { address }: Collection = collections[name];
			if (!address) return [];
			return (entries[name] ?? []).flatMap(({ id, data }) => {
				const { aliases = [] } = data as { aliases?: string[] };
				return aliases.map((alias) => `${address(alias)} ${address(id)} 301\n`);
			});
		})
		.join('');
}
