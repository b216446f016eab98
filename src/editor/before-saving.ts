import type { Map as ImmutableMap } from 'immutable';
import { keptAside } from '../cms/config.ts';
import type { Fields } from '../cms/pruned.ts';
import type { CollectionName } from '../schemas/collections.ts';
import { checkDraft } from './check-draft.ts';
import { noteRename } from './renames.ts';

/** The draft with the slug that it had as an alias, and without one that it has again. */
function withAlias(draft: Fields, former: string, slug: string): Fields {
	const aliases = ((draft['aliases'] as string[] | undefined) ?? []).filter((alias) => alias !== slug);
	return { ...draft, aliases: [...aliases, former] };
}

/**
 * The last look at a draft before it is saved: refuses with a sentence what the build would refuse, and turns a
 * changed address into a move that keeps the old one. Returns the data to save.
 */
export function beforeSaving({ entry }: { entry: ImmutableMap<string, unknown> }): unknown {
	const collection = entry.get('collection') as CollectionName;
	const data = entry.get('data') as ImmutableMap<string, unknown>;
	const draft = data.toJS();
	const problem = draft[keptAside.problem];
	if (typeof problem === 'string') throw new Error(`This file cannot be saved from here. ${problem}`);
	const [first] = checkDraft(collection, draft);
	if (first) throw new Error(first.sentence);
	const former = entry.get('slug') as string | undefined;
	const slug = draft[keptAside.slug];
	if (typeof slug !== 'string' || slug === '' || !former || slug === former || entry.get('newRecord')) return undefined;
	noteRename(entry.get('path') as string, slug);
	return data.merge(withAlias(draft, former, slug));
}
