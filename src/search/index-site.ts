import { buildFolder } from '../files/folders.ts';
import { takeOrMake } from '../files/last-build.ts';
import { bodyText, headingsOf, loadSite } from '../model/load.ts';
import { once } from '../model/once.ts';
import { indexOf } from './index-of.ts';
import { listVersion } from './list-version.ts';
import { recordsOf } from './records.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search index of the site, once; answers with what leads to its files. */
export const indexSite = once(async () => {
	const site = await loadSite();
	const records = recordsOf(site, { textOf: bodyText, headingsOf });
	const make = () => indexOf(site, records);
	// The development server has no folder to serve an index from.
	if (import.meta.env.DEV) return make().manifest;
	const index = takeOrMake('search-index', [records, listVersion(site), site.terms, site.places], make);
	writeIndex(buildFolder, index);
	return index.manifest;
});
