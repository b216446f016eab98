import type { Picture } from '../formats/markdown.ts';
import type { Receiver } from '../forms/form-receivers.ts';
import { fieldsAround, type CollectionAround, type EntryAround, type SiteAround } from '../model/site-around.ts';
import type { Site } from '../model/site.ts';
import { keysOf, recordOf } from '../schemas/keys-of.ts';

/** What the preview of a draft has to know of the rest of the site. */
export type PreviewSite = SiteAround & {
	/** Where the site lies: `https://clusters.example.org`. */
	origin: string;
	/** Who receives the forms of this build. */
	receiver: Receiver;
	/** The pictures in content/assets/, by file. Those that no page shows were not made. */
	pictures: Record<string, Picture>;
};

function around<N extends CollectionAround>(site: Site, collection: N): EntryAround<N>[] {
	const fields: readonly string[] = fieldsAround[collection];
	return site[collection].map(({ id, data }) => ({
		id,
		// The fields are those of the type, but for optional ones that the entry lacks.
		data: Object.fromEntries(
			Object.entries(data).filter(([field]) => fields.includes(field)),
		) as EntryAround<N>['data'],
	}));
}

/** Leaves of a site what previews show. */
export const toPreviewSite = (
	site: Site,
	origin: string,
	receiver: Receiver,
	pictures: ReadonlyMap<string, Picture>,
): PreviewSite => ({
	// One list for each name, as in the type.
	...(recordOf(keysOf(fieldsAround), (collection) => around(site, collection)) as Pick<SiteAround, CollectionAround>),
	settings: site.settings,
	today: site.today,
	origin,
	receiver,
	pictures: Object.fromEntries(pictures),
});
