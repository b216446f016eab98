import { createHash } from 'node:crypto';
import { writeEntryFile } from '../files/entry-file.ts';
import { brusselsToday } from '../formats/brussels-days.ts';
import { fileOf } from '../schemas/collections.ts';
import type { Receipt } from '../schemas/receipt.ts';
import { referenceFrom } from '../schemas/reference-from.ts';
import { reference } from '../schemas/reference.ts';
import type { Submission } from './read-submission.ts';

/** The file of a receipt: `content/receipts/{slug}.yaml`. */
export interface ReceiptFile {
	slug: string;
	path: string;
	text: string;
}

const SLUG_LENGTH = 12;

/** The sender’s own word, or one made from the submission: the same each time. */
function referenceOf({ data }: Submission, digest: Buffer): string {
	const given = data['reference'];
	const word = reference.safeParse(typeof given === 'string' ? given.trim().normalize() : undefined);
	return word.success ? word.data : referenceFrom(digest);
}

/** The receipt for something that was just received. Nothing of its text is in it but the reference. */
export function receiptFor(kind: Receipt['kind'], submission: Submission): ReceiptFile {
	const digest = createHash('sha256').update(submission.id).digest();
	const receivedOn = brusselsToday(new Date(submission.receivedAt));
	const slug = `${receivedOn}-${digest.toString('hex').slice(0, SLUG_LENGTH)}`;
	const receipt: Receipt = { reference: referenceOf(submission, digest), kind, receivedOn, state: 'received' };
	return { slug, path: fileOf('receipts', slug), text: writeEntryFile('receipts', { ...receipt }) };
}
