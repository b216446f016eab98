const LIST = /<ul>\s*((?:<li><strong>(?:(?!<\/?[uo]l>)[\s\S])*?<\/li>\s*)+)<\/ul>/;
const ITEM = /<li>[\s\S]*?<\/li>/g;

/** The first points of a text’s first list in which each begins in bold, as HTML: what it says in brief. */
export const boldPoints = (html: string, most: number): string[] =>
	(LIST.exec(html)?.[1]?.match(ITEM) ?? []).slice(0, most);
