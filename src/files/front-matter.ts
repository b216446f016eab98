import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { unreadableIn } from '../schemas/unseen-signs.ts';
import type { Problem } from './problem.ts';
import { isGroup, type Fields } from './values.ts';

/** A content file taken apart: its fields, and its body with the line it starts on. */
export interface ParsedFile {
	fields: Fields;
	body: string;
	/** The fields as text, to find the line of one. */
	yaml: string;
	/** Line of the file on which the YAML starts, counted from 1. */
	yamlLine: number;
	bodyLine: number;
}

const FRONT_MATTER = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

/** The longest file that is read, in characters; the longest entry so far has a fiftieth of it. */
export const FILE_MAX_CHARACTERS = 1_000_000;

/** How many values the fields of a file may have, and how deep they may lie in each other. */
const MAX_VALUES = 20_000;
const MAX_DEPTH = 100;

/** What makes fields dangerous to work with, if anything. Aliases count as what they stand for. */
function refuseFields(fields: unknown): Pick<Problem, 'rule' | 'mend'> | undefined {
	const waiting: [value: unknown, depth: number][] = [[fields, 0]];
	for (let seen = 1, next = waiting.pop(); next; next = waiting.pop()) {
		const [value, depth] = next;
		if (value === null || typeof value !== 'object') continue;
		const inner: unknown[] = Object.values(value);
		seen += inner.length;
		// A few lines of aliases to aliases can stand for billions of values.
		if (seen > MAX_VALUES || depth > MAX_DEPTH) {
			const rule = `The fields hold more than ${MAX_VALUES} values, or lists in lists without end`;
			return { rule, mend: 'Write fewer; mind that an alias (*) repeats everything its anchor (&) stands for.' };
		}
		for (const innerValue of inner) waiting.push([innerValue, depth + 1]);
	}
	return undefined;
}

/** The body of a Markdown file, without its front matter. */
export const bodyOf = (text: string): string => text.replace(FRONT_MATTER, '');

/** Takes a Markdown or YAML file apart; a file that is no YAML, or too large, comes back as a problem. */
export function parseFile(file: string, text: string): ParsedFile | Problem {
	if (text.length > FILE_MAX_CHARACTERS) {
		const rule = `The file has more than ${FILE_MAX_CHARACTERS} characters`;
		return { file, rule, mend: 'Shorten it, or make several entries of it.' };
	}
	const isYaml = file.endsWith('.yaml');
	const match = isYaml ? undefined : FRONT_MATTER.exec(text);
	if (!isYaml && !match) {
		return {
			file,
			lineNumber: 1,
			rule: 'The file does not start with its fields between two lines of ---',
			mend: 'Put the fields at the top of the file, between two lines of three hyphens.',
		};
	}
	const yaml = match?.[1] ?? text;
	const yamlLine = isYaml ? 1 : 2;
	try {
		// Whole days must stay text: the core schema of YAML 1.2 knows no dates.
		const fields = load(yaml, { schema: CORE_SCHEMA });
		const refusal = refuseFields(fields);
		if (refusal) return { file, lineNumber: yamlLine, ...refusal };
		if (!isGroup(fields)) {
			const mend = 'Write each field on a line of its own: its name, a colon and its value.';
			return { file, lineNumber: yamlLine, rule: 'The file holds no fields with names', mend };
		}
		return {
			fields,
			body: match ? text.slice(match[0].length) : '',
			yaml,
			yamlLine,
			bodyLine: match ? match[0].split('\n').length : 1,
		};
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		const row = yaml.split('\n').findIndex((text) => unreadableIn(text));
		const unreadable = unreadableIn(yaml.split('\n')[row] ?? '');
		if (unreadable) {
			const { rule, word, mend } = unreadable;
			return { file, lineNumber: yamlLine + row, rule: `The line ${rule}, in “${word}”`, mend };
		}
		return {
			file,
			lineNumber: yamlLine + (error.mark?.line ?? 0),
			rule: `The fields cannot be read as YAML: ${error.reason}`,
			mend: 'Check indentation and quotation marks near this line; text with a colon or # in it needs quotation marks.',
		};
	}
}

/** The fields of a file with their places, for as long as the file is looked at. */
const placed = new WeakMap<ParsedFile, ReturnType<typeof placesIn>>();

function placesIn(yaml: string) {
	const lineCounter = new LineCounter();
	return { document: parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false, lineCounter }), lineCounter };
}

/**
 * Line of the file on which a field stands, by its path. Of one that is missing in a group or list it is the line of
 * that, and undefined if nothing of the path is there.
 */
export function lineOfField(parsed: ParsedFile, path: readonly PropertyKey[]): number | undefined {
	const { document, lineCounter } = placed.get(parsed) ?? placesIn(parsed.yaml);
	placed.set(parsed, { document, lineCounter });
	let node: unknown = document.contents;
	let offset: number | undefined;
	for (const key of path) {
		if (isAlias(node)) node = node.resolve(document);
		const pair = isMap(node) ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === key) : undefined;
		const place = pair ? pair.key : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
		// Cast: every node that was read has a range.
		const range = (place as { range?: [number, number, number] } | undefined)?.range;
		if (!range) break;
		[offset] = range;
		node = pair ? pair.value : place;
	}
	return offset === undefined ? undefined : parsed.yamlLine + lineCounter.linePos(offset).line - 1;
}
