import type { TextRules } from '../../../src/editor/text/to-markdown.ts';
import { parseMarkdown, renderMarkdown } from '../../../src/formats/markdown.ts';

const anyPicture = () => ({ src: '', width: 1, height: 1 });

/** The page of a text in which every picture is there. */
export const htmlOf = (markdown: string): string => renderMarkdown(markdown, anyPicture).html;

/** What the build would refuse in a text in which every picture is there. */
export const rulesOf = (markdown: string): string[] =>
	renderMarkdown(markdown, anyPicture).problems.map(({ rule }) => rule);

/** The rules of the pages. */
export const textRules: TextRules = { parse: parseMarkdown, problems: rulesOf };
