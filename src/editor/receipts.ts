import { writeEntryFile } from '../files/entry-file.ts';
import type { Fields } from '../files/values.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { formatDate } from '../formats/date.ts';
import { isOpen } from '../model/to-do.ts';
import { extensionOf, folderOf } from '../schemas/collections.ts';
import { slugOf } from '../schemas/slug.ts';
import type { DecapBackend } from './decap-backend.ts';
import { draftBranch } from './draft-branch.ts';
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

/** The digest of the submission that a draft came from: receipts are named by it. Undefined of what editors began. */
async function digestOfSubmission(backend: DecapBackend, { collection, slug }: DraftName): Promise<string | undefined> {
	const { api } = backend;
	const told = api
		? (await api.getBranchPullRequest?.(draftBranch(collection, slug)))?.body
		: (await backend.unpublishedEntry({ collection, slug })).message;
	const id = /^Submission: (\S+)$/m.exec(told ?? '')?.[1];
	if (id === undefined) return undefined;
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a draft is asked for by. */
type DraftName = Readonly<Record<'collection' | 'slug', string>>;

/** The receipts that a draft of a kind may be about, as choices: its own, or else the newest first. */
export async function receiptChoices(
	backend: DecapBackend,
	kind: string,
	draft: DraftName,
): Promise<{ value: string; label: string }[]> {
	const receipts = ((await openReceipts(backend)) ?? []).filter((receipt) => receipt.kind === kind);
	if (receipts.length === 0) return [];
	const digest = (await digestOfSubmission(backend, draft).catch(() => undefined)) ?? '';
	const own = receipts.filter(({ path }) => digest.startsWith(slugOf(path).slice('2026-01-01-'.length) || ' '));
	return (own.length > 0 ? own : receipts).reverse().map(({ path, reference, receivedOn }) => ({
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
