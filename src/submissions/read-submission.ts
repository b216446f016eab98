import type { z } from 'zod';
import { explainIssue } from '../files/explain-issue.ts';
import type { Fields } from '../files/values.ts';
import type { HostedForm } from '../forms/hosted-forms.ts';
import { descriptionsOf, labelsAlong, type FieldDescription } from '../schemas/describe-fields.ts';
import { hostFieldNames, reservedFieldNames } from '../schemas/sender.ts';
import { withSeenSigns } from '../schemas/unseen-signs.ts';
import { slugOfProfile } from './slug-of-profile.ts';

/** What the host received for a form: every field as it was posted, those with several choices as a list. */
export type PostedData = Readonly<Record<string, unknown>>;

/** A form that somebody sent, as the host keeps it. */
export interface Submission {
	/** The host’s own id for it: the same each time it is told of. */
	id: string;
	/** The name of the form. */
	form: string;
	/** The moment at which the host received it, `2027-03-31T21:59:59.000Z`. */
	receivedAt: string;
	data: PostedData;
}

/** What is wrong with a submission, a sentence for each field. None of them repeats what was sent. */
export interface SubmissionProblem {
	field: string;
	sentence: string;
}

/** What the schema of the form makes of a submission. */
export type ReadSubmission<V> =
	{ values: V; problems?: undefined } | { values?: undefined; problems: SubmissionProblem[] };

/** A posted text as its schema means it: browsers post a line break as two characters, and people paste them into lines. */
const trimmed = (text: string, hasLines: boolean): string =>
	(hasLines
		? withSeenSigns(text).replaceAll('\r\n', '\n')
		: withSeenSigns(text)
				.replace(/\s*[\r\n]+\s*/g, ' ')
				.replace(/\t+/g, ' ')
	).trim();

/** A posted value in the shape that its schema expects. What was left empty was not answered. */
function shapedFor({ isMultiline = false, collection, isList }: FieldDescription, posted: unknown): unknown {
	const texts = [posted].flat().map((item) => {
		if (typeof item !== 'string') return item;
		const text = trimmed(item, isMultiline);
		// Without script some people paste the address of a page where its last part is meant.
		return collection === 'clusters' ? (slugOfProfile(text) ?? text) : text;
	});
	const filled = texts.filter((text) => text !== '' && text !== undefined && text !== null);
	if (filled.length === 0) return undefined;
	return isList || filled.length > 1 ? filled : filled[0];
}

const ofTheHost = new Set(hostFieldNames);

/** Netlify keeps several choices only if the name of their field ends in brackets, as `themes[]`. */
const withoutBrackets = (name: string): string => name.replace(/\[\]$/, '');

/** What was posted, each field in the shape that its schema expects; nothing is checked yet. */
export function shapedBy({ schema }: HostedForm, data: PostedData): Fields {
	const fields = descriptionsOf(schema);
	return Object.fromEntries(
		Object.entries(data).flatMap(([postedName, posted]) => {
			const name = withoutBrackets(postedName);
			if (ofTheHost.has(name)) return [];
			const field = fields.find((known) => known.name === name);
			const value = field ? shapedFor(field, posted) : posted;
			return value === undefined ? [] : [[name, value]];
		}),
	);
}

/** An issue that does not repeat what was sent. */
const withoutWords = (issue: z.core.$ZodIssue): z.core.$ZodIssue =>
	issue.code === 'custom' ? { ...issue, params: { ...issue.params, word: undefined } } : issue;

/** Reads what a form sent by its schema. Fields that the form does not have are refused. */
export function readSubmission<S extends z.ZodObject>(
	form: HostedForm & { schema: S },
	data: PostedData,
): ReadSubmission<z.infer<S>> {
	const { schema } = form;
	const shaped = shapedBy(form, data);
	const result = schema.safeParse(shaped);
	if (result.success) return { values: result.data };
	const problems = result.error.issues.flatMap((issue): SubmissionProblem[] => {
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map(() => ({ field: '', sentence: 'It has a field that the form does not have.' }));
		}
		const field = String(issue.path[0] ?? '');
		const { rule, mend } = explainIssue(withoutWords(issue), shaped[field]);
		return [{ field, sentence: `${labelsAlong(schema, issue.path).join(' › ')} ${rule}. ${mend}` }];
	});
	// Each wrong item of a list has the same sentence.
	return { problems: [...new Map(problems.map((problem) => [problem.sentence, problem])).values()] };
}

const sayNothing = new Set(reservedFieldNames);

/** Whether nothing was said, beside who sent it: it was posted past the form, which asks for an answer. */
export const isEmpty = (data: PostedData): boolean =>
	Object.entries(data).every(
		([name, posted]) =>
			sayNothing.has(withoutBrackets(name)) ||
			[posted].flat().every((item) => typeof item !== 'string' || item.trim() === ''),
	);
