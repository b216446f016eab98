import { writeEntryFile } from '../files/entry-file.ts';
import type { Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { isOpen } from '../model/to-do.ts';
import { extensionOf, folderOf } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import type { DecapBackend } from './decap-backend.ts';
import { textOf } from './entry-values.ts';
import { listedFields } from './listing.ts';
import { Refusal } from './refusal.ts';
import { readForForm } from './unusable.ts';

/** A receipt that nobody has answered yet: where it lies, and what it says. */
export interface OpenReceipt {
	path: string;
	kind: string;
	reference: string;
	receivedOn: string;
}

/** The receipts for what was sent and not answered, the oldest first; undefined where a back end cannot list them at once. */
export async function openReceipts({ entriesNow }: DecapBackend): Promise<OpenReceipt[] | undefined> {
	const entries = await entriesNow?.(folderOf('receipts'), extensionOf('receipts'), 1);
	return entries
		?.map(({ file: { path }, data: text }) => ({
			path,
			fields: listedFields(text) ?? readForForm('receipts', text).data ?? {},
		}))
		.filter(({ fields }) => isOpen(fields['state']))
		.map(({ path, fields }) => ({
			path,
			kind: textOf(fields['kind']),
			reference: textOf(fields['reference']),
			receivedOn: textOf(fields['receivedOn']),
		}))
		.sort((a, b) => a.receivedOn.localeCompare(b.receivedOn));
}

/** The receipts that a draft of a kind may be about, the newest first, as choices. */
export async function receiptChoices(backend: DecapBackend, kind: string): Promise<{ value: string; label: string }[]> {
	const receipts = (await openReceipts(backend)) ?? [];
	return receipts
		.filter((receipt) => receipt.kind === kind)
		.reverse()
		.map(({ path, reference, receivedOn }) => ({
			value: path,
			label: `${reference}, received on ${formatDate(receivedOn)}`,
		}));
}

/** Writes into a receipt, as of today, what became of what was sent. */
export async function answerReceipt(backend: DecapBackend, path: string, answer: Fields): Promise<void> {
	const { data: text } = await backend.getEntry(path);
	const { data, sentence } = readForForm('receipts', text);
	if (!data) throw new Refusal(`The receipt cannot be written. ${sentence}`);
	const raw = writeEntryFile('receipts', { ...data, changedOn: brusselsToday(), ...answer }, text ?? undefined);
	const slug = slugOf(path);
	await backend.persistEntry(
		{ dataFiles: [{ path, slug, raw }], assets: [] },
		{ collectionName: 'receipts', useWorkflow: false, commitMessage: `Answer receipt “${slug}”` },
	);
}
