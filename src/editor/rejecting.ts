import { ask, askWhich, tell } from './ask.ts';
import { checkValue } from './check-draft.ts';
import type { HostBackend } from './decap-backend.ts';
import { draftOf, factsOf, isSent, publishedOf } from './draft-facts.ts';
import type { DecapGroup } from './entry-values.ts';
import { inPlainWords } from './plain-words.ts';
import { answerReceipt, receiptChoices } from './receipts.ts';

/** Why a reason cannot be shown to everybody, or undefined. */
export const refuseReason = (reason: string): string | undefined =>
	reason.trim() === ''
		? 'Reason is missing. Fill it in, or tell nobody.'
		: checkValue('receipts.reason', reason.trim());

/**
 * Asks whether a draft shall be thrown away. Of what somebody sent it asks for the reason too, and writes that into the
 * receipt, where the sender finds it by the reference. Answers whether to go on.
 */
export async function confirmThrowingAway(entry: DecapGroup, backend: HostBackend, question: string): Promise<boolean> {
	const draft = draftOf(entry);
	const { implementation } = backend;
	const { kind } = factsOf(draft, await publishedOf(backend, draft));
	const receipts = isSent(kind) ? await receiptChoices(implementation, kind, draft) : [];
	if (receipts.length === 0) return ask(question, 'Throw away');
	const why = await askWhich(
		`${question} Whoever sent it finds the reason by the reference, and so does everybody: write nothing personal.`,
		receipts,
		'Throw away',
		refuseReason,
	);
	if (!why) return false;
	if (why.choice === '') return true;
	return answerReceipt(implementation, why.choice, { state: 'not-taken', reason: why.reason.trim() }).then(
		() => true,
		async (error: unknown) => {
			await tell(`The reason was not written, so the draft stays. ${String(inPlainWords(error))}`);
			return false;
		},
	);
}
