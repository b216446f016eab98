import { csvFormatRows } from 'd3-dsv';

/** Several values of one cell stand apart by this. */
export const SEPARATOR = ' | ';

/** A sign that would part values, because it stands alone. */
const LONE_BAR = /(?<=^|\s)\|(?=\s|$)/g;

/**
 * Signs with which spreadsheets begin a formula, also as wide as in East Asia, where a cell begins: at the start of a
 * text and behind what divides cells in some country, perhaps after blanks, quotation marks and signs that nobody sees.
 */
const FORMULA_START = String.raw`[\s\p{Cf}\p{Cc}"]*[=+@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20-]`;
const FORMULA = new RegExp(`(?<=^|[;|])${FORMULA_START}`, 'gu');
const KEPT_FROM_RUNNING = new RegExp(`(?<=^|[;|])'(?=${FORMULA_START})`, 'gu');

/** What most texts have nothing of, so that they are looked at once: what `onLine` changes, or may begin a formula. */
const NEEDS_CARE = new RegExp(`[^\\S ]|  |[\\x85|;]|^${FORMULA_START}`, 'u');

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** A text on one line, in which nothing parts values. */
const onLine = (text: string): string => text.replace(/[\s\x85]+/g, ' ').replace(LONE_BAR, '/');

/** A value as it stands in a cell: on one line, and never a formula, which a number below zero is not. */
export function toCell(value: unknown): string {
	const text = String(value);
	return typeof value === 'number' || !NEEDS_CARE.test(text) ? text : onLine(text).replace(FORMULA, "'$&");
}

/** The text of a cell, without the apostrophe that keeps a spreadsheet from running it. */
export const fromCell = (cell: string): string => cell.replace(KEPT_FROM_RUNNING, '');

/** Lines of cells as a CSV file: RFC 4180 with single line feeds; UTF-8 with a byte order mark, without which Excel spoils accents. */
export const toCsv = (lines: readonly (readonly string[])[]): string =>
	`\ufeff${csvFormatRows(lines.map((line) => [...line]))}\n`;

/** Whether a spreadsheet would run a cell; numbers below zero are none that it runs. */
export const beginsFormula = (cell: string): boolean => !isNumber(cell) && toCell(cell) !== onLine(cell);
