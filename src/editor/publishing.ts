import { type Fields, valueAt } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { unsettledFacts } from '../model/corrected-sources.ts';
import { entryAt, keyOf } from '../model/referrers.ts';
import { aliasesOf } from '../schemas/aliases.ts';
import { collectionOf, collections, fileOf, labelIn, type CollectionName } from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/describe-fields.ts';
import { BODY_LABEL } from '../schemas/fields.ts';
import { referencesIn } from '../schemas/linked-entries.ts';
import { slugOf } from '../schemas/slug.ts';
import { checkDraft } from './check-draft.ts';
import { toSettle } from './corrected-sources-panel.ts';
import {
	collectionIn,
	isEntryFile,
	type BackendClass,
	type DecapBackend,
	type EntryFiles,
	type SavingOptions,
} from './decap-backend.ts';
import { textOf } from './entry-values.ts';
import { referrersTo } from './kept-references.ts';
import { hasEntryNow, namesNow } from './names-now.ts';
import { Refusal } from './refusal.ts';
import { refuseSlug } from './slug-control.ts';
import { linksIn, loadTextRules, picturesAmong, textProblemAmong } from './text-problem.ts';
import { readForForm } from './unusable.ts';

/** What a draft is compared with. */
interface Surroundings {
	/** The pictures that there are. */
	pictures: readonly string[];
	/** Whether there is an entry, by its slug or a former one. */
	hasEntry: (collection: CollectionName, slug: string) => Promise<boolean>;
	/** Whether the site has something else at an address. */
	hasPage: (address: string) => Promise<boolean>;
}

/** The first reference of an entry that leads nowhere, as a sentence. */
async function refuseReferences(
	collection: CollectionName,
	fields: Fields,
	own: string,
	{ hasEntry }: Surroundings,
): Promise<string | undefined> {
	for (const { path, collection: target, slug } of referencesIn(collection, fields)) {
		const label = labelsAlong(collections[collection].schema, path).join(' › ');
		if (target === collection && slug === own) return `${label} is this entry itself. Choose another, or remove it.`;
		if (await hasEntry(target, slug)) continue;
		return `${label} leads nowhere: there is no ${collections[target].label} “${slug}”. Publish that first, or choose another.`;
	}
	return undefined;
}

/** The first link of a text that leads nowhere on the site, as a sentence. */
async function refuseLinks(text: string, { hasEntry, hasPage }: Surroundings): Promise<string | undefined> {
	for (const link of linksIn(text).filter((each) => /^\/(?!\/)/.test(each))) {
		const entry = entryAt(link);
		if (await (entry ? hasEntry(entry.collection, entry.slug) : hasPage(link))) continue;
		return `${BODY_LABEL} has a link that leads nowhere: ${link}. Choose another page for it, or take it out.`;
	}
	return undefined;
}

/** What the build would refuse in the file of a draft, as a sentence that names the field and how to mend it. */
export async function whyNotPublished(path: string, text: string, around: Surroundings): Promise<string | undefined> {
	const collection = collectionIn(path);
	const { data, sentence } = readForForm(collection, text);
	if (!data) return sentence;
	const [problem] = checkDraft(collection, data);
	if (problem) return problem.sentence;
	const file = valueAt(data, ['image', 'file']);
	const hasPicture = (name: string) => around.pictures.includes(name);
	if (typeof file === 'string' && !hasPicture(file)) {
		return `${labelIn(collection, 'image')} is not in content/assets/: ${file}. Choose it again.`;
	}
	return (
		refuseSlug(collection, slugOf(path), new Set()) ??
		textProblemAmong(data['body'], hasPicture) ??
		(await refuseReferences(collection, data, slugOf(path), around)) ??
		(await refuseLinks(textOf(data['body']), around))
	);
}

/** That a draft corrects something without saying on what it rests now; undefined of what was never published. */
function refuseUnsettled(path: string, text: string, published: { data: string | null } | undefined) {
	const collection = collectionIn(path);
	if (collection !== 'clusters' || !published?.data) return undefined;
	const [before, after] = [published.data, text].map((each) => readForForm(collection, each).data);
	const facts = before && after ? unsettledFacts(before, after, brusselsToday()) : [];
	return facts.length > 0 ? toSettle(facts, 'above its form') : undefined;
}

/** Whether the site, as it was built, has something at an address. */
async function hasPage(address: string): Promise<boolean> {
	const [page = '', place = ''] = address.split('#');
	const answer = await fetch(page, place === '' ? { method: 'HEAD' } : {});
	if (!answer.ok || place === '') return answer.ok;
	return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(decodeURI(place)) !== null;
}

/** Former slugs of an entry that are those of others, and those that it gives up while others name it by them. */
async function refuseNames(backend: DecapBackend, path: string, fields: Fields, before: Fields, slugBefore: string) {
	const collection = collectionIn(path);
	const { label, onlySlug } = collectionOf(collection);
	if (onlySlug !== undefined) return undefined;
	const names = await namesNow(backend, collection);
	// Not the one that lies at its address by now, which another draft may have taken first.
	const others = new Set([...names].flatMap(([name, slug]) => (slug === slugBefore ? [] : [name])));
	const { reservedSlugs = [] } = collectionOf(collection);
	const now = [slugOf(path), ...aliasesOf(fields)];
	const taken = now.find((name) => others.has(name) || reservedSlugs.includes(name));
	if (taken !== undefined) {
		return `“${taken}” is or was the address of another ${label} or page. Take it out of ${labelIn(collection, 'aliases')}, or choose another.`;
	}
	const gone = [slugBefore, ...aliasesOf(before)].filter((name) => name !== '' && !now.includes(name));
	if (gone.length === 0) return undefined;
	const [referrer] = await referrersTo(backend, new Set(gone.map((name) => keyOf(collection, name))), path);
	return referrer === undefined
		? undefined
		: `${collectionOf(collectionIn(referrer)).plural}: ${slugOf(referrer)} names this entry by a former address. Put ${gone.join(', ')} back into ${labelIn(collection, 'aliases')}.`;
}

/** Lets a back end publish only what the build accepts, and what leaves all others as sound: also what came from elsewhere. */
export const withCheckedPublishing = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		/** Refuses what a file of an entry would break; `from` is where it is published now, if it is. */
		async refuseBroken(path: string, text: string, from: string, along: readonly { path: string }[]) {
			await loadTextRules();
			const pictures = picturesAmong([...along, ...(await super.getMedia())].map((file) => file.path));
			const published = await super.getEntry(from);
			const [fields, before] = [text, published.data].map((each) => readForForm(collectionIn(path), each).data ?? {});
			const hasEntry = async (collection: CollectionName, slug: string) =>
				(collection === collectionIn(path) && [slugOf(path), ...aliasesOf(fields ?? {})].includes(slug)) ||
				hasEntryNow(this, collection, slug);
			const sentence =
				(await whyNotPublished(path, text, { pictures, hasEntry, hasPage })) ??
				refuseUnsettled(path, text, published) ??
				(await refuseNames(this, path, fields ?? {}, before ?? {}, published.data ? slugOf(from) : ''));
			if (sentence !== undefined) throw new Refusal(sentence);
		}

		override async persistEntry(entry: EntryFiles, options: SavingOptions) {
			if (!options.useWorkflow) {
				for (const { path, newPath, raw } of entry.dataFiles) {
					await this.refuseBroken(newPath ?? path, raw, path, entry.assets);
				}
			}
			return super.persistEntry(entry, options);
		}

		override async publishUnpublishedEntry(collection: string, slug: string) {
			const { diffs } = await super.unpublishedEntry({ collection, slug });
			for (const { path, id } of diffs.filter(isEntryFile)) {
				const text = await super.unpublishedEntryDataFile(collection, slug, path, id);
				// Where the file of an entry was before it moved, there is none.
				if (text !== null) await this.refuseBroken(path, text, fileOf(collectionIn(path), slug), diffs);
			}
			return super.publishUnpublishedEntry(collection, slug);
		}
	};
