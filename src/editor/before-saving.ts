import { List } from 'immutable';
import { writeEntryFile } from '../files/entry-file.ts';
import type { Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { unsettledFacts } from '../model/corrected-sources.ts';
import { newSlug } from '../model/new-slug.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { collectionOf, labelIn, type CollectionName } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { ask } from './ask.ts';
import { problemsOf } from './checked-control.ts';
import { fieldsOf, keptAside } from './config.ts';
import { toSettle } from './corrected-sources-panel.ts';
import { draftOf, publishedOf, titleOf } from './draft-facts.ts';
import { loadIndex, takenSlugs } from './entry-index.ts';
import { textOf, valuesOf, type DecapGroup, type EntryEvent } from './entry-values.ts';
import { isFromBackup, noteOpened } from './fresh-text.ts';
import { Refusal } from './refusal.ts';
import { noteSlug } from './renames.ts';
import { refuseNewSlug } from './slug-control.ts';
import { loadTextRules } from './text-problem.ts';
import { readForForm } from './unusable.ts';
import { warnAbout, type Surroundings } from './warnings.ts';

/** Former slugs after an entry got a new one: the published one is among them, and the new one is not. */
function formerSlugs(draft: Fields, published: string | undefined, slug: string): string[] {
	const all = [...aliasesOf(draft), ...(published === undefined ? [] : [published])];
	return [...new Set(all)].filter((alias) => alias !== slug);
}

/** Warnings that the editor has read and overruled, so that the next save does not ask again. */
const overruled = new Set<string>();

const restored = (title: string) =>
	`“${title}” is here as your browser kept it. If somebody changed it since, saving takes that away.`;

/** Asks the editor about warnings. Throws if they want to look again. */
async function askAbout(warnings: readonly string[]): Promise<void> {
	const fresh = warnings.filter((warning) => !overruled.has(warning));
	if (fresh.length === 0) return;
	const list = fresh.map((warning) => `• ${warning}`).join('\n\n');
	if (!(await ask(`Please look at this first:\n\n${list}`, 'Save all the same', 'Look again'))) {
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

/** Refuses an address that the entry cannot get. */
async function refuseAddress(entry: DecapGroup): Promise<void> {
	const { collection, path, slug: key, data } = valuesOf(entry);
	const wanted = data.get(keptAside.slug);
	const current = slugOf(path);
	if (wanted === undefined || wanted === current) return;
	const taken = await takenSlugs(collection, [key, current, ...aliasesOf(data.toJS())]);
	const sentence = refuseNewSlug(collection, current, wanted, taken);
	if (sentence !== undefined) throw new Refusal(sentence);
}

/** What is still to be done before an entry can be published; none of it without the rules for texts. */
async function problemsLeft(entry: DecapGroup): Promise<number> {
	if (textOf(valuesOf(entry).data.get('body')) !== '') await loadTextRules();
	return problemsOf(entry).length;
}

/** Refuses what could not be opened again as it was written: a draft may be unfinished, but nothing of it may be lost. */
function refuseUnreadable(collection: CollectionName, draft: Fields): void {
	const { sentence } = readForForm(
		collection,
		writeEntryFile(collection, fieldsOf(draft), textOf(draft[keptAside.source])),
	);
	if (sentence !== undefined) throw new Refusal(sentence);
}

/** Refuses a new entry without a name, which makes its address. */
function refuseNameless(collection: CollectionName, draft: Fields): void {
	const { titleField } = collectionOf(collection);
	if (titleField === undefined || textOf(draft[titleField]).trim() !== '') return;
	throw new Refusal(`${labelIn(collection, titleField)} is missing. Write it first: a draft is kept by its name.`);
}

/** Refuses what corrects something without saying on what it rests now, where saving publishes it. */
function refuseUnsettled(collection: CollectionName, draft: Fields): void {
	const { data: published } = readForForm(collection, draft[keptAside.source]);
	if (collection !== 'clusters' || !published) return;
	const facts = unsettledFacts(published, draft, brusselsToday());
	if (facts.length > 0) throw new Refusal(toSettle(facts, 'at the top of the form'));
}

/** What is said where problems keep an entry from being published. */
const toMend = (count: number) =>
	count === 1
		? 'One thing is to be mended: it is named at the top of the form.'
		: `${count} things are to be mended: they are listed at the top of the form.`;

/**
 * What happens before an entry is saved. Where that publishes it, what the build would refuse is refused; a draft may be
 * unfinished. What an editor should look at is asked about once nothing is missing, a new entry gets its address, and a
 * changed one becomes a move that keeps the old one. Returns the data to save, or undefined to save the draft as it is.
 */
export const beforeSaving =
	(periods: Surroundings['periods'], hasWorkflow: boolean) =>
	async ({ entry, backend }: EntryEvent): Promise<unknown> => {
		const { collection, data, path, isNew, isUnpublished, slug: key } = valuesOf(entry);
		const draft = data.toJS();
		const problem = draft[keptAside.problem];
		if (typeof problem === 'string') throw new Refusal(`This file cannot be saved from here. ${problem}`);
		if (isNew) refuseNameless(collection, draft);
		else await refuseAddress(entry);
		refuseUnreadable(collection, draft);
		const left = await problemsLeft(entry);
		if (left > 0 && !hasWorkflow) throw new Refusal(toMend(left));
		if (!isNew && !hasWorkflow) refuseUnsettled(collection, draft);
		const others = (await loadIndex())[collection] ?? [];
		const own = isNew ? undefined : key;
		const opened = textOf(draft[keptAside.source]);
		await askAbout([
			...(!isNew && isFromBackup(path, opened)
				? [restored(titleOf({ collection, data: draft, slug: slugOf(path) }))]
				: []),
			...(left > 0
				? []
				: warnAbout(collection, draft, {
						slug: own,
						others,
						published: isNew ? undefined : await publishedOf(backend, draftOf(entry)),
						periods,
						today: brusselsToday(),
					})),
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
