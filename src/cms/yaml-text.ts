import { z } from 'zod';
import { fieldOf, unwrapped } from '../schemas/labels.ts';
import { isGroup, type Fields } from './pruned.ts';

/** What a value must be, where a schema says so. */
export type Schema = z.core.$ZodType | undefined;

const STEP = '  ';

/** Words that some reader of YAML, old or new, takes for a switch, for nothing or for a number. */
const RESERVED_WORD = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan))$/i;
/** Numbers, days, times and what else could be one: `0042`, `1e3`, `0x1f`, `12:30`, `2020-02-03`. */
const LIKE_A_NUMBER = /^[-+]?\.?\d[\da-fox_:.,+\-tz ]*$/i;
const MARK_FIRST = /^(?:[-?:,[\]{}#&*!|>'"%@`]|\.\.\.)/;
const MARK_INSIDE = /:(?:\s|$)|\s#/;
const MARK_IN_FLOW = /[:,[\]{}]/;
/** Also line breaks, tabs, half characters, and signs that readers may take for line breaks. */
const UNPRINTABLE = /[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029\ufeff]/u;
const ESCAPED_BY_YAML_ALONE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Whether every reader of YAML takes a text for itself without quotation marks. */
const isPlain = (text: string, isInFlow: boolean): boolean =>
	text !== '' &&
	text === text.trim() &&
	![RESERVED_WORD, LIKE_A_NUMBER, MARK_FIRST, MARK_INSIDE, UNPRINTABLE].some((pattern) => pattern.test(text)) &&
	!(isInFlow && MARK_IN_FLOW.test(text));

/** A text in double quotation marks, on one line. */
export const formatDoubleQuoted = (text: string): string =>
	JSON.stringify(text).replace(
		ESCAPED_BY_YAML_ALONE,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** A text in single quotation marks, or undefined if it has signs that these cannot hold. */
export const formatSingleQuoted = (text: string): string | undefined =>
	UNPRINTABLE.test(text) ? undefined : `'${text.replaceAll("'", "''")}'`;

function formatNumber(number: number): string {
	if (Number.isNaN(number)) return '.nan';
	if (!Number.isFinite(number)) return number > 0 ? '.inf' : '-.inf';
	// YAML 1.1 takes 1e-7 for text.
	return String(number).replace(/^(-?\d+)e/, '$1.0e');
}

/** A single value on one line; quoted where a reader could take it for something else. */
export function formatScalar(value: unknown, isInFlow = false): string {
	if (typeof value === 'number') return formatNumber(value);
	if (typeof value !== 'string') return JSON.stringify(value ?? null);
	return isPlain(value, isInFlow) ? value : formatDoubleQuoted(value);
}

/** Whether a text can stand as a block of lines that reads back as it is. */
export const fitsBlock = (text: string): boolean =>
	/^\S/.test(text) && !text.endsWith('\n\n') && !/^ +$/m.test(text) && !UNPRINTABLE.test(text.replaceAll('\n', ''));

/** The lines of a text as a block, the `|` first. */
export const blockLines = (text: string, indent: string, comment = ''): string[] => [
	`${text.endsWith('\n') ? '|' : '|-'}${comment}`,
	...text
		.replace(/\n$/, '')
		.split('\n')
		.map((row) => (row === '' ? '' : indent + row)),
];

/** The names of the fields of a group, in the order of the form. */
export function fieldNames(schema: Schema): string[] {
	if (!schema) return [];
	const group = unwrapped(schema);
	if (group instanceof z.ZodUnion) return [...new Set((group.options as z.core.$ZodType[]).flatMap(fieldNames))];
	return group instanceof z.ZodObject ? Object.keys(group.shape) : [];
}

/** The schema of a field in a group, or of the items of a list (key 0). */
export const innerSchema = (schema: Schema, key: PropertyKey): Schema => schema && fieldOf(unwrapped(schema), key);

/** Fields in the order of the form; those that no schema knows come last. */
export function inOrder(fields: Fields, schema: Schema): [key: string, value: unknown][] {
	const known = fieldNames(schema).filter((name) => Object.hasOwn(fields, name));
	return [...new Set([...known, ...Object.keys(fields)])].map((key) => [key, fields[key]]);
}

/** Lists of ids out of a vocabulary stand on one line. */
function isOnOneLine(value: unknown, schema: Schema): boolean {
	const items = innerSchema(schema, 0);
	return items !== undefined && unwrapped(items) instanceof z.ZodEnum && Array.isArray(value) && !value.some(isGroup);
}

/** A value on one line, in brackets if it is a list or a group. */
export function formatInFlow(value: unknown, schema: Schema): string {
	if (Array.isArray(value)) return `[${value.map((item) => formatInFlow(item, innerSchema(schema, 0))).join(', ')}]`;
	if (!isGroup(value)) return formatScalar(value, true);
	const pairs = inOrder(value, schema).map(
		([key, inner]) => `${formatScalar(key, true)}: ${formatInFlow(inner, innerSchema(schema, key))}`,
	);
	return `{ ${pairs.join(', ')} }`;
}

/** The lines of a value; all but the first are indented. */
export function valueLines(value: unknown, schema: Schema, indent: string): string[] {
	if (isOnOneLine(value, schema)) return [formatInFlow(value, schema)];
	const inner = Array.isArray(value)
		? value.flatMap((item) => itemLines(item, innerSchema(schema, 0), indent))
		: isGroup(value)
			? inOrder(value, schema).flatMap(([key, field]) => pairLines(key, field, innerSchema(schema, key), indent))
			: undefined;
	if (inner) return [(inner[0] ?? '').slice(indent.length), ...inner.slice(1)];
	if (typeof value === 'string' && value.includes('\n') && fitsBlock(value)) return blockLines(value, indent);
	return [formatScalar(value)];
}

/** The lines of an item of a list, indented. */
export function itemLines(item: unknown, schema: Schema, indent: string): string[] {
	const [first, ...rest] = valueLines(item, schema, indent + STEP);
	return [`${indent}- ${first}`, ...rest];
}

/** The lines of a field with its value, indented. */
export function pairLines(key: string, value: unknown, schema: Schema, indent: string): string[] {
	const [first = '', ...rest] = valueLines(value, schema, indent + STEP);
	const name = `${indent}${formatScalar(key, true)}:`;
	const isBelow = typeof value === 'object' && value !== null && !isOnOneLine(value, schema);
	return isBelow ? [name, indent + STEP + first, ...rest] : [`${name} ${first}`, ...rest];
}

/** Fields as YAML, in the style of the content. */
export const formatFields = (fields: Fields, schema: Schema): string =>
	inOrder(fields, schema)
		.flatMap(([key, value]) => pairLines(key, value, innerSchema(schema, key), ''))
		.map((row) => `${row}\n`)
		.join('');
