import type { z } from 'zod';
import { formats, type Explanation } from './wrong-formats.ts';

const typeNames: Record<string, string> = {
	string: 'text',
	int: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of fields',
};

/** What to do about something missing that is no single value. */
const missing: Record<string, string> = { array: 'Add at least one.', object: 'Fill in its fields.' };

const list = (values: readonly unknown[]) => values.map(String).join(', ');

/** What is wrong with a field that no schema has. */
export const unknownField: Explanation = {
	rule: 'is a field that nobody knows',
	mend: 'Correct its spelling, or remove it.',
};

function explainType(expected: string, value: unknown): Explanation {
	const type = typeNames[expected] ?? expected;
	if (value === undefined || value === null) {
		return { rule: 'is missing', mend: missing[expected] ?? `Add it; it must be ${type}.` };
	}
	const rule = `is not ${type}`;
	if (expected === 'string' && typeof value !== 'object') return { rule, mend: 'Put quotation marks around it.' };
	if (expected === 'string' && !Array.isArray(value)) {
		return { rule, mend: 'Give text. In a file, one with a colon or brackets needs quotation marks.' };
	}
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
	if ((expected === 'number' && Number.isFinite(number)) || (expected === 'int' && Number.isInteger(number))) {
		return { rule, mend: 'Write it without quotation marks.' };
	}
	return { rule, mend: `Give ${type}.` };
}

/** Says in plain words what a zod issue about a value means and how to mend it, with the word that is wrong if it knows. */
export function explainIssue(issue: z.core.$ZodIssue, value: unknown): Explanation {
	const isMissing = value === undefined || value === null;
	switch (issue.code) {
		case 'invalid_type':
			return explainType(issue.expected, value);
		case 'invalid_value':
			return {
				rule: isMissing ? 'is missing' : 'is not one of the choices',
				mend: `Use one of: ${list(issue.values)}.`,
			};
		case 'too_small': {
			const what = issue.origin === 'string' ? 'character(s)' : issue.origin === 'array' ? 'item(s)' : undefined;
			return what
				? {
						rule: `has fewer than ${issue.minimum} ${what}`,
						mend: 'Fill it in, or remove the field if it is optional.',
					}
				: { rule: `is less than ${issue.minimum}`, mend: `Give a number from ${issue.minimum} up.` };
		}
		case 'too_big': {
			const what = issue.origin === 'string' ? 'characters' : issue.origin === 'array' ? 'items' : undefined;
			return what
				? { rule: `has more than ${issue.maximum} ${what}`, mend: `Shorten it to at most ${issue.maximum} ${what}.` }
				: { rule: `is more than ${issue.maximum}`, mend: `Give a number up to ${issue.maximum}.` };
		}
		case 'invalid_format': {
			const known = formats[issue.format] ?? {
				rule: `is not a valid ${issue.format}`,
				mend: 'See the hint of this field.',
			};
			// A schema that gives its own words knows better than the general ones.
			return issue.message.startsWith('Invalid ') ? known : { rule: issue.message, mend: known.mend };
		}
		case 'invalid_union': {
			const inner = issue.errors.flat()[0];
			return inner
				? explainIssue(inner, value)
				: { rule: 'fits none of the forms allowed here', mend: 'See the hint of this field.' };
		}
		case 'custom': {
			const word: unknown = issue.params?.['word'];
			return {
				rule: typeof word === 'string' ? `${issue.message}, in “${word}”` : issue.message,
				mend: String(issue.params?.['mend'] ?? 'Correct it; the hint of this field says how.'),
			};
		}
		default:
			return { rule: issue.message, mend: 'Correct it; the hint of this field says how.' };
	}
}
