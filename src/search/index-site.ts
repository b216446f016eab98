import { buildFolder } from '../files/folders.ts';
import { bodyText, headingsOf, loadSite } from '../model/load.ts';
import { once } from '../model/once.ts';
import { indexOf } from './index-of.ts';
import { writeIndex } from './write-index.ts';

/** Writes the search index of the site, once; answers with what leads to its files. */
export const indexSite = once(async () => {
	const index = indexOf(await loadSite(), { textOf: bodyText, headingsOf });
	// The development server has no folder to serve an index from.
	if (!import.meta.env.DEV) writeIndex(buildFolder, index);
	return index.manifest;
});
