import { collections, extensionOf, hasBody, type CollectionName } from '../schemas/collections.ts';
import { formatFields } from './entry-yaml.ts';
import { parseFile } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { asItStands, isSame, pruned, type Fields } from './values.ts';

/** What a file holds: the fields of an entry, `body` among them if it has one, or why it cannot be read. */
export type ReadEntry = { data: Fields; problem?: undefined } | { data?: undefined; problem: Problem };

/** A file in pieces: joined, they are the file again. */
interface Pieces {
	/** Byte order mark and the line above the fields. */
	head: string;
	yaml: string;
	/** The line below the fields, and the blank line that sets the text apart. */
	middle: string;
	/** The text with the blank lines below it, as it stands. */
	foot: string;
	fields: Fields;
	/** The text as the form shows it. */
	body: string;
}

const BYTE_ORDER_MARK = '\ufeff';

/** A text with simple line breaks, and without those at its end. */
function trimBody(body: string): string {
	const text = body.replaceAll('\r\n', '\n');
	let end = text.length;
	// A pattern for this would look at a million line breaks a million times.
	while (text[end - 1] === '\n') end--;
	return text.slice(0, end);
}

/** Whether a field is called `__proto__`, which code that copies fields one by one would take for an order. */
const hasPrototypeField = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeField));

function takeApart(collection: CollectionName, text: string, file?: string): Pieces | Problem {
	const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
	const rest = text.slice(mark.length);
	const isMarkdown = hasBody(collection);
	const name = file ?? `${collection}/entry.${extensionOf(collection)}`;
	const parsed = parseFile(name, rest);
	if ('rule' in parsed) return parsed;
	const { fields, yaml, yamlLine: lineNumber } = parsed;
	if (hasPrototypeField(fields)) {
		return { file: name, lineNumber, rule: 'The file has a field called __proto__', mend: 'Remove it.' };
	}
	const yamlStart = isMarkdown ? rest.indexOf('\n') + 1 : 0;
	const gap = /^\r?\n/.exec(parsed.body)?.[0] ?? '';
	const foot = parsed.body.slice(gap.length);
	return {
		head: mark + rest.slice(0, yamlStart),
		yaml,
		middle: isMarkdown ? rest.slice(yamlStart + yaml.length, rest.length - foot.length) : '',
		foot,
		fields,
		body: trimBody(foot),
	};
}

/**
 * Reads an entry as the build does: never more than data, never code. A file that cannot be read comes back as a
 * problem. The text comes without the blank line above it and the line breaks below it, as an editor means it.
 */
export function readEntryFile(collection: CollectionName, text: string, file?: string): ReadEntry {
	const pieces = takeApart(collection, text, file);
	if ('rule' in pieces) return { problem: pieces };
	const { fields, body } = pieces;
	return { data: hasBody(collection) ? { ...fields, body } : fields };
}

/** The text of an entry and what stands above it: as it was if it says the same, else with the new text. */
function formatBody(body: string, { middle, foot, body: bodyBefore }: Frame): string {
	if (body === bodyBefore) return middle + foot;
	const lineBreak = /\r?\n/.exec(middle)?.[0] ?? '\n';
	if (body === '') return middle.trimEnd() + lineBreak;
	const [above = '', gap] = middle.split(/(?<=\n)/);
	// A blank line at the top of the text would be taken for the one that sets it apart.
	const separator = gap !== undefined || body.startsWith('\n') || bodyBefore === '' ? lineBreak : '';
	return above.trimEnd() + lineBreak + separator + `${body}\n`.replaceAll('\n', lineBreak);
}

/** The fields of an entry as YAML: at best with what changed, else all of them anew. */
function* formatYaml(collection: CollectionName, fields: Fields, original?: Pieces): Generator<string> {
	const { schema } = collections[collection];
	const lineBreak = (original && /\r?\n/.exec(original.head + original.yaml)?.[0]) ?? '\n';
	for (const yaml of original ? [original.yaml, ''] : ['']) {
		yield formatFields(fields, schema, yaml).replaceAll('\n', lineBreak);
	}
}

type Frame = Pick<Pieces, 'head' | 'middle' | 'foot' | 'body'>;

const emptyMarkdown: Frame = { head: '---\n', middle: '---\n', foot: '', body: '' };
const emptyYaml: Frame = { head: '', middle: '', foot: '', body: '' };

/** A file with the first YAML that reads back as it is meant. */
function fileWith(collection: CollectionName, yamls: Iterable<string>, fields: Fields, body: string, frame: Frame) {
	const end = hasBody(collection) ? formatBody(body, frame) : '';
	for (const yaml of yamls) {
		const file = frame.head + yaml + end;
		const result = takeApart(collection, file);
		if (!('rule' in result) && isSame(pruned(result.fields, asItStands), fields) && result.body === body) return file;
	}
	throw new Error(`This entry of ${collection} cannot be written so that it reads back the same.`);
}

/**
 * An entry as a file. Of an `original` everything stays that says the same; an entry that did not change gives it back
 * to the byte. Blanks are left out. An original that cannot be read is replaced. Throws if the data cannot be kept in
 * a file of this kind.
 */
export function writeEntryFile(collection: CollectionName, data: Fields, original?: string): string {
	const wanted = pruned(data);
	const pieces = original === undefined ? undefined : takeApart(collection, original);
	const before = pieces && !('rule' in pieces) ? pieces : undefined;
	const isMarkdown = hasBody(collection);
	const { body: text, ...others } = wanted;
	const fields = isMarkdown ? others : wanted;
	const body = isMarkdown && typeof text === 'string' ? trimBody(text) : '';
	const hasSameFields = before && isSame(pruned(before.fields, asItStands), fields);
	const yamls = hasSameFields ? [before.yaml] : formatYaml(collection, fields, before);
	return fileWith(collection, yamls, fields, body, before ?? (isMarkdown ? emptyMarkdown : emptyYaml));
}

/** A file with its fields printed as a save prints them. One that cannot be read stays: the build says what is wrong. */
export function normalizeEntryFile(collection: CollectionName, text: string): string {
	const pieces = takeApart(collection, text);
	if ('rule' in pieces) return text;
	const fields = pruned(pieces.fields, asItStands);
	return fileWith(collection, formatYaml(collection, fields, pieces), fields, pieces.body, pieces);
}
