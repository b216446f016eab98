import { decodeHTML } from 'entities';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An address of this site, with its anchor, that does not exist, and the first page that links to it. */
export interface BrokenLink {
	address: string;
	page: string;
}

const LINK = /\shref="([^"]*)"/;
const ID = /\sid="([^"]*)"/;

/** The old addresses for which the host has a line, and leads on from there. */
function readFormerAddresses(folder: string): Set<string> {
	const file = join(folder, '_redirects');
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	return new Set(lines.map((line) => line.split(' ', 1)[0] ?? ''));
}

/** The links within a built site, and where they can lead. */
export class SiteLinks {
	/** The first page that has a link, by the address. */
	readonly #links = new Map<string, string>();
	/** `/clusters/index.html#members` */
	readonly #anchors = new Set<string>();

	/** Takes a tag of a page, `clusters/index.html`. */
	addTag(page: string, tag: string): void {
		const id = ID.exec(tag)?.[1];
		if (id) this.#anchors.add(`/${page}#${id}`);
		const link = tag.startsWith('<a ') ? LINK.exec(tag)?.[1] : undefined;
		const address = link?.startsWith('#') ? `/${page.replace(/index\.html$/, '')}${link}` : link;
		if (address && /^\/(?!\/)/.test(address) && !this.#links.has(address)) this.#links.set(address, page);
	}

	/** The links that lead nowhere, once all tags were taken. `files` are those of the site in `folder`: `/404.html`. */
	findBroken(folder: string, files: ReadonlySet<string>): BrokenLink[] {
		const formerAddresses = readFormerAddresses(folder);
		const exists = (link: string): boolean => {
			const { pathname, hash } = new URL(decodeHTML(link), 'https://site.example');
			const path = decodeURI(pathname);
			const file = path.endsWith('/') ? `${path}index.html` : path;
			if (formerAddresses.has(path)) return true;
			return files.has(file) && (hash.length < 2 || this.#anchors.has(file + decodeURIComponent(hash)));
		};
		const isBroken = (link: string): boolean => {
			try {
				return !exists(link);
			} catch (error) {
				// A percent sign that escapes nothing.
				if (error instanceof URIError || error instanceof TypeError) return true;
				throw error;
			}
		};
		return [...this.#links].flatMap(([address, page]) => (isBroken(address) ? [{ address, page }] : []));
	}
}
