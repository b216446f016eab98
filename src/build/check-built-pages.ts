import { decodeHTML } from 'entities';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CARDS_FOLDER } from '../search/cards.ts';

/** What the build has to know about its own pages. */
export interface BuiltPages {
	/** Pages that did not render to their end; Astro logs these and goes on. */
	broken: string[];
	/** Addresses of this site, with their anchors, that a page links to and that do not exist; each with the first such page. */
	deadLinks: { address: string; page: string }[];
	/** SHA-256 of every inline style sheet, base64, sorted. */
	styleHashes: string[];
	/** The origins of other hosts that forms are sent to, sorted. */
	formReceivers: string[];
}

/** A tag with its attributes, or a whole style sheet. Quoted values may hold < and >. */
const TAG = /<(style)(?:\s(?:[^>"]|"[^"]*")*)?>([\s\S]*?)<\/style>|<[a-z][a-z0-9]*(?:\s(?:[^>"]|"[^"]*")*)?>/gi;
const LINK = /\shref="([^"]*)"/;
const RECEIVER = /\saction="(https?:[^"]*)"/;
const ID = /\sid="([^"]*)"/;

/** Addresses that lead on to where an entry is now. */
const readFormerAddresses = (file: string): Set<string> =>
	new Set(
		existsSync(file)
			? readFileSync(file, 'utf8')
					.split('\n')
					.map((row) => row.split(' ')[0] ?? '')
			: [],
	);

/** Reads every HTML file of a built site once. */
export function inspectPages(folder: string): BuiltPages {
	const broken: string[] = [];
	const styles = new Set<string>();
	const receivers = new Set<string>();
	const links = new Map<string, string>();
	const ids = new Map<string, Set<string>>();
	const files = new Set<string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const page = relative(folder, file).split(sep).join('/');
		files.add(`/${page}`);
		if (!page.endsWith('.html')) continue;
		const path = `/${page.replace(/index\.html$/, '')}`;
		const own = new Set<string>();
		const html = readFileSync(file, 'utf8');
		const isWhole = path.startsWith(CARDS_FOLDER)
			? html.trimEnd().endsWith('</article>')
			: html.trimEnd().endsWith('</html>') && html.includes('<h1');
		if (!isWhole) broken.push(page);
		for (const [tag, style, sheet = ''] of html.matchAll(TAG)) {
			if (style) {
				styles.add(sheet);
				continue;
			}
			const receiver = tag.startsWith('<form ') ? RECEIVER.exec(tag)?.[1] : undefined;
			if (receiver) receivers.add(new URL(decodeHTML(receiver)).origin);
			const id = ID.exec(tag)?.[1];
			if (id) own.add(id);
			const link = tag.startsWith('<a ') ? LINK.exec(tag)?.[1] : undefined;
			if (link?.startsWith('#')) links.set(`${path}${link}`, page);
			else if (link && /^\/(?!\/)/.test(link) && !links.has(link)) links.set(link, page);
		}
		ids.set(`/${page}`, own);
	}
	const formerAddresses = readFormerAddresses(join(folder, '_redirects'));
	const exists = (link: string) => {
		try {
			const { pathname, hash } = new URL(decodeHTML(link), 'https://site.example');
			const path = decodeURI(pathname);
			const target = path.endsWith('/') ? `${path}index.html` : path;
			if (formerAddresses.has(path)) return true;
			return files.has(target) && (hash.length < 2 || ids.get(target)?.has(decodeURIComponent(hash.slice(1))) === true);
		} catch (error) {
			// A percent sign that escapes nothing.
			if (error instanceof URIError || error instanceof TypeError) return false;
			throw error;
		}
	};
	return {
		broken: broken.sort(),
		deadLinks: [...links].flatMap(([address, page]) => (exists(address) ? [] : [{ address, page }])),
		styleHashes: [...styles].map((style) => createHash('sha256').update(style).digest('base64')).sort(),
		formReceivers: [...receivers].sort(),
	};
}
