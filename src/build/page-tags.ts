/** A tag with its attributes. Quoted values may hold < and >; a style sheet comes whole, for it may hold them too. */
const TAG =
	/<style(?:\s[^>"]*(?:"[^"]*"[^>"]*)*)?>[\s\S]*?<\/style>|<[a-zA-Z][a-zA-Z0-9]*(?:\s[^>"]*(?:"[^"]*"[^>"]*)*)?>/g;
const ID = /\sid="([^"]*)"/;

/** The tags of a page, each with its attributes; those of style sheets with the sheet. */
export const tagsIn = (html: string): string[] => html.match(TAG) ?? [];

/** The ids that tags give. */
export const idsIn = (tags: readonly string[]): Set<string> => new Set(tags.flatMap((tag) => ID.exec(tag)?.[1] ?? []));
