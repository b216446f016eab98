/** A tag with its attributes. Quoted values may hold < and >; a style sheet comes whole, for it may hold them too. */
const TAG = /<style(?:\s[^>"]*(?:"[^"]*"[^>"]*)*)?>[\s\S]*?<\/style>|<[a-zA-Z][a-zA-Z0-9]*\s[^>"]*(?:"[^"]*"[^>"]*)*>/g;

/** The tags of a page that have attributes, with them; those of style sheets with the sheet. */
export const tagsIn = (html: string): string[] => html.match(TAG) ?? [];

/** The value of an attribute of a tag, as a build writes it. Looked for without a pattern: a site has millions of tags. */
export function attributeOf(tag: string, name: string): string | undefined {
	const before = ` ${name}="`;
	const at = tag.indexOf(before);
	if (at < 0) return undefined;
	const start = at + before.length;
	return tag.slice(start, tag.indexOf('"', start));
}

/** The ids that tags give. */
export const idsIn = (tags: readonly string[]): Set<string> =>
	new Set(tags.flatMap((tag) => attributeOf(tag, 'id') ?? []));
