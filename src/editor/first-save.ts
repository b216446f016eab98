import { fromJS } from 'immutable';
import type { Fields } from '../files/values.ts';
import { groupOf, textOf, type DecapGroup } from './entry-values.ts';

/** What a first save gives an entry besides what the form holds: what is kept aside, and the former slugs that are its own. */
const isGiven = (_value: unknown, name: string) => name.startsWith('$') || name === 'aliases';

/**
 * What Decap knows of the form after the first save of a new entry, as it was read back: the form stays as it is by now,
 * with what was typed meanwhile. Undefined for any other entry that is opened.
 */
export function afterFirstSave(draft: DecapGroup, saved: Fields): DecapGroup | undefined {
	const entry = groupOf(draft.get('entry'));
	const sent = draft.get('sent');
	if (sent === undefined || entry.get('newRecord') !== true || entry.get('collection') !== saved['collection']) {
		return undefined;
	}
	const typed = groupOf(entry.get('data'));
	const read = groupOf(fromJS(saved));
	const data = typed.delete('aliases').merge(groupOf(read.get('data')).filter(isGiven));
	return draft
		.delete('sent')
		.set('entry', read.set('newRecord', false).set('data', data))
		.set('hasChanged', !typed.equals(sent));
}

/** A published entry whose first draft was just saved, as the draft that it is. All others as they are. */
export const asFirstDraft = (entry: DecapGroup): DecapGroup =>
	textOf(entry.get('path')) === '' || textOf(entry.get('status')) !== ''
		? entry
		: entry.merge({ status: 'draft', isModification: true });
