import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What the build has to know about its own pages. */
export interface BuiltPages {
	/** Pages that did not render to their end; Astro logs these and goes on. */
	broken: string[];
	/** SHA-256 of every inline style sheet, base64, sorted. */
	styleHashes: string[];
}

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** Reads every HTML file of a built site once. */
export function inspectPages(folder: string): BuiltPages {
	const broken: string[] = [];
	const styles = new Set<string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
		const path = join(entry.parentPath, entry.name);
		const html = readFileSync(path, 'utf8');
		if (!html.trimEnd().endsWith('</html>') || !html.includes('<h1')) broken.push(relative(folder, path));
		for (const [, style = ''] of html.matchAll(STYLE)) styles.add(style);
	}
	return {
		broken: broken.sort(),
		styleHashes: [...styles].map((style) => createHash('sha256').update(style).digest('base64')).sort(),
	};
}
