import type { Loader, LoaderContext } from 'astro/loaders';
import { join, sep } from 'node:path';
import type { CollectionName } from '../schemas/collections.ts';
import { contentFolder } from './folders.ts';
import { ContentError, formatProblem } from './problem.ts';
import { readContent, type ReadContent } from './read-content.ts';

let reading: ReadContent | undefined;

/**
 * Reads the content once for all collections of a build, and stops it on the first sight of a problem. What may be
 * meant otherwise is logged.
 */
function readOnce(logger: LoaderContext['logger']): ReadContent {
	if (!reading) {
		reading = readContent(contentFolder);
		for (const warning of reading.warnings) logger.warn(formatProblem(warning));
	}
	if (reading.problems.length > 0) {
		const { problems } = reading;
		reading = undefined;
		throw new ContentError(problems);
	}
	return reading;
}

/**
 * Loads the entries of a collection. The store keeps checked fields and a digest, no body and no HTML: pages
 * render the text they show, so that ten thousand entries stay small in memory (docs/decisions/).
 */
export function entryLoader(collection: CollectionName): Loader {
	const folder = join(contentFolder, collection);
	return {
		name: 'content-folder',
		load: ({ store, generateDigest, watcher, logger }) => {
			const fill = () => {
				const entries = readOnce(logger).entries[collection];
				// Only now: a problem must not empty the pages of somebody who is editing.
				store.clear();
				for (const { id, data } of entries) {
					store.set({ id, data, digest: generateDigest(data) });
				}
			};
			fill();
			watcher?.add(folder);
			watcher?.on('all', (_event, path) => {
				if (!path.startsWith(folder + sep)) return;
				reading = undefined;
				try {
					fill();
				} catch (error) {
					if (!(error instanceof ContentError)) throw error;
					logger.error(error.message);
				}
			});
			return Promise.resolve();
		},
	};
}
