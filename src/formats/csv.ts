import { csvFormatRows } from 'd3-dsv';

/** Several values of one cell stand apart by this; a value that holds it gets a slash instead. */
export const SEPARATOR = ' | ';

/**
 * Signs with which spreadsheets begin a formula, also as wide as in East Asia, where a cell begins: at the start of a
 * text and behind what divides cells in some country, perhaps after blanks, quotation marks and signs that nobody sees.
 */
const FORMULA = /(?<=^|[;|])[\s\p{Cf}\p{Cc}"]*[=+@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20-]/gu;

/** A value as it stands in a cell: on one line, and never a formula, which a number below zero is not. */
export function toCell(value: unknown): string {
	if (typeof value === 'number') return String(value);
	const text = String(value)
		.replace(/[\s\x85]+/g, ' ')
		.replaceAll(SEPARATOR, ' / ');
	return text.replace(FORMULA, "'$&");
}

/** Lines of cells as a CSV file: RFC 4180 with single line feeds; UTF-8 with a byte order mark, without which Excel spoils accents. */
export const toCsv = (lines: readonly (readonly string[])[]): string =>
	`\ufeff${csvFormatRows(lines.map((line) => [...line]))}\n`;
