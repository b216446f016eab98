import { hasCome } from '../formats/brussels-days.ts';
import type { Entry, EntryCollection } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';
import { pointsShownOn } from './ledger.ts';

/** All entries, also those that do not show yet, each collection in the order of its lists. */
export type AllEntries = { [N in EntryCollection]: Entry<N>[] };

/** All that is in the content. */
export interface All extends AllEntries {
	settings: SiteSettings;
}

/** Everything that pages show on a day. */
export interface Site extends All {
	today: string;
}

/** Of the settings what any page may show: all but what editors change each time that they have read messages. */
export const steadySettings = (settings: SiteSettings): SiteSettings => ({ ...settings, postReadOn: undefined });

/** What shows on a day: an update may be written ahead, and a point waits for its first step; the newest step comes first. */
export const shownOn = (all: All, today: string): Site => ({
	...all,
	updates: all.updates.filter(({ data }) => hasCome(data.date, today)),
	points: pointsShownOn(all.points, today),
	today,
});
