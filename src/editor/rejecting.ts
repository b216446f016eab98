import { writeEntryFile } from '../files/entry-file.ts';
import type { Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import type { DraftKind } from '../model/draft-kind.ts';
import { isOpen } from '../model/to-do.ts';
import { extensionOf, folderOf } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import { ask, askWhy, tell } from './ask.ts';
import { checkValue } from './check-draft.ts';
import type { DecapBackend, HostBackend } from './decap-backend.ts';
import { draftOf, factsOf, publishedOf } from './draft-facts.ts';
import { textOf, type DecapGroup } from './entry-values.ts';
import { listedFields } from './listing.ts';
import { inPlainWords } from './plain-words.ts';
import { Refusal } from './refusal.ts';
import { readForForm } from './unusable.ts';

/** A receipt that nobody has answered yet: where it lies, and by what it is known. */
interface OpenReceipt {
	path: string;
	label: string;
}

/** The receipts for what was sent of a kind and not answered, the newest first. */
async function openReceipts({ entriesNow }: DecapBackend, kind: DraftKind['kind']): Promise<OpenReceipt[]> {
	const entries = (await entriesNow?.(folderOf('receipts'), extensionOf('receipts'), 1)) ?? [];
	return entries
		.map(({ file: { path }, data: text }) => ({
			path,
			fields: listedFields(text) ?? readForForm('receipts', text).data ?? {},
		}))
		.filter(({ fields }) => fields['kind'] === kind && isOpen(fields['state']))
		.map(({ path, fields }) => ({ path, day: textOf(fields['receivedOn']), reference: textOf(fields['reference']) }))
		.sort((a, b) => b.day.localeCompare(a.day))
		.map(({ path, day, reference }) => ({ path, label: `${reference}, received on ${formatDate(day)}` }));
}

/** A receipt with the reason why something was not taken up. */
const rejected = (receipt: Fields, reason: string, today: string): Fields => ({
	...receipt,
	state: 'not-taken',
	changedOn: today,
	reason: reason.trim(),
});

/** Why a reason cannot be shown to everybody, or undefined. */
export const refuseReason = (reason: string): string | undefined =>
	reason.trim() === ''
		? 'Reason is missing. Fill it in, or tell nobody.'
		: checkValue('receipts.reason', reason.trim());

/** Writes into a receipt why what was sent is not taken up. */
async function answerReceipt(backend: DecapBackend, path: string, reason: string): Promise<void> {
	const { data: text } = await backend.getEntry(path);
	const { data, sentence } = readForForm('receipts', text);
	if (!data) throw new Refusal(`The receipt cannot be written. ${sentence}`);
	const raw = writeEntryFile('receipts', rejected(data, reason, brusselsToday()), text ?? undefined);
	const slug = slugOf(path);
	await backend.persistEntry(
		{ dataFiles: [{ path, slug, raw }], assets: [] },
		{ collectionName: 'receipts', useWorkflow: false, commitMessage: `Answer receipt “${slug}”` },
	);
}

/**
 * Asks whether a draft shall be thrown away. Of what somebody sent it asks for the reason too, and writes that into the
 * receipt, where the sender finds it by the reference. Answers whether to go on.
 */
export async function confirmThrowingAway(entry: DecapGroup, backend: HostBackend, question: string): Promise<boolean> {
	const draft = draftOf(entry);
	const { implementation } = backend;
	const { kind } = factsOf(draft, await publishedOf(backend, draft));
	const receipts = kind === 'proposal' || kind === 'correction' ? await openReceipts(implementation, kind) : [];
	if (receipts.length === 0) return ask(question, 'Throw away');
	const why = await askWhy(
		`${question} Whoever sent it finds the reason by the reference, and so does everybody: write nothing personal.`,
		receipts.map(({ path, label }) => ({ value: path, label })),
		({ reason }) => refuseReason(reason),
	);
	if (!why) return false;
	if (why.choice === '') return true;
	return answerReceipt(implementation, why.choice, why.reason).then(
		() => true,
		async (error: unknown) => {
			await tell(`The reason was not written, so the draft stays. ${String(inPlainWords(error))}`);
			return false;
		},
	);
}
