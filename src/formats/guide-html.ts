const HEADING = /<h2 id="([^"]*)">(.*?)<\/h2>/gs;
const CELL = /<td([^>]*)>(.*?)<\/td>/gs;
const DATE = /(\d{1,2}) (\p{Lu}\p{Ll}{2,8}) (\d{4})/gu;

/** The headings of the second level in a text, as `renderMarkdown` writes it: where each lies, and its words as HTML. */
export const headingsIn = (html: string): { id: string; words: string }[] =>
	[...html.matchAll(HEADING)].map(([, id = '', words = '']) => ({ id, words: words.replace(/<[^>]*>/g, '') }));

/** A text whose tables break no date in two, and have a dash where a cell is empty. */
export const withTidyTables = (html: string): string =>
	html.replace(
		CELL,
		(_, attributes: string, words: string) =>
			`<td${attributes}>${words.trim() === '' ? '–' : words.replace(DATE, '$1\u00a0$2\u00a0$3')}</td>`,
	);
