import { formatDate } from '../formats/date.ts';
import { formerValues } from '../model/former-values.ts';
import { slugOf } from '../schemas/slug.ts';
import { ask, askWhich, tell } from './ask.ts';
import { fieldsOf } from './config.ts';
import { dayAheadOf } from './day-ahead.ts';
import type { HostBackend } from './decap-backend.ts';
import { draftOf, factsOf, isSent, publishedOf, titleOf } from './draft-facts.ts';
import { valuesOf, type DecapGroup, type EntryEvent } from './entry-values.ts';
import { inPlainWords } from './plain-words.ts';
import { answerReceipt, receiptChoices } from './receipts.ts';

/** What Decap calls the state of a draft that a colleague agreed to. */
const READY = 'pending_publish';

/** The receipts that are to be answered once a draft is published, by its published path. */
const toAnswer = new Map<string, string>();

/**
 * Asks whether a draft shall be published: by its name, from when on it shows, and what its texts still say of facts that
 * it changes. Of what somebody sent it asks for the reference too. Answers whether to go on.
 */
export async function confirmPublishing(entry: DecapGroup, backend: HostBackend): Promise<boolean> {
	const draft = draftOf(entry);
	const { collection, path } = draft;
	const fields = fieldsOf(draft.data);
	const published = await publishedOf(backend, draft);
	const ahead = dayAheadOf(collection, fields);
	const question = [
		`Publish “${titleOf(draft)}”?`,
		ahead === undefined
			? 'Readers see it within minutes.'
			: `It shows from ${formatDate(ahead)}, and not before; until then no reader sees it.`,
		...(entry.get('status') === READY
			? []
			: ['It is not marked as ready: publish it only if nobody else has to look at it first.']),
		...(published ? formerValues(collection, published, fields) : []),
	].join(' ');
	const { kind } = factsOf(draft, published);
	const receipts = isSent(kind) ? await receiptChoices(backend.implementation, kind, draft) : [];
	toAnswer.delete(path);
	if (receipts.length === 0) return ask(question, 'Publish');
	const which = await askWhich(
		`${question} Whoever sent it then finds by the reference that it is published.`,
		receipts,
		'Publish',
	);
	if (!which) return false;
	if (which.choice !== '') toAnswer.set(path, which.choice);
	return true;
}

/** Says in the receipt of what was just published that it is. */
export async function answerPublished({ entry, backend }: EntryEvent): Promise<void> {
	const { path } = valuesOf(entry);
	const receipt = toAnswer.get(path);
	if (receipt === undefined) return;
	toAnswer.delete(path);
	await answerReceipt(backend.implementation, receipt, { state: 'published', cluster: slugOf(path) }).catch(
		(error: unknown) =>
			tell(
				`It is published, but its receipt does not say so: put that in by hand, under Receipts. ${String(inPlainWords(error))}`,
			),
	);
}
