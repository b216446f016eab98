import { collections, type CollectionName, type DataOf } from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/labels.ts';
import { explainIssue } from './explain-issue.ts';
import { lineOfField, type ParsedFile } from './front-matter.ts';
import type { Problem } from './problem.ts';

/** What stands at a path of an entry's fields, or undefined. */
function valueAt(fields: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(value, key) =>
			value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
		fields,
	);
}

/** A path as text: `sources[0].url`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
	path.reduce<string>(
		(text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
		'',
	);

/** The labels of a path, as forms show them: “Sources › Address”. Undefined where there are none. */
export const labelOf = (collection: CollectionName, path: readonly PropertyKey[]): string | undefined =>
	labelsAlong(collections[collection].schema, path).join(' › ') || undefined;

/** Checks the fields of one file against the schema of its collection. Collects every problem. */
export function checkEntry<N extends CollectionName>(
	collection: N,
	file: string,
	parsed: ParsedFile,
): { data?: DataOf<N>; problems: Problem[] } {
	const { schema } = collections[collection];
	const result = schema.safeParse(parsed.fields);
	if (result.success) return { data: result.data as DataOf<N>, problems: [] };
	const problems = result.error.issues.map((issue): Problem => {
		const path =
			issue.code === 'unrecognized_keys' && issue.keys.length === 1 ? [...issue.path, ...issue.keys] : issue.path;
		const value = valueAt(parsed.fields, path);
		const lineNumber = lineOfField(parsed, path[0]);
		const label = labelOf(collection, issue.path);
		return {
			file,
			...(lineNumber ? { lineNumber } : {}),
			...(path.length > 0 ? { field: formatPath(path) } : {}),
			...(label ? { label } : {}),
			...(value !== undefined && typeof value !== 'object' && issue.code !== 'custom' ? { value } : {}),
			...explainIssue(issue, value === undefined || value === null),
		};
	});
	return { problems };
}
