import { aliasesOf } from '../schemas/aliases.ts';
import { collectionNames, collectionOf, type CollectionName } from '../schemas/collections.ts';

type Aliased = Partial<Record<CollectionName, readonly { id: string; data: object }[]>>;

/** One line for the host per former slug: `/clusters/old/ /clusters/new/ 301`. */
export function formatRedirects(entries: Aliased): string {
	return collectionNames
		.flatMap((name) => {
			const { address } = collectionOf(name);
			if (!address) return [];
			return (entries[name] ?? []).flatMap(({ id, data }) =>
				aliasesOf(data).map((alias) => `${address(alias)} ${address(id)} 301\n`),
			);
		})
		.join('');
}
