import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the build has to know about its own pages. */
export interface BuiltPages {
	/** Pages that did not render to their end; Astro logs these and goes on. */
	broken: string[];
	/** Addresses of this site that some page links to and that do not exist, each with the first such page. */
	deadLinks: { address: string; page: string }[];
	/** SHA-256 of every inline style sheet, base64, sorted. */
	styleHashes: string[];
}

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** A link within the site, up to its query or anchor. */
const OWN_LINK = /\shref="(\/(?!\/)[^"#?]*)/g;

function isDecodable(address: string): boolean {
	try {
		decodeURI(address);
		return true;
	} catch {
		return false;
	}
}

/** Reads every HTML file of a built site once. */
export function inspectPages(folder: string): BuiltPages {
	const broken: string[] = [];
	const styles = new Set<string>();
	const links = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
		const path = join(entry.parentPath, entry.name);
		const page = relative(folder, path);
		const html = readFileSync(path, 'utf8');
		if (!html.trimEnd().endsWith('</html>') || !html.includes('<h1')) broken.push(page);
		for (const [, style = ''] of html.matchAll(STYLE)) styles.add(style);
		for (const [, address = ''] of html.matchAll(OWN_LINK)) if (!links.has(address)) links.set(address, page);
	}
	const exists = (address: string) =>
		isDecodable(address) && existsSync(join(folder, decodeURI(address), address.endsWith('/') ? 'index.html' : ''));
	return {
		broken: broken.sort(),
		deadLinks: [...links].flatMap(([address, page]) => (exists(address) ? [] : [{ address, page }])),
		styleHashes: [...styles].map((style) => createHash('sha256').update(style).digest('base64')).sort(),
	};
}
