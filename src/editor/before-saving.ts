import type { List, Map as ImmutableMap } from 'immutable';
import type { Fields } from '../files/pruned.ts';
import { brusselsToday } from '../model/brussels-days.ts';
import { newSlug } from '../model/new-slug.ts';
import { collections, type Collection, type CollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { checkDraft } from './check-draft.ts';
import { picturesOf } from './checked-control.ts';
import { keptAside } from './config.ts';
import { loadIndex } from './entry-index.ts';
import { isFromBackup, noteOpened } from './fresh-text.ts';
import { Refusal } from './refusal.ts';
import { noteSlug } from './renames.ts';
import { loadTextRules, textProblem } from './text-problem.ts';
import { warnAbout, type Surroundings } from './warnings.ts';

/** An entry on its way out of the form, as Decap hands it to listeners. */
interface Saving {
	entry: ImmutableMap<string, unknown>;
}

/** Former slugs after an entry got a new one: the published one is among them, and the new one is not. */
function formerSlugs(draft: Fields, published: string | undefined, slug: string): string[] {
	const before = (draft['aliases'] as string[] | undefined) ?? [];
	const all = published === undefined ? before : [...before, published];
	return [...new Set(all)].filter((alias) => alias !== slug);
}

/** Warnings that the editor has read and overruled, so that the next save does not ask again. */
const overruled = new Set<string>();

const restored = (slug: string) =>
	`“${slug}” is here as your browser kept it. If somebody changed it since, saving takes that away.`;

/** Asks the editor about warnings. Throws if they want to look again. */
function askAbout(warnings: readonly string[]): void {
	const fresh = warnings.filter((warning) => !overruled.has(warning));
	if (fresh.length === 0) return;
	const list = fresh.map((warning) => `• ${warning}`).join('\n\n');
	if (!confirm(`Please look at this first:\n\n${list}\n\nSave all the same?`)) {
		throw new Refusal(`You wished to look again. ${fresh.join(' ')}`);
	}
	for (const warning of fresh) overruled.add(warning);
}

/** The data of a new entry with the slug that its file gets. A duplicate leaves the former slugs to its original. */
async function withNewSlug(
	collection: CollectionName,
	data: ImmutableMap<string, unknown>,
	taken: ReadonlySet<string>,
) {
	const { titleField = 'title' }: Collection = collections[collection];
	const aliases = (data.get('aliases') as List<string> | undefined)?.filter((alias) => !taken.has(alias));
	const named = data.set(keptAside.slug, await newSlug(collection, data.get(titleField) as string, taken));
	return aliases ? named.set('aliases', aliases) : named;
}

/** Refuses what the build would refuse in a text: beside the field it stands only once the rules are loaded. */
async function refuseText({ body }: Fields, entry: Saving['entry']): Promise<void> {
	if (typeof body !== 'string' || body === '') return;
	await loadTextRules();
	const problem = textProblem(body, picturesOf(entry));
	if (problem !== undefined) throw new Refusal(problem);
}

/**
 * What happens before a draft is saved: what the build would refuse is refused with a sentence, what an editor should
 * look at is asked about, a new entry gets its address, and a changed one becomes a move that keeps the old one.
 * Returns the data to save, or undefined to save the draft as it is.
 */
export const beforeSaving =
	(periods: Surroundings['periods']) =>
	async ({ entry }: Saving): Promise<unknown> => {
		const collection = entry.get('collection') as CollectionName;
		const data = entry.get('data') as ImmutableMap<string, unknown>;
		const draft = data.toJS();
		const problem = draft[keptAside.problem];
		if (typeof problem === 'string') throw new Refusal(`This file cannot be saved from here. ${problem}`);
		const [first] = checkDraft(collection, draft);
		if (first) throw new Refusal(first.sentence);
		const isNew = entry.get('newRecord') === true;
		await refuseText(draft, entry);
		const others = (await loadIndex())[collection] ?? [];
		const own = isNew ? undefined : (entry.get('slug') as string);
		const taken = new Set(others.filter(([slug]) => slug !== own).flatMap(([slug, , aliases]) => [slug, ...aliases]));
		const path = entry.get('path') as string;
		const opened = draft[keptAside.source] as string;
		askAbout([
			...(!isNew && isFromBackup(path, opened) ? [restored(slugOf(path))] : []),
			...warnAbout(collection, draft, { slug: own, others, periods, today: brusselsToday() }),
		]);
		if (isNew) return withNewSlug(collection, data, taken);
		noteOpened(path, opened);
		const wanted = draft[keptAside.slug];
		const slug = typeof wanted === 'string' && wanted !== '' ? wanted : slugOf(path);
		noteSlug(path, slug);
		if (slug === slugOf(path)) return undefined;
		// Drafts keep the slug that they began with, however often the file moves; what is new was no address yet.
		const published = entry.get('isModification') === false ? undefined : own;
		return data.set('aliases', formerSlugs(draft, published, slug));
	};
