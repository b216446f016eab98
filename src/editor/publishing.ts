import { type Fields, valueAt } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { unsettledFacts } from '../model/corrected-sources.ts';
import { collections, fileOf, labelIn, type CollectionName } from '../schemas/collections.ts';
import { labelsAlong } from '../schemas/describe-fields.ts';
import { referencesIn } from '../schemas/linked-entries.ts';
import { slugOf } from '../schemas/slug.ts';
import { checkDraft } from './check-draft.ts';
import { toSettle } from './corrected-sources-panel.ts';
import { collectionIn, isEntryFile, type BackendClass } from './decap-backend.ts';
import { takenSlugs } from './entry-index.ts';
import { Refusal } from './refusal.ts';
import { refuseSlug } from './slug-control.ts';
import { hasPicture, loadTextRules, picturesAmong, textProblem } from './text-problem.ts';
import { readForForm } from './unusable.ts';

/** What a draft is compared with. */
interface Surroundings {
	/** The pictures that there are. */
	pictures: readonly string[];
	/** Whether there is an entry, by its slug or a former one. */
	hasEntry: (collection: CollectionName, slug: string) => Promise<boolean>;
}

/** The first reference of an entry that leads nowhere, as a sentence. */
async function refuseReferences(
	collection: CollectionName,
	fields: Fields,
	{ hasEntry }: Surroundings,
): Promise<string | undefined> {
	for (const { path, collection: target, slug } of referencesIn(collection, fields)) {
		if (await hasEntry(target, slug)) continue;
		const label = labelsAlong(collections[collection].schema, path).join(' › ');
		return `${label} leads nowhere: there is no ${collections[target].label} “${slug}”. Publish that first, or choose another.`;
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
	if (typeof file === 'string' && !hasPicture(file, around.pictures)) {
		return `${labelIn(collection, 'image')} is not in content/assets/: ${file}. Choose it again.`;
	}
	return (
		refuseSlug(collection, slugOf(path), new Set()) ??
		textProblem(data['body'], around.pictures) ??
		(await refuseReferences(collection, data, around))
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

/** Lets a back end publish only what the build accepts: a draft may come from elsewhere than the form. */
export const withCheckedPublishing = (Backend: BackendClass): BackendClass =>
	class extends Backend {
		hasEntry = async (collection: CollectionName, slug: string) => {
			if ((await takenSlugs(collection, [])).has(slug)) return true;
			// It may have been published since the site was built.
			return super.getEntry(fileOf(collection, slug)).then(
				({ data }) => Boolean(data),
				() => false,
			);
		};

		override async publishUnpublishedEntry(collection: string, slug: string) {
			const { diffs } = await super.unpublishedEntry({ collection, slug });
			await loadTextRules();
			const pictures = picturesAmong([...diffs, ...(await super.getMedia())].map(({ path }) => path));
			for (const { path, id } of diffs.filter(isEntryFile)) {
				const text = await super.unpublishedEntryDataFile(collection, slug, path, id);
				// Where the file of an entry was before it moved, there is none.
				if (text === null) continue;
				const sentence =
					(await whyNotPublished(path, text, { pictures, hasEntry: this.hasEntry })) ??
					refuseUnsettled(path, text, await super.getEntry(path).catch(() => undefined));
				if (sentence !== undefined) throw new Refusal(sentence);
			}
			return super.publishUnpublishedEntry(collection, slug);
		}
	};
