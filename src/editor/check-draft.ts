import * as z from 'zod';
import { checkEntry } from '../files/check-entry.ts';
import { explainIssue } from '../files/explain-issue.ts';
import type { Problem } from '../files/problem.ts';
import { pruned, prunedValue, type Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { capital } from '../formats/text.ts';
import { collections, isCollectionName, type CollectionName } from '../schemas/collections.ts';
import { descriptionAt } from '../schemas/describe-fields.ts';
import { fieldsOf } from './config.ts';
import { textOf } from './entry-values.ts';

/** Something wrong in a draft, beside the field where it can be mended. */
export interface DraftProblem {
	/** Where it is, as Decap names fields: `sources.0.url`. */
	path: string;
	/** The field of the form: the first part of the path to what is wrong. */
	field: string;
	/** Whether the field itself is meant, not something in it. */
	isWhole: boolean;
	sentence: string;
}

/** What to do, in a form: its fields show what can be chosen, and take nothing of another kind. */
function inForm(mend: string): string {
	if (mend.startsWith('Use one of:')) return 'Choose it from the list.';
	return mend.startsWith('Add it;') ? 'Fill it in.' : mend;
}

/** A problem of the content in a sentence for editors. */
export function toSentence({ label, field, rule, mend }: Problem): string {
	return `${label ?? field ?? ''} ${rule}. ${inForm(mend)}`.trim();
}

/** What the build would refuse in a draft today, in the build’s own words. `draft` is as the form holds it. */
export function checkDraft(collection: CollectionName, draft: Fields, today = brusselsToday()): DraftProblem[] {
	const { body, ...fields } = pruned(fieldsOf(draft));
	const parsed = { fields, body: textOf(body), yaml: '', yamlLine: 0, bodyLine: 0 };
	return checkEntry(collection, '', parsed, today).problems.map((problem) => {
		const path = (problem.field ?? '').replace(/\[(\d+)\]/g, '.$1');
		const [field = ''] = path.split('.');
		return { path, field, isWhole: field === path, sentence: toSentence(problem) };
	});
}

/** What is wrong with the value of one field inside a group or list, by its own schema; empty values are no matter. */
export function checkValue(path: string, value: unknown): string | undefined {
	const [collection, ...names] = path.split('.');
	if (!isCollectionName(collection) || names.length === 0) return undefined;
	const field = descriptionAt(collections[collection].schema, names.join('.'));
	const filled = prunedValue(value);
	const issue = field && filled !== undefined ? z.safeParse(field.schema, filled).error?.issues[0] : undefined;
	if (!issue || issue.path.length > 0) return undefined;
	const { rule, mend } = explainIssue(issue, filled);
	return `${capital(rule)}. ${inForm(mend)}`;
}
