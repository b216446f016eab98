import { shortened } from '../formats/text.ts';

const LINE_MAX_CHARACTERS = 200;
const SENTENCES_MAX = 50;
const BLOCK_MAX_CHARACTERS = 8_000;
const ROW_CHARACTERS = 96;

/** Signs that nobody can see, and halves of signs. Joiners are letters’ business in some scripts. */
const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

// It starts where a word starts: a long word would be tried from each of its letters.
const eMailAddress = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Whether somebody’s e-mail address stands in a text. */
export const holdsAddress = (text: string): boolean => text.search(eMailAddress) >= 0;

/** What a sender wrote, as far as it can be seen and is not their address. The patterns would take long over a long text. */
const seen = (text: string): string =>
	shortened(text, BLOCK_MAX_CHARACTERS)
		.toWellFormed()
		.replaceAll('\r\n', '\n')
		.replace(unseen, ' ')
		.replace(eMailAddress, '(an e-mail address)');

/**
 * A title or subject in which nothing of a sender acts: it mentions nobody, links nowhere, closes no issue and has no
 * markup. Signs that could are blanks in it.
 */
export const inertLine = (text: string): string =>
	shortened(
		seen(text)
			.replace(/\bGH-(?=\d)/gi, 'GH ')
			.replace(/\bwww\./gi, 'www ')
			.replace(/:(?=\S)/g, ' ')
			.replace(/(?!\u200c|\u200d)[^\p{L}\p{M}\p{N}(),.:;&+’‘“”"'–—-]/gu, ' ')
			.replace(/ {2,}/g, ' ')
			.trim(),
		LINE_MAX_CHARACTERS,
	);

/** A line in rows that fit beside each other on a screen. Words stay whole. */
function rowsOf(line: string): string[] {
	const rows: string[] = [];
	for (const word of line.split(' ')) {
		const row = rows.at(-1);
		if (row === undefined || row.length + word.length >= ROW_CHARACTERS) rows.push(word);
		else rows[rows.length - 1] = `${row} ${word}`;
	}
	return rows;
}

/** Sentences as a block of code in Markdown, each line indented: nothing in it acts, whatever it says. */
export const inertBlock = (sentences: readonly string[]): string =>
	shortened(sentences.slice(0, SENTENCES_MAX).map(seen).join('\n\n'), BLOCK_MAX_CHARACTERS)
		.split('\n')
		.flatMap(rowsOf)
		.map((row) => `    ${row}`.trimEnd())
		.join('\n');
