/** Where the form of an entry is. */
export const hrefOf = (collection: string, slug: string): string => `#/collections/${collection}/entries/${slug}`;
