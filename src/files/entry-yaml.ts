import {
	isMap,
	isScalar,
	isSeq,
	Pair,
	parseDocument,
	Scalar,
	visit,
	YAMLMap,
	YAMLSeq,
	type Document,
	type Node,
} from 'yaml';
import type { z } from 'zod';
import { groupBy } from '../formats/group-by.ts';
import { descriptionsOf, fieldsIn, type FieldDescription } from '../schemas/describe-fields.ts';
import { asItStands, isGroup, isSame, prunedValue, type Fields } from './values.ts';

type FieldNodes = YAMLMap<Node, Node | null>;

/** Words that some reader of YAML, old or new, takes for a switch, for nothing or for a number. */
const RESERVED_WORD = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan))$/i;
/** Numbers, days, times and what else could be one: `0042`, `1e3`, `0x1f`, `12:30`, `2020-02-03`. */
const LIKE_A_NUMBER = /^[-+]?\.?\d[\da-fox_:.,+\-tz ]*$/i;
/** Tabs, half characters, and signs that readers may take for line breaks. */
const UNPRINTABLE = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
/** What YAML wants escaped and JSON does not. A file that can be read has none of these signs anywhere. */
const ESCAPED_BY_YAML_ALONE = /[\x7f-\x9f\ufeff\ufffe\uffff]/g;

// Two fields of one name are refused when the file is read; to look for them here takes long in a long file.
const parse = (yaml: string): Document =>
	parseDocument(yaml.replaceAll('\r\n', '\n'), { logLevel: 'silent', uniqueKeys: false });

const print = (document: Document): string =>
	document
		.toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: Infinity })
		.replace(ESCAPED_BY_YAML_ALONE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What a node says, without blanks. */
const saidBy = (node: Node | null | undefined): unknown => prunedValue(node?.toJSON(), asItStands);

/** How a text has to be written, if that is not for the library to choose. */
function typeFor(text: string, before: Scalar['type']): Scalar['type'] {
	if (UNPRINTABLE.test(text)) return Scalar.QUOTE_DOUBLE;
	if (text.includes('\n')) return Scalar.BLOCK_LITERAL;
	if (before !== undefined && before !== Scalar.PLAIN) return before;
	return RESERVED_WORD.test(text) || LIKE_A_NUMBER.test(text) ? Scalar.QUOTE_DOUBLE : undefined;
}

function changeScalar(scalar: Scalar, value: unknown): Scalar {
	const type = typeof value === 'string' ? typeFor(value, scalar.type) : undefined;
	return Object.assign(scalar, { value, type, format: undefined, minFractionDigits: undefined });
}

/** An item that says the same takes its comments along, wherever it goes; others are changed in their place. */
function changeItems(list: YAMLSeq<Node>, values: readonly unknown[], field: FieldDescription | undefined) {
	const before = list.items;
	const same = groupBy(before, (item) => JSON.stringify(saidBy(item)));
	const kept = values.map((value) => same.get(JSON.stringify(value))?.shift());
	const taken = new Set(kept);
	list.items = values.map((value, index) => {
		const inPlace = taken.has(before[index]) ? undefined : before[index];
		return kept[index] ?? nodeFor(value, field, inPlace);
	});
	return list;
}

/** A new field comes after those that the schema has before it; one that it does not know comes last. */
function changeFields(group: FieldNodes, fields: Fields, known: readonly FieldDescription[]) {
	const pairs = new Map(group.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
	let place = 0;
	for (const name of new Set([...known.map((field) => field.name), ...pairs.keys(), ...Object.keys(fields)])) {
		const pair = pairs.get(name);
		if (pair) place = group.items.indexOf(pair) + 1;
		if (Object.hasOwn(fields, name)) {
			const field = known.find((one) => one.name === name);
			const node = nodeFor(fields[name], field, pair?.value);
			if (pair) pair.value = node;
			else group.items.splice(place++, 0, new Pair(changeScalar(new Scalar(name), name), node));
		} else if (pair && saidBy(pair.value) !== undefined) {
			group.items.splice(--place, 1);
		}
	}
	return group;
}

/** Ids out of a vocabulary stand on one line. */
function newList(field: FieldDescription | undefined) {
	const list = new YAMLSeq<Node>();
	list.flow = field?.isList === true && field.type === 'choice';
	return list;
}

/** A group that says some fields. */
const groupFor = (fields: Fields, known: readonly FieldDescription[], before: Node | null | undefined) =>
	changeFields(isMap<Node, Node | null>(before) ? before : new YAMLMap(), fields, known);

/** A node that says a value: of the one before, everything that says the same already. */
function nodeFor(value: unknown, field: FieldDescription | undefined, before: Node | null | undefined): Node {
	if (before && isSame(saidBy(before), value)) return before;
	if (isGroup(value)) return groupFor(value, field ? fieldsIn(field) : [], before);
	if (!Array.isArray(value)) return changeScalar(isScalar(before) ? before : new Scalar(value), value);
	const isList = isSeq<Node>(before) && before.items.length > 0;
	return changeItems(isList ? before : newList(field), value, field);
}

/** YAML to be changed; empty where a change would not come out as it is meant. */
function open(yaml: string): Document {
	const document = parse(yaml);
	let isUsable = document.errors.length === 0;
	// What an alias repeats would change, or go, with its anchor.
	visit(document, {
		Alias: () => {
			isUsable = false;
			return visit.BREAK;
		},
	});
	return isUsable ? document : parse('');
}

/**
 * Fields as YAML, in the order of their schema. Of an original everything stays that says the same: order, comments,
 * blank lines, quotation marks.
 */
export function formatFields(fields: Fields, schema: z.ZodObject, original = ''): string {
	const document = open(original);
	document.contents = groupFor(fields, descriptionsOf(schema), document.contents);
	// Twice: where a blank line or a comment came to stand at the top of a group, only then nothing moves any more.
	return print(parse(print(document)));
}
