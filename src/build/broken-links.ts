import { decodeHTML } from 'entities';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeOf, idsIn } from './page-tags.ts';

/** An address of this site, with its anchor, that does not exist, and the first page that links to it. */
export interface BrokenLink {
	address: string;
	page: string;
}

/** An address without its query, which leads to no other page. In a page & and # may begin an escaped sign. */
export function withoutQuery(address: string): string {
	const query = address.indexOf('?');
	if (query < 0) return address;
	return address.includes('#') ? address.replace(/^([^?#]*)\?(?:[^#]|(?<=&)#)*/, '$1') : address.slice(0, query);
}

/** A part of a page on its own, as text: what is cut out of a page would keep all of it in memory. */
export const copied = (part: string): string => Buffer.from(part, 'latin1').toString();

/** The old addresses for which the host has a line, and leads on from there. */
function readFormerAddresses(folder: string): Set<string> {
	const file = join(folder, '_redirects');
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	return new Set(lines.map((line) => line.split(' ', 1)[0] ?? ''));
}

/** Parts of pages as text, by themselves as they lie in pages: most of what pages link to they share. */
const copies = new Map<string, string>();

const copiedOnce = (part: string): string => {
	const known = copies.get(part);
	if (known !== undefined) return known;
	const copy = copied(part);
	copies.set(Buffer.from(part, 'latin1').toString('latin1'), copy);
	return copy;
};

/**
 * The links of a page within the site, the first to each place. Of those within the page, the ones that lead nowhere.
 * `html` has a sign for each byte.
 */
export function linksIn(page: string, html: string, tags: readonly string[]): string[] {
	const ids = idsIn(html);
	const links = new Map<string, string>();
	for (const tag of tags) {
		const link = tag.startsWith('<a ') ? (attributeOf(tag, 'href') ?? '') : '';
		if (link.startsWith('#') && ids.has(link.slice(1))) continue;
		const address = link.startsWith('#') ? `/${page.replace(/index\.html$/, '')}${link}` : link;
		const place = withoutQuery(address);
		if (/^\/(?!\/)/.test(place) && !links.has(place)) links.set(place, copiedOnce(address));
	}
	return [...links.values()];
}

/** The links within a built site, and where they can lead. */
export class SiteLinks {
	/** The first link to each place, by its address without a query. */
	readonly #links = new Map<string, BrokenLink>();

	/** Takes the links of a page, `clusters/index.html`. */
	addPage(page: string, links: readonly string[]): void {
		for (const address of links) {
			const place = withoutQuery(address);
			if (!this.#links.has(place)) this.#links.set(place, { address, page });
		}
	}

	/** The links that lead nowhere, once all tags were taken. `files` are those of the site in `folder`: `/404.html`. */
	findBroken(folder: string, files: ReadonlySet<string>): BrokenLink[] {
		const formerAddresses = readFormerAddresses(folder);
		// Few pages are led into from others: they are read once more, and of the rest nothing is kept.
		const known = new Map<string, ReadonlySet<string>>();
		const hasId = (file: string, id: string): boolean => {
			const ids = known.get(file) ?? idsIn(readFileSync(join(folder, file), 'utf8'));
			known.set(file, ids);
			return ids.has(id);
		};
		const exists = (link: string): boolean => {
			const { pathname, hash } = new URL(decodeHTML(link), 'https://site.example');
			const path = decodeURI(pathname);
			const file = path.endsWith('/') ? `${path}index.html` : path;
			if (formerAddresses.has(path)) return true;
			return files.has(file) && (hash.length < 2 || hasId(file, decodeURIComponent(hash.slice(1))));
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
		return [...this.#links.values()].filter(({ address }) => isBroken(address));
	}
}
