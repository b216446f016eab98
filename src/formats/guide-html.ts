const HEADING = /<h2 id="([^"]*)">(.*?)<\/h2>/gs;
const EMPTY_CELL = /(<td[^>]*>)\s*(?=<\/td>)/g;
const FACTS = /<ul>((?:\s*<li><strong>[^<]+:<\/strong>(?:(?!<\/?(?:li|[uo]l)>).)*<\/li>)+)\s*<\/ul>/gs;
const FACT = /<li><strong>([^<]+):<\/strong>\s*(.*?)<\/li>/gs;
/** A date, or a part of an amount, with the blank after it. */
const UNBROKEN = /(?:\d{1,2} )?\p{Lu}\p{Ll}{2,8} (?=\d{4})|\p{Lu}{3} (?=\d)|\d (?=%|[mb]illion)/gu;

/** The headings of the second level in a text, as `renderMarkdown` writes it: where each lies, and its words as HTML. */
export const headingsIn = (html: string): { id: string; words: string }[] =>
	[...html.matchAll(HEADING)].map(([, id = '', words = '']) => ({ id, words: words.replace(/<[^>]*>/g, '') }));

/**
 * A text as pages of the guide show it: dates and amounts unbroken, a dash in empty cells, and where each point of a
 * list begins with its name in bold and a colon, the name beside the point.
 */
export const toGuideHtml = (html: string): string =>
	html
		.replace(UNBROKEN, (words) => words.replaceAll(' ', '\u00a0'))
		.replace(EMPTY_CELL, '$1–')
		.replace(FACTS, (_, facts: string) => `<dl>${facts.replace(FACT, '<div><dt>$1</dt><dd>$2</dd></div>')}</dl>`);
