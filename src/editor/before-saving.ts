import { List } from 'immutable';
import type { Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { newSlug } from '../model/new-slug.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { collectionOf, type CollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { checkDraft } from './check-draft.ts';
import { picturesOf } from './checked-control.ts';
import { keptAside } from './config.ts';
import { loadIndex, takenSlugs } from './entry-index.ts';
import { textOf, valuesOf, type DecapGroup, type EntryEvent } from './entry-values.ts';
import { isFromBackup, noteOpened } from './fresh-text.ts';
import { Refusal } from './refusal.ts';
import { noteSlug } from './renames.ts';
import { loadTextRules, textProblem } from './text-problem.ts';
import { warnAbout, type Surroundings } from './warnings.ts';

/** Former slugs after an entry got a new one: the published one is among them, and the new one is not. */
function formerSlugs(draft: Fields, published: string | undefined, slug: string): string[] {
	const all = [...aliasesOf(draft), ...(published === undefined ? [] : [published])];
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
async function withNewSlug(collection: CollectionName, data: DecapGroup, taken: ReadonlySet<string>) {
	const { titleField = 'title' } = collectionOf(collection);
	const named = data.set(keptAside.slug, await newSlug(collection, textOf(data.get(titleField)), taken));
	const aliases = data.get('aliases');
	return List.isList(aliases)
		? named.set(
				'aliases',
				aliases.filterNot((alias) => taken.has(textOf(alias))),
			)
		: named;
}

/** Refuses what the build would refuse in a text: beside the field it stands only once the rules are loaded. */
async function refuseText({ body }: Fields, entry: DecapGroup): Promise<void> {
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
	async ({ entry }: EntryEvent): Promise<unknown> => {
		const { collection, data, path, isNew, isUnpublished, slug: key } = valuesOf(entry);
		const draft = data.toJS();
		const problem = draft[keptAside.problem];
		if (typeof problem === 'string') throw new Refusal(`This file cannot be saved from here. ${problem}`);
		const [first] = checkDraft(collection, draft);
		if (first) throw new Refusal(first.sentence);
		await refuseText(draft, entry);
		const others = (await loadIndex())[collection] ?? [];
		const own = isNew ? undefined : key;
		const opened = textOf(draft[keptAside.source]);
		askAbout([
			...(!isNew && isFromBackup(path, opened) ? [restored(slugOf(path))] : []),
			...warnAbout(collection, draft, { slug: own, others, periods, today: brusselsToday() }),
		]);
		if (isNew) return withNewSlug(collection, data, await takenSlugs(collection, []));
		noteOpened(path, opened);
		const slug = textOf(draft[keptAside.slug]) || slugOf(path);
		noteSlug(path, slug);
		if (slug === slugOf(path)) return undefined;
		// Drafts keep the slug that they began with, however often the file moves; what is new was no address yet.
		const published = isUnpublished ? undefined : own;
		return data.set('aliases', formerSlugs(draft, published, slug));
	};
