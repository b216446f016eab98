import type { Picture } from '../formats/markdown.ts';
import type { Receiver } from '../forms/form-receivers.ts';
import type { Site } from '../model/load.ts';
import type { CollectionName, DataOf } from '../schemas/collections.ts';
import type { SiteSettings } from '../schemas/site.ts';

/** What pages show of other entries than their own. */
const shownFields = {
	clusters: ['name', 'place', 'region', 'country', 'position', 'kind', 'stage', 'themes', 'services'],
	updates: ['title', 'date', 'meetings'],
	meetings: ['title', 'date', 'lastDay', 'datePrecision'],
	calls: ['title', 'summary', 'minutesNeeded', 'opensOn', 'closesOn'],
	points: ['title', 'call', 'steps'],
	guide: ['title', 'order'],
	terms: ['term', 'language', 'concept'],
} as const satisfies { [N in CollectionName]?: readonly (keyof DataOf<N>)[] };

type ShownCollection = keyof typeof shownFields;

/** An entry with the fields that pages of others show. */
export interface Shown<N extends ShownCollection> {
	id: string;
	data: Pick<DataOf<N>, (typeof shownFields)[N][number] & keyof DataOf<N>>;
}

/** What the preview of a draft has to know of the rest of the site. */
export type PreviewSite = { [N in ShownCollection]: Shown<N>[] } & {
	settings: SiteSettings;
	/** The day the site was built for. */
	today: string;
	/** Where the site lies: `https://clusters.example.org`. */
	origin: string;
	/** Who receives the forms of this build. */
	receiver: Receiver | 'nobody';
	/** The pictures in content/assets/, by file. */
	pictures: Record<string, Picture>;
};

const pick = <N extends ShownCollection>(
	collection: N,
	entries: readonly { id: string; data: object }[],
): Shown<N>[] => {
	const fields: readonly string[] = shownFields[collection];
	return entries.map(({ id, data }) => ({
		id,
		data: Object.fromEntries(Object.entries(data).filter(([field]) => fields.includes(field))) as Shown<N>['data'],
	}));
};

/** Leaves of a site what previews show. */
export const toPreviewSite = (
	{ clusters, updates, meetings, calls, points, guide, terms, settings, today }: Site,
	origin: string,
	receiver: Receiver | 'nobody',
	pictures: ReadonlyMap<string, Picture>,
): PreviewSite => ({
	clusters: pick('clusters', clusters),
	updates: pick('updates', updates),
	meetings: pick('meetings', meetings),
	calls: pick('calls', calls),
	points: pick('points', points),
	guide: pick('guide', guide),
	terms: pick('terms', terms),
	settings,
	today,
	origin,
	receiver,
	pictures: Object.fromEntries(
		[...pictures].map(([file, { src, width, height }]) => [file, { src, width, height }] as const),
	),
});
