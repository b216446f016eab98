/** A link, picture, meta tag or style sheet. Quoted values may hold < and >; a sheet comes whole, for it may hold them too. */
const TAG = /<style(?:\s[^>"]*(?:"[^"]*"[^>"]*)*)?>[\s\S]*?<\/style>|<(?:a|img|meta)\s[^>"]*(?:"[^"]*"[^>"]*)*>/g;

/** The links, pictures and meta tags of a page, with their attributes, and its style sheets. */
export const tagsIn = (html: string): string[] => html.match(TAG) ?? [];

/** The value of an attribute of a tag, as a build writes it. Looked for without a pattern: a site has millions of tags. */
export function attributeOf(tag: string, name: string): string | undefined {
	const before = ` ${name}="`;
	const at = tag.indexOf(before);
	if (at < 0) return undefined;
	const start = at + before.length;
	return tag.slice(start, tag.indexOf('"', start));
}

/** The ids in a page. One that a text only speaks of counts too: nobody links to it. */
export const idsIn = (html: string): Set<string> =>
	new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id));
