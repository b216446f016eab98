import { readEntryFile } from '../files/entry-file.ts';
import { explainIssue } from '../files/explain-issue.ts';
import { type Fields, pruned, valueAt } from '../files/values.ts';
import { collections, type CollectionName } from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/describe-fields.ts';
import { fieldsOf } from './config.ts';

/** What decoders put for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** Texts that stand for files that the git host did not give, and why; known to this page alone. */
const failures = new Map<string, string>();

/** A text in place of a file that could not be fetched; the form says why, as of any other that cannot be read. */
export function textOfFailure(error: unknown): string {
	const text = `failed:${crypto.randomUUID()}`;
	failures.set(text, error instanceof Error ? error.message : String(error));
	return text;
}

/** Where a list or group stands in place of a text, or the other way round: no field of the form could show it. */
function wrongShape(collection: CollectionName, data: Fields): string | undefined {
	const { schema } = collections[collection];
	// A field that the schema does not know, such as the body, is no matter here.
	for (const issue of schema.safeParse(data).error?.issues ?? []) {
		const value = valueAt(data, issue.path);
		const isInList = typeof issue.path.at(-1) === 'number';
		if (value === undefined || (value === null && !isInList)) continue;
		const wantsInner = issue.code === 'invalid_type' && ['array', 'object', 'record'].includes(issue.expected);
		const isOfWrongKind = ['invalid_type', 'invalid_value', 'invalid_union', 'invalid_format'].includes(issue.code);
		if (!wantsInner && !(isOfWrongKind && typeof value === 'object')) continue;
		const { rule, mend } = explainIssue(issue, value);
		return `${labelsAlong(schema, issue.path).join(' › ')} ${rule}. ${mend}`;
	}
	return undefined;
}

/** The fields of a file for the form, or in a sentence why the form cannot show and save it. Never throws. */
export function readForForm(
	collection: CollectionName,
	text: unknown,
): { data: Fields; sentence?: never } | { data?: never; sentence: string } {
	if (typeof text !== 'string' || text === '') return { sentence: 'The file is empty, or it is not there any more.' };
	const failure = failures.get(text);
	if (failure !== undefined)
		return { sentence: `The file could not be fetched: ${failure.replace(/\.$/, '')}. Try again later.` };
	if (text.includes(REPLACEMENT)) {
		return { sentence: 'The file is not in UTF-8. Save it again with the encoding UTF-8.' };
	}
	try {
		const { data, problem } = readEntryFile(collection, text);
		if (problem) {
			const { lineNumber, rule, mend } = problem;
			return { sentence: `${lineNumber === undefined ? '' : `Line ${lineNumber}: `}${rule}. ${mend}` };
		}
		// What the form keeps aside must not come out of a file.
		const fields = fieldsOf(data);
		const sentence = wrongShape(collection, pruned(fields));
		return sentence === undefined ? { data: fields } : { sentence };
	} catch (error) {
		return { sentence: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
	}
}
