import type { AstroLoggerDestination } from 'astro';
import toTerminal from 'astro/logger/node';
import { contentFolder } from '../files/folders.ts';
import { fileOfPage } from './link-places.ts';

/** Progress is told this often while pages are written. */
const PAUSE_IN_MS = 5_000;

/** How Astro begins the line of a page. */
const PAGE = '├─';

/** What Astro reports for no reason: the site begins with empty collections, and why a build stops is said in the end. */
const NOISE = /^The collection "\w+" does not exist or is empty|^An unhandled error occurred while running the/;

const FAILED_PAGE = /(?<=^Caught error rendering )[^ :]+/;

/** A page with the file of its entry. */
function withFile(page: string): string {
	const file = fileOfPage(contentFolder, page);
	return file ? `${page} (${file})` : page;
}

/**
 * What `npm run build` prints of what Astro says: every warning and error, and of the rest what the site’s own parts
 * say and how many pages there are by now. Astro loads it by its file.
 */
export default function buildLog(): AstroLoggerDestination {
	const { write } = toTerminal({ level: 'info' });
	let pages = 0;
	let toldAt = Date.now();
	return {
		write: (message) => {
			if (NOISE.test(message.message)) return;
			if (message.level === 'info' && message.label !== 'site-build') {
				if (message.message.includes(PAGE)) pages += 1;
				if (pages < 2) toldAt = Date.now();
				if (Date.now() - toldAt < PAUSE_IN_MS) return;
				toldAt = Date.now();
				write({ ...message, label: 'site-build', message: `${pages} pages so far`, newLine: true });
			} else write({ ...message, message: message.message.replace(FAILED_PAGE, withFile) });
		},
	};
}
