import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem } from '../../src/files/problem.ts';
import { readContent, type ReadContent } from '../../src/files/read-content.ts';
import { fileOf, LAST_DAY } from '../entries.ts';

/** Files by their path in the content folder; a path that ends with a slash is an empty folder. */
export type Files = Record<string, string | Uint8Array>;

/** The settings that every content folder must have. */
export const settings: Files = { 'site/settings.yaml': fileOf('site') };

/** Writes a content folder, reads it and removes it. Links lead from a path in it to a file beside it. */
export function readFiles(files: Files, links: Record<string, string> = {}, today = LAST_DAY): ReadContent {
	const root = mkdtempSync(join(tmpdir(), 'content-'));
	const content = join(root, 'content');
	try {
		mkdirSync(content);
		for (const [path, text] of Object.entries(files)) {
			const target = join(content, path);
			mkdirSync(path.endsWith('/') ? target : dirname(target), { recursive: true });
			if (!path.endsWith('/')) writeFileSync(target, text);
		}
		for (const [path, beside] of Object.entries(links)) {
			writeFileSync(join(root, beside), 'outside');
			mkdirSync(dirname(join(content, path)), { recursive: true });
			symlinkSync(join(root, beside), join(content, path));
		}
		return readContent(content, today);
	} finally {
		rmSync(root, { recursive: true });
	}
}

/** What an editor reads about a content folder that has its settings. */
export const messagesIn = (files: Files, links: Record<string, string> = {}): string[] =>
	readFiles({ ...settings, ...files }, links).problems.map(formatProblem);
