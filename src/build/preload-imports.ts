import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEAD_END = '</head>';
const SCRIPT = '<script type="module" src="';
/** What a bundled script imports at once; what it imports on demand stands in brackets. */
const IMPORT = /\b(?:import|from)\s*["']\.\/([^"']+)["']/g;

/**
 * Has pages name what their scripts import, so that all of it is fetched together and not one after the other has come.
 * `folder` is where the scripts lie.
 */
export function preloadImports(folder: string): (html: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> {
	const known = new Map<string, readonly string[]>();
	/** A script and all that it imports. */
	const withImports = (script: string): readonly string[] => {
		const before = known.get(script);
		if (before) return before;
		const base = script.slice(0, script.lastIndexOf('/') + 1);
		const imports = [...readFileSync(join(folder, script), 'utf8').matchAll(IMPORT)].map(
			([, name = '']) => base + name,
		);
		const all = [...new Set([script, ...imports.flatMap(withImports)])];
		known.set(script, all);
		return all;
	};
	return (html) => {
		const end = html.indexOf(HEAD_END);
		const scripts: string[] = [];
		for (let at = html.indexOf(SCRIPT); at >= 0; at = html.indexOf(SCRIPT, at + 1)) {
			const start = at + SCRIPT.length;
			scripts.push(html.toString('utf8', start, html.indexOf('"', start)));
		}
		const imports = new Set(scripts.flatMap(withImports)).difference(new Set(scripts));
		if (end < 0 || imports.size === 0) return html;
		const links = [...imports].map((script) => `<link rel="modulepreload" href="${script}">`).join('');
		return Buffer.concat([html.subarray(0, end), Buffer.from(links), html.subarray(end)]);
	};
}
