import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { formatPath } from '../../src/files/check-entry.ts';
import { readEntryFile, writeEntryFile } from '../../src/files/entry-file.ts';
import { parseFile } from '../../src/files/front-matter.ts';
import type { Fields } from '../../src/files/pruned.ts';
import { collectionNames, type CollectionName } from '../../src/schemas/collections.ts';
import { fixed, validEntry, valuesIn, withoutBody, withValue } from './entries-from-schema.ts';
import { realFiles } from './real-files.ts';

type Path = readonly (string | number)[];

/** What a field is called wherever it stands: `sources[].url`. */
const nameOf = (path: Path) => formatPath(path).replace(/\[\d+\]/g, '[]');

const fieldsIn = (entry: Fields) => valuesIn(withoutBody(entry)).filter(({ path }) => typeof path.at(-1) === 'string');

/** All values that the fields of a collection have, in entries made from its schema and in its files. */
function valuesByField(collection: CollectionName, entries: readonly Fields[]): Map<string, unknown[]> {
	const all = [...fc.sample(validEntry(collection), fixed), ...entries].flatMap(fieldsIn);
	const groups = Map.groupBy(all, ({ path }) => nameOf(path));
	return new Map([...groups].map(([name, fields]) => [name, fields.map(({ value }) => value)]));
}

/** The lines on which each field of some YAML stands, counted from 0: the first, and the first below. */
function linesOfFields(yaml: string): Map<string, [first: number, below: number]> {
	const counter = new LineCounter();
	const lineOf = (offset: number) => counter.linePos(offset).line - 1;
	const lines = new Map<string, [number, number]>();
	const look = (node: Node | null, path: Path) => {
		if (isSeq<Node>(node)) for (const [index, item] of node.items.entries()) look(item, [...path, index]);
		if (!isMap<Node, Node | null>(node)) return;
		for (const { key, value } of node.items) {
			if (!isScalar(key) || !key.range || !value?.range) continue;
			const inner = [...path, String(key.value)];
			const end = yaml.slice(0, value.range[1]).trimEnd().length;
			lines.set(formatPath(inner), [lineOf(key.range[0]), lineOf(end) + 1]);
			look(value, inner);
		}
	};
	look(parseDocument(yaml, { lineCounter: counter }).contents, []);
	return lines;
}

/** Whether two files differ on some lines alone. */
function differAlone(before: readonly string[], after: readonly string[], [first, below]: [number, number]): boolean {
	const countBelow = before.length - below;
	return (
		isDeepStrictEqual(before.slice(0, first), after.slice(0, first)) &&
		isDeepStrictEqual(before.slice(below), after.slice(Math.max(first, after.length - countBelow)))
	);
}

describe.each(collectionNames)('in every file of %s', (collection) => {
	const files = realFiles.filter((file) => file.collection === collection);
	const entries = files.map(({ text }) => readEntryFile(collection, text).data ?? {});
	const values = valuesByField(collection, entries);

	/** Every sixth field of a file, other ones in each, with another value that it could have: all take half a minute. */
	const changesOf = (file: string, entry: Fields) =>
		fieldsIn(entry).flatMap(({ path, value }, index) => {
			if ((index + file.length) % 6 !== 0) return [];
			const all = values.get(nameOf(path)) ?? [];
			const other = [...all.slice(index % all.length), ...all].find((one) => !isDeepStrictEqual(one, value));
			return other === undefined ? [] : [{ path, other }];
		});

	test('any field that gets another value changes its own lines alone', { timeout: 240_000 }, () => {
		let count = 0;
		const wrong = files.flatMap(({ file, text }, fileIndex) => {
			const entry = entries[fileIndex] ?? {};
			const parsed = parseFile(file, text);
			if ('rule' in parsed) return [file];
			const lines = linesOfFields(parsed.yaml);
			const above = parsed.yamlLine - 1;
			const before = text.split('\n');
			return changesOf(file, entry).flatMap(({ path, other }) => {
				count++;
				const [first, below] = lines.get(formatPath(path)) ?? [0, 0];
				const after = writeEntryFile(collection, withValue(entry, path, other), text).split('\n');
				const isSmall = below > 0 && differAlone(before, after, [above + first, above + below]);
				return isSmall && !isDeepStrictEqual(before, after) ? [] : [`${file}: ${formatPath(path)}`];
			});
		});
		expect(wrong).toEqual([]);
		// The smallest files have no more than three fields that can change.
		expect(count).toBeGreaterThanOrEqual(Math.floor(files.length / 3));
	});
});
