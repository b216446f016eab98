import { isSame, itemsOf, pruned, valueAt, type Fields } from '../files/values.ts';
import { clusterSchema, supportableFields } from '../schemas/cluster.ts';
import { collectionOf, type CollectionName } from '../schemas/collections.ts';
import { descriptionAt } from '../schemas/describe-fields.ts';

/** What a draft is, for whoever decides on it. */
export interface DraftKind {
	kind: 'proposal' | 'correction' | 'new' | 'edit';
	/** The same in words: “Correction: Founded 2017 → 2016”. */
	words: string;
}

/** Whether a new profile is as the form of the site makes it: one source, for all that is filled in. */
function isAsProposed(fields: Fields): boolean {
	const filled = Object.keys(fields).filter((name) => supportableFields.includes(name) && name !== 'body');
	const [source, ...others] = itemsOf(fields['sources']);
	const supports = itemsOf(valueAt(source, ['supports'])).map(String);
	return others.length === 0 && fields['check'] === undefined && isSame([...supports].sort(), [...filled].sort());
}

/** What a draft corrects, in words; undefined if it adds no line to the corrections. */
function correctionOf(before: Fields, after: Fields): string | undefined {
	const known = itemsOf(before['corrections']);
	const added = itemsOf(after['corrections']).filter((line) => !known.some((each) => isSame(each, line)));
	if (added.length === 0) return undefined;
	return added
		.map((line) => {
			const textAt = (name: string) => {
				const value = valueAt(line, [name]);
				return typeof value === 'string' ? value : '…';
			};
			const label = descriptionAt(clusterSchema, textAt('field'))?.title ?? 'a fact';
			return `${label} ${textAt('from')} → ${textAt('to')}`;
		})
		.join(', ');
}

/** What a draft is: `before` is what is published, if anything is. */
export function kindOfDraft(collection: CollectionName, before: Fields | undefined, after: Fields): DraftKind {
	const fields = pruned(after);
	const { label } = collectionOf(collection);
	if (before !== undefined) {
		const corrected = correctionOf(pruned(before), fields);
		return corrected === undefined
			? { kind: 'edit', words: 'Edit' }
			: { kind: 'correction', words: `Correction: ${corrected}` };
	}
	const by = fields['proposedBy'];
	if (typeof by === 'string') return { kind: 'proposal', words: `Proposal from ${by}` };
	return collection === 'clusters' && isAsProposed(fields)
		? { kind: 'proposal', words: 'Proposal, sent without the name of an organisation' }
		: { kind: 'new', words: `New ${label}` };
}
