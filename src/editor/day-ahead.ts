import type { Fields } from '../files/values.ts';
import { brusselsToday, hasCome } from '../formats/brussels-days.ts';
import { wholeDay } from '../schemas/fields.ts';
import type { CollectionName } from '../schemas/collections.ts';

/** The day to come from which on an entry shows; undefined if it shows already, or always. */
export function dayAheadOf(collection: CollectionName, { date }: Fields, today = brusselsToday()): string | undefined {
	if (collection !== 'updates' && collection !== 'milestones') return undefined;
	const day = wholeDay.safeParse(date).data;
	return day === undefined || hasCome(day, today) ? undefined : day;
}
