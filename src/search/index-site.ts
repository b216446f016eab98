import { join } from 'node:path';
import { buildFolder } from '../files/folders.ts';
import { bodyText, loadSite } from '../model/load.ts';
import { once } from '../model/once.ts';
import { recordsOf } from './records.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search index of the site, once; answers with the site, its records and their ids in the index. */
export const indexSite = once(async () => {
	const site = await loadSite();
	const records = recordsOf(site, bodyText);
	// The development server has no folder to serve an index from.
	const ids = import.meta.env.DEV
		? new Map<string, string>()
		: await writeIndex(records, join(buildFolder, 'pagefind'));
	return { site, records, ids };
});
