import { formatDate } from '../formats/date.ts';
import { fold } from '../formats/fold.ts';
import { addressOf, type Entry } from '../schemas/collections.ts';
import { labelOf } from '../schemas/label-of.ts';
import { receiptStates } from '../schemas/vocabularies.ts';
import { partOfIndex, type ReferenceIndex } from './receipt-addresses.ts';
import type { StateWords } from './state-words.ts';

/** Receipts on a page of the list. */
export const SENT_PAGE_SIZE = 50;

const tones: Record<Entry<'receipts'>['data']['state'], StateWords['tone']> = {
	received: 'waiting',
	'being-checked': 'waiting',
	published: 'good',
	'taken-up': 'good',
	answered: 'good',
	'not-taken': 'plain',
};

/** How far something has come that was sent, with the day of the last step. */
export const wordsForReceipt = ({ state, changedOn }: Entry<'receipts'>['data']): StateWords => ({
	text: labelOf(receiptStates, state) + (changedOn ? ` on ${formatDate(changedOn)}` : ''),
	tone: tones[state],
});

/** Where it led to: the page of the profile or point. */
export function placeOf({ cluster, point }: Entry<'receipts'>['data']): string | undefined {
	if (point) return addressOf('points', point);
	return cluster && addressOf('clusters', cluster);
}

/** The index of all references, by its parts. `receipts` are in the order of the list. */
export function referenceIndex(receipts: readonly Entry<'receipts'>[]): Map<string, ReferenceIndex> {
	const parts = new Map<string, ReferenceIndex>();
	receipts.forEach(({ id, data }, index) => {
		const name = partOfIndex(data.reference);
		// “constructor” may be a reference: nothing may stand in a part that was not put there, and of that no type is told.
		const part = parts.get(name) ?? (Object.create(null) as ReferenceIndex);
		parts.set(name, part);
		(part[fold(data.reference)] ??= []).push([Math.floor(index / SENT_PAGE_SIZE) + 1, id]);
	});
	return parts;
}

/** The day on which the post was last read, as far as it is known: something was done, or an editor said so. */
export function postReadOn(receipts: readonly Entry<'receipts'>[], stated: string | undefined): string | undefined {
	return receipts
		.flatMap(({ data }) => data.changedOn ?? [])
		.concat(stated ?? [])
		.sort()
		.at(-1);
}
