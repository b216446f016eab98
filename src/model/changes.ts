import { fromCell, SEPARATOR } from '../formats/csv.ts';
import { columnsOf, cellOf, type Column } from '../formats/entry-table.ts';
import type { ContentHistory, FileChange } from '../files/content-history.ts';
import { openCollections, type OpenCollection } from '../formats/entry-files.ts';
import { groupBy } from '../formats/group-by.ts';
import { foldBlanks, formatNumber } from '../formats/text.ts';
import { collections, extensionOf, type Entry } from '../schemas/collections.ts';
import { BODY_LABEL } from '../schemas/fields.ts';
import { latestFirst } from './order.ts';

/** What became of one field. */
export interface FieldChange {
	/** `members.total`; `body` of the text. */
	field: string;
	/** As the form calls it: “Members, Number”. */
	label: string;
	/** In words; empty where nothing stood, and where a list or text is too long to be told. */
	from: string;
	to: string;
}

/** What a day made of an entry. */
export interface Change {
	on: string;
	/** A new entry has no changes of fields. */
	isNew: boolean;
	fields: readonly FieldChange[];
}

/** A change with the entry that it changed. */
export interface EntryChange<N extends OpenCollection = OpenCollection> extends Change {
	collection: N;
	entry: Entry<N>;
}

/** All changes of the entries that show. */
export interface SiteChanges {
	/** From which day on; undefined where git knows nothing. */
	since: string | undefined;
	/** Newest first. */
	all: readonly EntryChange[];
	/** By collection and slug: `clusters/act-group`. */
	byEntry: ReadonlyMap<string, readonly EntryChange[]>;
}

/** The longest value that a change tells. */
const TOLD_MAX_CHARACTERS = 120;

/** Columns by the field that they belong to, and where there are two of one, that with words. */
function toldColumns(collection: OpenCollection): Column[] {
	const columns = columnsOf(collections[collection].schema);
	const inWords = new Set(columns.filter(({ words }) => words).map(({ steps }) => steps.join('.')));
	return columns.filter(({ steps, words }) => words !== undefined || !inWords.has(steps.join('.')));
}

const isShort = (text: string) => text.length <= TOLD_MAX_CHARACTERS;

/** A cell as people read it. */
const inWords = (cell: string): string => fromCell(cell).replaceAll(SEPARATOR, ', ');

/** The fields in which two states of an entry differ. Of a list of groups it is told that it changed, not how. */
export function fieldChanges(
	collection: OpenCollection,
	before: NonNullable<FileChange['before']>,
	after: FileChange['after'],
): FieldChange[] {
	const changed = toldColumns(collection).flatMap((column) => {
		const [from, to] = [cellOf(before.fields, column), cellOf(after.fields, column)];
		return from === to ? [] : [{ column, from, to }];
	});
	const byField = groupBy(changed, ({ column: { steps } }) => {
		const [first = ''] = steps;
		const value: unknown = after.fields[first] ?? before.fields[first];
		return Array.isArray(value) && typeof value[0] === 'object' ? first : steps.join('.');
	});
	const fields = [...byField].map(([field, [one, ...more]]): FieldChange => {
		const isWhole = one !== undefined && more.length === 0 && one.column.steps.join('.') === field;
		const { titles = [] } = one?.column ?? {};
		const isTold = isWhole && isShort(one.from) && isShort(one.to);
		return {
			field,
			label: (isWhole ? titles : titles.slice(0, 1)).join(', '),
			from: isTold ? inWords(one.from) : '',
			to: isTold ? inWords(one.to) : '',
		};
	});
	if (foldBlanks(before.body) === foldBlanks(after.body)) return fields;
	return [...fields, { field: 'body', label: BODY_LABEL, from: '', to: '' }];
}

/** What a profile itself says of its changes, for the days of which git knows nothing. */
function corrected(collection: OpenCollection, { data }: Entry<OpenCollection>, until: string | undefined): Change[] {
	if (collection !== 'clusters' || !('corrections' in data)) return [];
	const told = (data.corrections ?? []).filter(({ on }) => until === undefined || on < until);
	return [...groupBy(told, ({ on }) => on)].map(([on, own]) => ({
		on,
		isNew: false,
		fields: own.map(({ field, from, to }) => ({
			field,
			label: toldColumns(collection).find(({ steps }) => steps[0] === field)?.titles[0] ?? BODY_LABEL,
			from,
			to,
		})),
	}));
}

/** Where git keeps an entry. */
const fileOf = (collection: OpenCollection, id: string) => `${collection}/${id}.${extensionOf(collection)}`;

/** The changes of an entry, newest first; none in which nothing changed that a reader could see. */
export function changesOf(
	{ since, changes }: ContentHistory,
	collection: OpenCollection,
	entry: Entry<OpenCollection>,
	today: string,
): Change[] {
	const known = (changes.get(fileOf(collection, entry.id)) ?? []).flatMap(({ on, before, after }): Change[] => {
		if (on > today) return [];
		if (!before) return [{ on, isNew: true, fields: [] }];
		const fields = fieldChanges(collection, before, after);
		return fields.length > 0 ? [{ on, isNew: false, fields }] : [];
	});
	return [...known, ...corrected(collection, entry, since)].sort(latestFirst);
}

/** All changes of the entries that show, newest first. */
export const allChanges = (
	history: ContentHistory,
	entries: { [N in OpenCollection]: readonly Entry<N>[] },
	today: string,
): EntryChange[] =>
	openCollections
		.flatMap((collection) =>
			entries[collection].flatMap((entry) =>
				changesOf(history, collection, entry, today).map((change) => ({ ...change, collection, entry })),
			),
		)
		.sort(latestFirst);

/** A field that changed, in words: “Members, Number: 20 → 25”. */
export const wordsForField = ({ label, from, to }: FieldChange): string =>
	from || to ? `${label}: ${from || 'nothing'} → ${to || 'nothing'}` : label;

/** How many entries are new, and how many changed: “3 new, 12 changed”. */
export function countChanges(changes: readonly Change[]): string {
	const count = changes.filter(({ isNew }) => isNew).length;
	const parts = [
		[count, 'new'],
		[changes.length - count, 'changed'],
	] as const;
	return parts.flatMap(([number, word]) => (number > 0 ? [`${formatNumber(number)} ${word}`] : [])).join(', ');
}
