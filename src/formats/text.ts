import { decodeHTMLStrict } from 'entities';
import { languageName } from '../schemas/language-tag.ts';

const numberFormat = new Intl.NumberFormat('en-GB');
const listFormat = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** 1000 → “1,000”. */
export const formatNumber = (value: number): string => numberFormat.format(value);

/** Joins words as a sentence would: “a, b and c”; where an item has an “and” of its own, “a; b and c; d”. */
export const formatList = (items: readonly string[]): string =>
	items.length > 1 && items.some((item) => item.includes(' and ')) ? items.join('; ') : listFormat.format(items);

/** The English name of a language: `fr` → “French”. */
export const formatLanguage = (tag: string): string => languageName(tag) ?? tag;

/** “1 profile”, “86 profiles”. */
export const formatCount = (count: number, singular: string, plural = `${singular}s`): string =>
	`${formatNumber(count)} ${count === 1 ? singular : plural}`;

/** “235 kB”, “1.2 MB”: thousands of bytes, as those who download count them. */
export const formatSize = (bytes: number): string =>
	bytes < 999_500
		? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
		: `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;

/** “this one”, “these 86”. */
export const formatThese = (count: number): string => (count === 1 ? 'this one' : `these ${formatNumber(count)}`);

/** A text with a capital at its start. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text as it goes on within a sentence: “Skills” → “skills”; “COVID-19” stays. */
export const withoutCapital = (text: string): string =>
	text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());

/** A text without blanks at its ends, and with a single one between words. */
export const foldBlanks = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The beginning of a text, at most so many characters of it: half a sign is none, and no blank stands at its end. */
export const startOf = (text: string, maxCharacters: number): string =>
	text
		.slice(0, maxCharacters)
		.replace(/[\ud800-\udbff]$/, '')
		.trimEnd();

/** A text, or its beginning and “…” where it is longer than so many characters. */
export const shortened = (text: string, maxCharacters: number): string =>
	text.length > maxCharacters ? `${startOf(text, maxCharacters - 1)}…` : text;

/** Elements that stand in a line of text; the end of any other is the end of a word. */
const INLINE = /<\/?(?:a|abbr|b|code|del|em|i|span|strong|sub|sup)(?:\s[^>]*)?>/g;

/** The words of HTML made by `renderMarkdown`, blanks folded. */
export const toPlainText = (html: string): string =>
	foldBlanks(decodeHTMLStrict(html.replace(INLINE, '').replace(/<[^>]*>/g, ' ')));

/** The first sentences of a text, as many as fit into so many characters, and at least one. */
export function startOfSentences(text: string, maxCharacters: number): string {
	const sentences = foldBlanks(text).split(/(?<=[.!?]) (?=[\p{Lu}“])/u);
	let start = sentences[0] ?? '';
	for (const sentence of sentences.slice(1)) {
		if (start.length + 1 + sentence.length > maxCharacters) break;
		start = `${start} ${sentence}`;
	}
	return start;
}
