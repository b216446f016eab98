import type { DataOf, EntryCollection } from '../schemas/collections.ts';
import type { Site } from './site.ts';

/** What pages of entries show of other entries. */
export const fieldsAround = {
	clusters: ['name', 'place', 'region', 'country', 'position', 'kind', 'stage', 'themes', 'services', 'relations'],
	updates: ['title', 'date', 'datePrecision', 'clusters', 'meetings', 'calls'],
	meetings: ['title', 'ordinal', 'place', 'date', 'lastDay', 'datePrecision'],
	calls: ['title', 'summary', 'minutesNeeded', 'opensOn', 'closesOn', 'summaryPromisedOn', 'heard', 'taken', 'outcome'],
	points: ['title', 'call', 'steps'],
	milestones: ['title', 'date', 'lane'],
	organisations: ['name', 'mandate'],
	guide: ['title', 'part', 'order'],
	terms: ['term', 'language', 'concept'],
} as const satisfies { [N in EntryCollection]?: readonly (keyof DataOf<N>)[] };

export type CollectionAround = keyof typeof fieldsAround;

/** An entry with the fields that pages of others show. */
export interface EntryAround<N extends CollectionAround> {
	id: string;
	data: Pick<DataOf<N>, (typeof fieldsAround)[N][number] & keyof DataOf<N>>;
}

/** As much of a site as the page of an entry shows besides the entry: what the preview of a draft knows of it. */
export type SiteAround = { [N in CollectionAround]: readonly EntryAround<N>[] } & Pick<Site, 'settings' | 'today'>;
