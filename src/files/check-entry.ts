import { addDays, lastDayDone } from '../formats/brussels-days.ts';
import { collections, type CollectionName, type DataOf } from '../schemas/collections.ts';
import { datesAhead } from '../schemas/days-done.ts';
import { labelsAlong } from '../schemas/describe-fields.ts';
import { explainIssue, unknownField } from './explain-issue.ts';
import { lineOfField, type ParsedFile } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { valueAt } from './values.ts';

/** A path as text: `sources[0].url`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
	path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
		'',
	);

/** A problem with one field of a file: its label and line are looked up, its value shown if it says something. */
export function problemAt(
	collection: CollectionName,
	file: string,
	parsed: ParsedFile,
	path: readonly PropertyKey[],
	explanation: Pick<Problem, 'rule' | 'mend'>,
	showsValue = true,
): Problem {
	const value = valueAt(parsed.fields, path);
	const lineNumber = lineOfField(parsed, path);
	const labels = labelsAlong(collections[collection].schema, path);
	// The label of a group must not stand for an unknown field in it.
	const isLabelled = labels.length > 0 && labels.length === path.filter((key) => typeof key === 'string').length;
	return {
		file,
		...(lineNumber ? { lineNumber } : {}),
		...(path.length > 0 ? { field: formatPath(path) } : {}),
		...(isLabelled ? { label: labels.join(' › ') } : {}),
		...(showsValue && value !== undefined && typeof value !== 'object' ? { value } : {}),
		...explanation,
	};
}

/** What is dated later than a day and was done all the same. Clocks differ, so tomorrow is no lie yet. */
function findDatesAhead(collection: CollectionName, file: string, parsed: ParsedFile, today: string): Problem[] {
	const mend = 'Write when it was done.';
	return datesAhead(collections[collection].schema, parsed.fields, addDays(today, 1)).map(({ path }) =>
		problemAt(collection, file, parsed, path, { rule: `lies after today, ${today}`, mend }),
	);
}

/**
 * Checks the fields of one file against the schema of its collection, as they are right on a day. Collects every
 * problem.
 */
export function checkEntry<N extends CollectionName>(
	collection: N,
	file: string,
	parsed: ParsedFile,
	today = lastDayDone(),
): { data?: DataOf<N>; problems: Problem[] } {
	const result = collections[collection].schema.safeParse(parsed.fields);
	const ahead = findDatesAhead(collection, file, parsed, today);
	// TypeScript does not tie the schema to the name that it was found by.
	if (result.success) return { data: result.data as DataOf<N>, problems: ahead };
	const problems = result.error.issues.flatMap((issue): Problem[] => {
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => problemAt(collection, file, parsed, [...issue.path, key], unknownField, false));
		}
		const explanation = explainIssue(issue, valueAt(parsed.fields, issue.path));
		return [problemAt(collection, file, parsed, issue.path, explanation, issue.code !== 'custom')];
	});
	const wrong = new Set(problems.map(({ field }) => field));
	return { problems: [...problems, ...ahead.filter(({ field }) => !wrong.has(field))] };
}
