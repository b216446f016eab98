import { readEntryFile, writeEntryFile } from '../files/entry-file.ts';
import { isGroup, isSame, pruned, type Fields } from '../files/values.ts';
import { hostOf } from '../formats/host-of.ts';
import { shortened } from '../formats/text.ts';
import { restedOn } from '../model/corrected-sources.ts';
import {
	CORRECTION_MAX_CHARACTERS,
	clusterFields,
	clusterSchema,
	supportableFields,
	type Cluster,
} from '../schemas/cluster.ts';
import { descriptionAt, type FieldDescription } from '../schemas/describe-fields.ts';
import { correctableFacts, type Correction, type Proposal } from '../schemas/submission.ts';

/** The text of a file for the board, or why an editor has to write it by hand. */
export type DraftText = { text: string; problem?: undefined } | { text?: undefined; problem: string };

/** The fields of a profile as it was proposed, as far as they are filled in. It has no check: an editor makes that. */
export function proposedFields({ source, proposedBy, ...sent }: Partial<Proposal>): Fields {
	const facts = Object.fromEntries(Object.entries(sent).filter(([name]) => supportableFields.includes(name)));
	const supports = Object.keys(facts);
	return pruned({ ...facts, sources: source && [{ title: hostOf(source), url: source, supports }], proposedBy });
}

/** The file of a profile as it was proposed. */
export const proposedProfile = (proposal: Proposal): string => writeEntryFile('clusters', proposedFields(proposal));

const sameWords = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The choice that a text names by its id or its label. */
const choiceNamed = ({ choices }: FieldDescription, text: string): string | undefined =>
	choices.find(({ value, label }) => sameWords(value, text) || sameWords(label, text))?.value;

/** The value of a fact that a text states; undefined if it takes a person to tell. */
function valueFrom(fact: FieldDescription, text: string): unknown {
	const { type, isList } = fact;
	if (type === 'choice') {
		if (!isList) return choiceNamed(fact, text);
		const chosen = text.split(/[,;]/).map((part) => choiceNamed(fact, part));
		return chosen.every((id) => id !== undefined) ? chosen : undefined;
	}
	if (isList) return undefined;
	if (type === 'whole number' || type === 'number') return /^\d+$/.test(text) ? Number(text) : undefined;
	return type === 'text' || type === 'day' ? text : undefined;
}

/** A value of a fact in words, as the list of corrections shows it. */
function wordsOf(fact: FieldDescription, value: unknown): string {
	if (value === undefined) return 'not stated';
	if (Array.isArray(value)) return value.map((item) => wordsOf(fact, item)).join(', ');
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return fact.choices.find((choice) => choice.value === text)?.label ?? text;
}

/** The same as a line, as long as the list of corrections takes one. */
const lineOf = (fact: FieldDescription, value: unknown): string =>
	shortened(wordsOf(fact, value), CORRECTION_MAX_CHARACTERS);

/**
 * The sources with one that supports the corrected fact. Those before supported what stood there, and are taken off it;
 * not where it is a part of a group, which they may support in another part: the editor is asked.
 */
function withSource(sources: Cluster['sources'], url: string, fact: string, isPart: boolean): Fields[] {
	const added = sources.some((source) => source.url === url)
		? sources
		: [...sources, { title: hostOf(url), url, supports: [] }];
	return restedOn(
		added,
		fact,
		(source) => source.url === url || (isPart && source.supports.some((name) => name === fact)),
	);
}

/** A number of members, with its year if that was sent along: “22”, “22 (2027)”. */
const NUMBER_OF_MEMBERS = /^(\d+)(?:[^\d]{1,5}(\d{4})\D?)?$/;

/** What becomes of a group of facts when a part of it is corrected. A number of members brings its year along. */
function correctedGroup(group: Fields, path: string, part: string, proposed: string, value: unknown): Fields {
	if (path !== 'members.total') return { ...group, [part]: value };
	const year = NUMBER_OF_MEMBERS.exec(proposed)?.[2];
	return pruned({ ...group, total: value, asOf: year ?? 'undated', qualifier: undefined });
}

const BY_HAND = 'What it should say has to be put into the fields by an editor.';

/**
 * The file of a profile with a fact corrected, and the correction noted with its day (`YYYY-MM-DD`). Where the words
 * sent are not a value of the fact, or the profile would no longer be valid, an editor has to do it.
 */
export function correctedProfile(correction: Correction, original: string, today: string): DraftText {
	const { data } = readEntryFile('clusters', original);
	if (!data) return { problem: 'The file of this profile cannot be read.' };
	const { field: path, proposed, source, note } = correction;
	const [fact = '', part] = path.split('.');
	const description = descriptionAt(clusterSchema, path);
	const number = path === 'members.total' ? (NUMBER_OF_MEMBERS.exec(proposed)?.[1] ?? '') : proposed;
	const value = description && valueFrom(description, number);
	if (!description || value === undefined) return { problem: BY_HAND };
	// Nothing is published that no source supports.
	if (source === undefined) return { problem: 'No page is named on which it can be checked.' };
	const before = data[fact];
	const group = isGroup(before) ? before : {};
	const present = part === undefined ? before : group[part];
	if (isSame(present, value)) return { problem: 'The profile says so already.' };
	const sources = clusterFields.sources.safeParse(data['sources']);
	if (!sources.success) return { problem: BY_HAND };
	const corrected: Fields = {
		...data,
		[fact]: part === undefined ? value : correctedGroup(group, path, part, proposed, value),
		sources: withSource(sources.data, source, fact, part !== undefined),
		corrections: [
			...[data['corrections'] ?? []].flat(),
			pruned({
				on: today,
				field: fact,
				from: lineOf(description, present),
				to: lineOf(description, value),
				note,
			}),
		],
	};
	const isValid = clusterSchema.safeParse(pruned({ ...corrected, body: undefined })).success;
	return isValid ? { text: writeEntryFile('clusters', corrected, original) } : { problem: BY_HAND };
}

/** The label of a fact that can be corrected. */
export const labelOfFact = (path: string): string => correctableFacts[path] ?? path;
