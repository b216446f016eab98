import type { z } from 'zod';
import { descriptionsOf, fieldsIn, type FieldDescription } from '../schemas/describe-fields.ts';
import { fromCell, SEPARATOR, toCell } from './csv.ts';

/** A list in an item of a list: its values stand apart by this. */
const INNER_SEPARATOR = '; ';

/** What the name of a column ends with that has the words of the codes in another one. */
const OF_WORDS = '.words';

/** A column of a table of entries, made from a field. */
export interface Column {
	/** The path of its field: `members.total`. The words of codes: `kind.words`. */
	name: string;
	/** The names on the way to the value. */
	steps: readonly string[];
	/** The labels of its field and of those around it, outermost first. */
	titles: readonly string[];
	field: FieldDescription;
	/** Of a column with words: the word of each code. */
	words?: ReadonlyMap<string, string>;
}

/** The fields in a group; of a group of several kinds each name once. */
const fieldsWithin = (field: FieldDescription): FieldDescription[] => [
	...new Map(fieldsIn(field).map((inner) => [inner.name, inner])).values(),
];

function columnsIn(fields: readonly FieldDescription[], above: Pick<Column, 'steps' | 'titles'>): Column[] {
	return fields.flatMap((field) => {
		const steps = [...above.steps, field.name];
		const titles = [...above.titles, field.title];
		if (field.type === 'group' || field.type === 'kinds') return columnsIn(fieldsWithin(field), { steps, titles });
		const column = { name: steps.join('.'), steps, titles, field };
		if (field.type !== 'choice') return [column];
		const words = new Map(field.choices.map(({ value, label }) => [value, label]));
		// Of years and the like the words are the codes.
		if (field.choices.every(({ value, label }) => value === label)) return [column];
		return [column, { ...column, name: `${column.name}${OF_WORDS}`, words }];
	});
}

const known = new WeakMap<z.ZodObject, readonly Column[]>();

/** The columns that a table of entries can have, in the order of the form; words stand beside codes. */
export function columnsOf(schema: z.ZodObject): readonly Column[] {
	const columns = known.get(schema) ?? columnsIn(descriptionsOf(schema), { steps: [], titles: [] });
	known.set(schema, columns);
	return columns;
}

/** The word of a code. */
const wordFor = (code: unknown, words: ReadonlyMap<string, string>): string =>
	typeof code === 'string' ? (words.get(code) ?? code) : '';

/**
 * The values on the way as one text. Of a list of groups each item has its place in the cell, filled or not, so that
 * the cells of its columns belong together: `SCIC | ` says that the second item has none.
 */
function cellAt(value: unknown, column: Pick<Column, 'steps' | 'words'>, depth = 0, isInner = false): string {
	if (value === undefined) return '';
	if (Array.isArray(value)) {
		const cells = value.map((item) => cellAt(item, column, depth, true));
		if (isInner) return cells.map((cell) => cell.replaceAll(INNER_SEPARATOR, ', ')).join(INNER_SEPARATOR);
		return cells.some((cell) => cell !== '') ? cells.join(SEPARATOR) : '';
	}
	const step = column.steps[depth];
	if (step !== undefined) return cellAt(Reflect.get(Object(value), step), column, depth + 1, isInner);
	return toCell(column.words ? wordFor(value, column.words) : value);
}

/** What an entry has in a column. */
export const cellOf = (data: object, column: Pick<Column, 'steps' | 'words'>): string => cellAt(data, column);

function isFilledAt(value: unknown, steps: readonly string[], depth: number): boolean {
	if (value === undefined || value === '') return false;
	if (Array.isArray(value)) return value.some((item) => isFilledAt(item, steps, depth));
	const step = steps[depth];
	return step === undefined || isFilledAt(Reflect.get(Object(value), step), steps, depth + 1);
}

/** Whether an entry has anything in a column of codes or words of its own. */
export const isFilled = (data: object, { steps }: Pick<Column, 'steps'>): boolean => isFilledAt(data, steps, 0);

/** A line of a table: cells that name an entry, and the fields of it. */
interface TableLine {
	first: readonly string[];
	data: object;
}

/** Entries as lines of cells below the names of the columns. A column in which no entry has anything is left out. */
export function toTable(schema: z.ZodObject, firstNames: readonly string[], lines: readonly TableLine[]): string[][] {
	const columns = columnsOf(schema);
	const rows = lines.map(({ data }) => columns.map((column) => cellOf(data, column)));
	const isUsed = columns.map((_, at) => rows.some((row) => row[at] !== ''));
	const pick = (cells: readonly string[]) => cells.filter((_, at) => isUsed[at]);
	return [
		[...firstNames, ...pick(columns.map(({ name }) => name))],
		...lines.map(({ first }, at) => [...first, ...pick(rows[at] ?? [])]),
	];
}

/** Words in the place of codes, in lists as the codes stand in lists; null where an item has no code. */
export type Words = string | null | Words[];

function wordsAt(value: unknown, steps: readonly string[], words: ReadonlyMap<string, string>): Words {
	if (value === undefined) return null;
	if (Array.isArray(value)) return value.map((item) => wordsAt(item, steps, words));
	const [step, ...further] = steps;
	return step === undefined ? wordFor(value, words) : wordsAt(Reflect.get(Object(value), step), further, words);
}

/** The words of all codes in the fields of an entry, by the paths of their fields. */
export function wordsIn(schema: z.ZodObject, data: object): Record<string, Words> {
	const found: Record<string, Words> = {};
	for (const { steps, words } of columnsOf(schema)) {
		const said = words && wordsAt(data, steps, words);
		if (said) found[steps.join('.')] = said;
	}
	return found;
}

/** Cells by the names of their columns. */
export type Cells = ReadonlyMap<string, string>;

/** The places in a cell; spreadsheets may have taken blanks off its ends. */
const placesIn = (cell: string): string[] => (cell === '' ? [] : cell.split(/(?:^| )\|(?: |$)/));

/** A single value as the schema reads it; what cannot be one stays a text, which the schema refuses in its own words. */
function toValue(cell: string, { type }: FieldDescription): unknown {
	const text = fromCell(cell);
	if (type === 'yes or no') return text === 'true' ? true : text === 'false' ? false : text;
	const isNumber = type === 'number' || type === 'whole number';
	return isNumber && /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(text) ? Number(text) : text;
}

function read(field: FieldDescription, name: string, cells: Cells, isInner: boolean): unknown {
	if (field.type !== 'group' && field.type !== 'kinds') {
		const cell = cells.get(name) ?? '';
		if (cell === '') return undefined;
		if (!field.isList) return toValue(cell, field);
		return (isInner ? cell.split(INNER_SEPARATOR) : placesIn(cell)).map((text) => toValue(text, field));
	}
	const inner = [...cells].flatMap(([column, cell]) =>
		column.startsWith(`${name}.`) ? [[column, cell] as const] : [],
	);
	if (!field.isList) return readGroup(field, name, new Map(inner), isInner);
	const parted = inner.map(([column, cell]) => [column, placesIn(cell)] as const);
	const length = Math.max(0, ...parted.map(([, places]) => places.length));
	const items = Array.from({ length }, (_, at) =>
		readGroup(field, name, new Map(parted.map(([column, places]) => [column, places[at] ?? ''])), true),
	);
	return length > 0 ? items.map((item) => item ?? {}) : undefined;
}

function readGroup(field: FieldDescription, name: string, cells: Cells, isInner: boolean): object | undefined {
	const data = readFields(fieldsWithin(field), cells, `${name}.`, isInner);
	return Object.keys(data).length > 0 ? data : undefined;
}

/** The fields that cells say, as the schema takes them in. Empty cells say nothing. */
export function readFields(
	fields: readonly FieldDescription[],
	cells: Cells,
	above = '',
	isInner = false,
): Record<string, unknown> {
	return Object.fromEntries(
		fields.flatMap((field) => {
			const value = read(field, `${above}${field.name}`, cells, isInner);
			return value === undefined ? [] : [[field.name, value]];
		}),
	);
}
