import { decodeHTML } from 'entities';
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PUBLISHED_PICTURE } from '../files/published-picture.ts';
import { SHARE_CARD } from '../files/share-card.ts';
import { CARDS_FOLDER } from '../search/cards.ts';
import { copied, SiteLinks, type BrokenLink } from './broken-links.ts';
import { tagsIn } from './page-tags.ts';

/** What the build has to know about its own pages. */
export interface BuiltPages {
	/** Pages that did not render to their end; Astro logs these and goes on. */
	unfinished: string[];
	brokenLinks: BrokenLink[];
	/** Every page, with the SHA-256 of the style sheets that it carries inline, in base64. */
	styleHashes: Map<string, ReadonlySet<string>>;
	/** The origins of other hosts that forms are sent to, sorted. */
	formReceivers: string[];
	/** The addresses of the published pictures that pages show, sorted. */
	pictures: string[];
	/** The addresses of the share cards that pages name, from the top of the site, sorted. */
	shareCards: string[];
}

const SHEET = /^<style(?:[^>"]|"[^"]*")*>([^]*)<\/style>$/;
const RECEIVER = /\saction="(https?:[^"]*)"/;

const isFinished = (page: string, html: string): boolean =>
	`/${page}`.startsWith(CARDS_FOLDER)
		? html.trimEnd().endsWith('</article>')
		: html.trimEnd().endsWith('</html>') && html.includes('<h1');

const hashOf = (sheet: string): string => hash('sha256', sheet, 'base64');

/** Reads every HTML file of a built site once. */
export function checkBuiltPages(folder: string): BuiltPages {
	const unfinished: string[] = [];
	const styleHashes: BuiltPages['styleHashes'] = new Map();
	const receivers = new Set<string>();
	const pictures = new Set<string>();
	const shareCards = new Set<string>();
	const links = new SiteLinks();
	const files = new Set<string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const page = relative(folder, file).split(sep).join('/');
		files.add(`/${page}`);
		if (!page.endsWith('.html')) continue;
		const html = readFileSync(file, 'utf8');
		if (!isFinished(page, html)) unfinished.push(page);
		const tags = tagsIn(html);
		styleHashes.set(page, new Set(tags.flatMap((tag) => SHEET.exec(tag)?.[1] ?? []).map(hashOf)));
		links.addPage(page, tags);
		for (const tag of tags) {
			const receiver = tag.startsWith('<form ') ? RECEIVER.exec(tag)?.[1] : undefined;
			if (receiver) receivers.add(new URL(decodeHTML(receiver)).origin);
			const addresses = tag.startsWith('<img ') ? tag.match(PUBLISHED_PICTURE) : null;
			for (const address of addresses ?? []) pictures.add(copied(address));
			const cards = tag.startsWith('<meta ') ? tag.match(SHARE_CARD) : null;
			for (const address of cards ?? []) shareCards.add(copied(address));
		}
	}
	return {
		unfinished: unfinished.sort(),
		brokenLinks: links.findBroken(folder, files),
		styleHashes,
		formReceivers: [...receivers].sort(),
		pictures: [...pictures].sort(),
		shareCards: [...shareCards].sort(),
	};
}
