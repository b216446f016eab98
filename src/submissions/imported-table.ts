import { dsvFormat } from 'd3-dsv';
import { checkEntry, formatPath } from '../files/check-entry.ts';
import { readEntryFile, writeEntryFile } from '../files/entry-file.ts';
import { parseFile } from '../files/front-matter.ts';
import type { Problem } from '../files/problem.ts';
import { itemsOf, type Fields } from '../files/values.ts';
import { cellOf, columnsOf, readFields, type Cells, type Column } from '../formats/entry-table.ts';
import type { OpenCollection } from '../formats/entry-files.ts';
import { beginsFormula } from '../formats/csv.ts';
import { groupBy } from '../formats/group-by.ts';
import { formatNumber, formatSize } from '../formats/text.ts';
import { fieldChanges, type FieldChange } from '../model/changes.ts';
import { collectionOf, collections, extensionOf, hasBody, type CollectionName } from '../schemas/collections.ts';
import { descriptionsOf } from '../schemas/describe-fields.ts';
import { slug as slugSchema } from '../schemas/fields.ts';
import { referencesIn } from '../schemas/linked-entries.ts';

/** The largest table that is read: a hundred times what the site has. */
export const TABLE_MAX_BYTES = 50_000_000;

/** An entry that a table changes or adds. */
export interface ImportedEntry {
	slug: string;
	isNew: boolean;
	fields: FieldChange[];
	/** The file as it would be. */
	text: string;
}

/** What a table would do: nothing, if there is any problem. */
export interface ImportedTable {
	entries: ImportedEntry[];
	problems: Problem[];
	/** How the table was read, where that was not as it is exported. */
	notes: string[];
}

/** What is known of the content that a table is read into. */
export interface ImportInto {
	collection: OpenCollection;
	/** The file of an entry as it is; undefined if there is none. */
	originalOf: (slug: string) => string | undefined;
	/** Whether there is an entry. */
	exists: (collection: CollectionName, slug: string) => boolean;
	/** Whether a row is as the site published it, so that it asks for nothing. */
	isPublished?: (head: readonly string[], cells: readonly string[]) => boolean;
	today: string;
}

type Explanation = Pick<Problem, 'rule' | 'mend'>;

const DELIMITERS = [
	{ sign: ',', name: 'commas' },
	{ sign: ';', name: 'semicolons' },
	{ sign: '\t', name: 'tabs' },
] as const;

/** What spreadsheets leave where they could not work something out. */
const SPREADSHEET_ERROR = /^#(?:REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NULL!|NUM!|####*)$/;

/** A day as spreadsheets write it: 31.03.2027, 3/31/27, Oct-23, or a number of days since 1900. */
const SPREADSHEET_DAY = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\p{L}{3,4}[ .-]+\d{2,4}|\d{1,2}[ .-]\p{L}{3,4}|\d{5})$/u;

/** The rows of a table, and how it was read; or why it cannot be. */
function readRows(bytes: Uint8Array): { rows: string[][]; notes: string[] } | Explanation {
	if (bytes.length > TABLE_MAX_BYTES) {
		const rule = `The file has ${formatSize(bytes.length)}, more than the ${formatSize(TABLE_MAX_BYTES)} that are read`;
		return { rule, mend: 'Take out what is no table, or import it in parts.' };
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const mend = 'Save it again as “CSV UTF-8”; other encodings spoil accents.';
		return { rule: 'The file is not in UTF-8', mend };
	}
	if (text.includes('\0')) {
		return { rule: 'The file is no text', mend: 'Save the sheet as CSV; workbooks such as .xlsx are not read.' };
	}
	if ((text.match(/"/g)?.length ?? 0) % 2 === 1) {
		return { rule: 'A quotation mark is opened and never closed', mend: 'Save it again as CSV from a spreadsheet.' };
	}
	const head = text.slice(0, text.search(/[\r\n]|$/));
	const delimiter = DELIMITERS.find(({ sign }) => dsvFormat(sign).parseRows(head)[0]?.includes('slug'));
	if (!delimiter) {
		const mend = 'The first line names the columns, as in the file under /data/; “slug” must be one of them.';
		return { rule: 'The first line has no column “slug”', mend };
	}
	const notes = delimiter.sign === ',' ? [] : [`Read as a table with ${delimiter.name}.`];
	return { rows: dsvFormat(delimiter.sign).parseRows(text), notes };
}

/** What is wrong with the names of columns. */
function findColumnProblems(head: readonly string[], known: readonly Column[]): Explanation[] {
	const names = new Set(['slug', 'url', ...known.map(({ name }) => name)]);
	return head.flatMap((name, at) => {
		if (!names.has(name)) {
			const mend = 'Correct its name, or remove it; “Columns” under /data/ lists all.';
			return [{ rule: `Nobody knows the column “${name.slice(0, 60)}”`, mend }];
		}
		if (head.indexOf(name) === at) return [];
		return [{ rule: `There are two columns “${name}”`, mend: 'Remove one of them.' }];
	});
}

/** What a cell of a spreadsheet holds at most. */
const CELL_MAX_CHARACTERS = 32_767;

/** What is wrong with a cell before anything is made of it. */
function refuseCell(cell: string): Explanation | undefined {
	if (cell.length > CELL_MAX_CHARACTERS) {
		const rule = `has more than ${formatNumber(CELL_MAX_CHARACTERS)} characters, more than a spreadsheet holds`;
		return { rule, mend: 'Look for a quotation mark that is missing, or shorten it.' };
	}
	if (SPREADSHEET_ERROR.test(cell)) {
		return { rule: `is an error of the spreadsheet (${cell})`, mend: 'Put the value there, or empty the cell.' };
	}
	if (beginsFormula(cell)) {
		return {
			rule: 'begins as a formula',
			mend: 'Write its result, or put an apostrophe before a text that begins so.',
		};
	}
	return undefined;
}

/** The columns of each field of a collection, without those of words. */
const columnsByField = (collection: OpenCollection): Map<string, Column[]> =>
	groupBy(
		columnsOf(collections[collection].schema).filter(({ words }) => !words),
		({ steps: [field = ''] }) => field,
	);

/** The fields that a row says, over those that the entry has. What has the same cells stays as it is, to the sign. */
function fieldsWith(collection: OpenCollection, cells: Cells, before: Fields): Fields {
	const after = { ...before };
	const columns = columnsByField(collection);
	for (const field of descriptionsOf(collections[collection].schema)) {
		const { name } = field;
		const own = columns.get(name) ?? [];
		const cellsOf = (value: unknown) => own.map((column) => cellOf({ [name]: value }, column));
		const old = before[name];
		const now = cellsOf(old);
		const wanted = own.map((column, at) => cells.get(column.name)?.trim() ?? now[at] ?? '');
		if (wanted.every((cell, at) => cell === now[at]?.trim())) continue;
		const value = readFields([field], new Map(own.map((column, at) => [column.name, wanted[at] ?? ''])))[name];
		const keep = (item: unknown, other: unknown) =>
			cellsOf([item]).join('\n') === cellsOf([other]).join('\n') ? other : item;
		after[name] = Array.isArray(value) ? value.map((item, at) => keep(item, itemsOf(old)[at])) : value;
	}
	return after;
}

/** What is wrong with the cells of a row that are not those of the entry. */
function findCellProblems(collection: OpenCollection, file: string, cells: Cells, before: Fields): Problem[] {
	return columnsOf(collections[collection].schema).flatMap(({ name, steps, words, titles }): Problem[] => {
		const cell = cells.get(name)?.trim();
		if (cell === undefined || cell === cellOf(before, words ? { steps, words } : { steps }).trim()) return [];
		const problem = { file, field: name, label: titles.join(' › '), value: cell };
		const code = steps.join('.');
		const codeBefore = cellOf(before, { steps }).trim();
		if (words && (cells.get(code)?.trim() ?? codeBefore) === codeBefore) {
			const mend = `Change “${code}”, whose words it has, and leave this column.`;
			return [{ ...problem, rule: 'is made from another column', mend }];
		}
		const refusal = refuseCell(cell);
		return refusal ? [{ ...problem, ...refusal }] : [];
	});
}

/** A day that a spreadsheet has written in its own way is told as such. */
const explainDay = (problem: Problem): Problem =>
	SPREADSHEET_DAY.test(String(problem.value))
		? {
				...problem,
				rule: `${problem.rule}: the spreadsheet has written it in its own way`,
				mend: 'Format the column as text, and write 2027-03-31, 2027-03 or 2027.',
			}
		: problem;

/** References of an entry that lead nowhere. */
const findLostReferences = (
	collection: OpenCollection,
	file: string,
	fields: Fields,
	{ exists }: ImportInto,
): Problem[] =>
	referencesIn(collection, fields).flatMap(({ path, collection: target, slug }) => {
		if (exists(target, slug)) return [];
		const rule = `leads nowhere: there is no ${collectionOf(target).label} “${slug}”`;
		return [{ file, field: formatPath(path), rule, mend: 'Correct the slug, or add that entry first.' }];
	});

/** What a row makes of an entry: nothing, if it says the same. */
function importRow(cells: Cells, slug: string, into: ImportInto): ImportedEntry | Problem[] | undefined {
	const { collection, originalOf, today } = into;
	const file = `${collection}/${slug}.${extensionOf(collection)}`;
	const original = originalOf(slug);
	const isNew = original === undefined;
	const read = isNew ? { data: {} } : readEntryFile(collection, original, file);
	if (!read.data) return [read.problem];
	const { body = '', ...raw }: Fields = read.data;
	const before: Fields = collections[collection].schema.safeParse(raw).data ?? raw;
	const cellProblems = findCellProblems(collection, file, cells, before);
	if (cellProblems.length > 0) return cellProblems;
	const after = fieldsWith(collection, cells, before);
	const fields = fieldChanges(collection, { fields: before, body: '' }, { fields: after, body: '' });
	if (fields.length === 0 && !isNew) return undefined;
	// What the table leaves alone stays as it is in the file, without what the schema fills in.
	const touched = fields.map(({ field }) => field.split('.')[0] ?? '');
	const wanted: Fields = { ...raw, ...Object.fromEntries(touched.map((name) => [name, after[name]])) };
	const text = writeEntryFile(collection, hasBody(collection) ? { ...wanted, body } : wanted, original);
	const parsed = parseFile(file, text);
	if ('rule' in parsed) return [parsed];
	const problems = [
		...checkEntry(collection, file, parsed, today).problems.map(explainDay),
		...findLostReferences(collection, file, after, into),
	];
	return problems.length > 0 ? problems : { slug, isNew, fields, text };
}

/**
 * Reads a table that has the columns of an exported one: what would change, entry by entry and field by field, and
 * every problem with its row, as spreadsheets number them. Cells of columns that are not there change nothing; an empty
 * cell empties its field.
 */
export function readTable(bytes: Uint8Array, name: string, into: ImportInto): ImportedTable {
	const read = readRows(bytes);
	if ('rule' in read) return { entries: [], problems: [{ file: name, ...read }], notes: [] };
	const { rows, notes } = read;
	const [head = [], ...lines] = rows;
	const columnProblems = findColumnProblems(head, columnsOf(collections[into.collection].schema));
	if (columnProblems.length > 0) {
		return {
			entries: [],
			problems: columnProblems.map((problem) => ({ file: name, lineNumber: 1, ...problem })),
			notes,
		};
	}
	const { reservedSlugs = [] } = collectionOf(into.collection);
	const seen = new Map<string, number>();
	const slugAt = head.indexOf('slug');
	for (const [at, cells] of lines.entries()) {
		const slug = cells[slugAt]?.trim() ?? '';
		if (!seen.has(slug)) seen.set(slug, at + 2);
	}
	const withNew: ImportInto = {
		...into,
		exists: (collection, slug) => into.exists(collection, slug) || (collection === into.collection && seen.has(slug)),
	};
	const entries: ImportedEntry[] = [];
	const problems: Problem[] = [];
	for (const [at, cells] of lines.entries()) {
		if (cells.every((cell) => cell.trim() === '') || into.isPublished?.(head, cells)) continue;
		const row = at + 2;
		const slug = cells[slugAt]?.trim() ?? '';
		const refuse = (explanation: Explanation) => problems.push({ file: name, lineNumber: row, ...explanation });
		if (cells.length !== head.length) {
			const rule = `The row has ${cells.length} cells, and the first line names ${head.length} columns`;
			refuse({ rule, mend: 'Put quotation marks around a text with commas, or save it again from a spreadsheet.' });
		} else if (!slugSchema.safeParse(slug).success) {
			const mend = 'Give small letters a to z, digits and single hyphens, at most 80 characters.';
			refuse({ rule: `“${slug.slice(0, 60)}” is no slug`, mend });
		} else if (reservedSlugs.includes(slug)) {
			refuse({ rule: `The slug “${slug}” is the address of another page`, mend: 'Choose another.' });
		} else if (seen.get(slug) !== row) {
			refuse({
				rule: `The slug “${slug}” stands in row ${seen.get(slug) ?? 0} as well`,
				mend: 'Remove one of the two.',
			});
		} else {
			const made = importRow(new Map(head.map((column, place) => [column, cells[place] ?? ''])), slug, withNew);
			if (Array.isArray(made)) problems.push(...made.map((problem) => ({ ...problem, file: name, lineNumber: row })));
			else if (made) entries.push(made);
		}
	}
	return { entries: problems.length > 0 ? [] : entries, problems, notes };
}
