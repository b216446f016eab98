import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PUBLISHED_PICTURE } from '../files/published-picture.ts';
import { SHARE_CARD } from '../files/share-card.ts';
import { CARDS_FOLDER } from '../search/cards.ts';
import { copied, linksIn, SiteLinks, type BrokenLink } from './broken-links.ts';
import { tagsIn } from './page-tags.ts';

/** What the build has to know about its own pages. */
export interface CheckedPages {
	/** Pages that did not render to their end; Astro logs these and goes on. */
	unfinished: string[];
	brokenLinks: BrokenLink[];
	/** The addresses of the published pictures that pages show, sorted. */
	pictures: string[];
	/** The addresses of the share cards that pages name, from the top of the site, sorted. */
	shareCards: string[];
}

/** What a build has to know of a page. */
export interface PageFacts {
	/** Whether it rendered to its end. */
	isFinished: boolean;
	/** Addresses on this site that it links to. */
	links: readonly string[];
	/** Addresses of published pictures. */
	pictures: readonly string[];
	shareCards: readonly string[];
	/** The SHA-256 of each style sheet that it carries, in base64. */
	styles: readonly string[];
}

const SHEET = /^<style(?:[^>"]|"[^"]*")*>([^]*)<\/style>$/;

const isFinished = (page: string, html: string): boolean =>
	`/${page}`.startsWith(CARDS_FOLDER)
		? html.trimEnd().endsWith('</article>')
		: html.trimEnd().endsWith('</html>') && html.includes('<h1');

/** The files of a folder, as addresses: `/404.html`. */
const addressesIn = (folder: string): Set<string> =>
	new Set(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`),
	);

/** Of style sheets: pages of a kind have the same. */
const hashes = new Map<string, string>();

function hashOf(sheet: string): string {
	const known = hashes.get(sheet);
	if (known !== undefined) return known;
	const bytes = Buffer.from(sheet, 'latin1');
	const made = hash('sha256', bytes, 'base64');
	hashes.set(bytes.toString('latin1'), made);
	return made;
}

/** The addresses of a kind in tags of a kind, each once. */
const addressesOf = (tags: readonly string[], start: string, address: RegExp): string[] => [
	...new Set(tags.flatMap((tag) => (tag.startsWith(start) ? (tag.match(address) ?? []).map(copied) : []))),
];

/** Looks at a page, `clusters/index.html`. */
export function factsOf(page: string, bytes: Buffer): PageFacts {
	// A sign for each byte, of which few are looked at as text: to read all as text takes longer than to look.
	const html = bytes.toString('latin1');
	const tags = tagsIn(html);
	const sheets = tags.filter((tag) => tag.startsWith('<style'));
	return {
		isFinished: isFinished(page, html),
		links: linksIn(page, html, tags),
		pictures: addressesOf(tags, '<img ', PUBLISHED_PICTURE),
		shareCards: addressesOf(tags, '<meta ', SHARE_CARD),
		styles: [...new Set(sheets.flatMap((tag) => SHEET.exec(tag)?.[1] ?? []).map(hashOf))],
	};
}

/** Gathers what is known of each page, as soon as it is: ten thousand are not read again. */
export class PageChecks {
	readonly #unfinished: string[] = [];
	readonly #pictures = new Set<string>();
	readonly #shareCards = new Set<string>();
	readonly #links = new SiteLinks();

	/** Takes what is known of a page, `clusters/index.html`. */
	add(page: string, { isFinished, links, pictures, shareCards }: PageFacts): void {
		if (!isFinished) this.#unfinished.push(page);
		this.#links.addPage(page, links);
		for (const address of pictures) this.#pictures.add(address);
		for (const address of shareCards) this.#shareCards.add(address);
	}

	/** What was found, once all pages were taken and written into a folder. */
	end(folder: string): CheckedPages {
		return {
			unfinished: this.#unfinished.sort(),
			brokenLinks: this.#links.findBroken(folder, addressesIn(folder)),
			pictures: [...this.#pictures].sort(),
			shareCards: [...this.#shareCards].sort(),
		};
	}
}
