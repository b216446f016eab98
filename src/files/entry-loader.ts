import type { Loader, LoaderContext } from 'astro/loaders';
import { sep } from 'node:path';
import type { CollectionName } from '../schemas/collections.ts';
import { errorCode } from './error-code.ts';
import { contentFolder } from './folders.ts';
import { ContentError, formatProblem } from './problem.ts';
import { readContent, type ReadContent } from './read-content.ts';
import { siteContent, takeContent } from './site-content.ts';

/** Several files change at once when one is renamed, or a branch of git is switched. */
const PAUSE_IN_MS = 50;

type Watcher = NonNullable<LoaderContext['watcher']>;
type Tell = Pick<LoaderContext['logger'], 'error' | 'warn'>;

/** What fills the store of each collection, while developing. */
const fills = new Map<CollectionName, (content: ReadContent) => void>();
const watchers = new WeakSet<Watcher>();
let told: ReadContent | undefined;

/**
 * Tells once of problems, and of what may be meant otherwise. Answers whether there are no problems: one must not empty
 * the pages of somebody who is editing.
 */
function isSound(content: ReadContent, tell: Tell): boolean {
	const { problems, warnings } = content;
	if (told !== content) {
		for (const warning of warnings) tell.warn(formatProblem(warning));
		if (problems.length > 0) tell.error(new ContentError(problems).message);
	}
	told = content;
	return problems.length === 0;
}

/** Fills all stores anew, since entries name each other, whenever something in the content changes. */
function watch(watcher: Watcher, tell: Tell): void {
	if (watchers.has(watcher)) return;
	watchers.add(watcher);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const readSoon = () => {
		clearTimeout(timer);
		timer = setTimeout(readAgain, PAUSE_IN_MS);
	};
	const readAgain = () => {
		try {
			const content = readContent(contentFolder);
			if (!isSound(content, tell)) return;
			takeContent(content);
			for (const fill of fills.values()) fill(content);
		} catch (error) {
			// A file that went while it was read.
			if (errorCode(error) === 'ENOENT') readSoon();
			else tell.error(`The content could not be read: ${String(error)}`);
		}
	};
	watcher.add(contentFolder);
	watcher.on('all', (_event, path) => {
		if (path.startsWith(contentFolder + sep)) readSoon();
	});
}

/**
 * Loads the entries of a collection into memory (site-content.ts), from where the model takes them. Astro’s store would
 * write, bundle and read them once more: it is told their names, and when they were read, by which it knows that pages
 * have to be made anew (docs/decisions/). A build stops on the first sight of a problem; while developing the pages tell
 * of it (local/problems-in-dev.ts).
 */
export function entryLoader(collection: CollectionName): Loader {
	return {
		name: 'content-folder',
		load: ({ store, watcher, logger }) => {
			const fill = ({ entries }: ReadContent) => {
				const digest = String(Date.now());
				store.clear();
				for (const { id } of entries[collection]) store.set({ id, data: {}, digest });
			};
			if (watcher) {
				fills.set(collection, fill);
				watch(watcher, logger);
			}
			const content = siteContent({ isBuild: !watcher });
			if (!watcher && content.problems.length > 0) throw new ContentError(content.problems);
			if (isSound(content, logger)) fill(content);
			return Promise.resolve();
		},
	};
}
