import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PUBLISHED_PICTURE } from '../files/published-picture.ts';
import { SHARE_CARD } from '../files/share-card.ts';
import { CARDS_FOLDER } from '../search/cards.ts';
import { copied, SiteLinks, type BrokenLink } from './broken-links.ts';
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

/** Looks at each page once, as it is rendered: ten thousand are not read again. */
export class PageChecks {
	readonly #unfinished: string[] = [];
	readonly #pictures = new Set<string>();
	readonly #shareCards = new Set<string>();
	readonly #links = new SiteLinks();
	/** Of style sheets: pages of a kind have the same. */
	readonly #hashes = new Map<string, string>();

	/** Takes a page, `clusters/index.html`. Answers with the SHA-256 of each style sheet that it carries, in base64. */
	add(page: string, bytes: Buffer): Set<string> {
		// A sign for each byte, of which few are looked at as text: to read all as text takes longer than to look.
		const html = bytes.toString('latin1');
		if (!isFinished(page, html)) this.#unfinished.push(page);
		const tags = tagsIn(html);
		this.#links.addPage(page, html, tags);
		for (const tag of tags) {
			const addresses = tag.startsWith('<img ') ? tag.match(PUBLISHED_PICTURE) : null;
			for (const address of addresses ?? []) this.#pictures.add(copied(address));
			const cards = tag.startsWith('<meta ') ? tag.match(SHARE_CARD) : null;
			for (const address of cards ?? []) this.#shareCards.add(copied(address));
		}
		const sheets = tags.filter((tag) => tag.startsWith('<style'));
		return new Set(sheets.flatMap((tag) => SHEET.exec(tag)?.[1] ?? []).map((sheet) => this.#hashOf(sheet)));
	}

	#hashOf(sheet: string): string {
		const known = this.#hashes.get(sheet);
		if (known !== undefined) return known;
		const bytes = Buffer.from(sheet, 'latin1');
		const made = hash('sha256', bytes, 'base64');
		this.#hashes.set(bytes.toString('latin1'), made);
		return made;
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
