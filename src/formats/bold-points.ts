const LISTS = /<ul>\s*((?:<li><strong>(?:(?!<\/?[uo]l>)[\s\S])*?<\/li>\s*)+)<\/ul>/g;
const ITEM = /<li>[\s\S]*?<\/li>/g;

/** The first points of that list of a text which has most of them and begins each in bold, as HTML: what it says in brief. */
export const boldPoints = (html: string, most: number): string[] =>
	[...html.matchAll(LISTS)]
		.map(([, items = '']) => items.match(ITEM) ?? [])
		.reduce<string[]>((longest, points) => (points.length > longest.length ? points : longest), [])
		.slice(0, most);
