import { parseHTML } from 'linkedom';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inject } from 'vitest';
import { EMBED_FOLDER } from '../../src/model/embeds.ts';
import { CARDS_FOLDER } from '../../src/search/cards.ts';

/** A page of the built site. */
export interface BuiltPage {
	/** Address on the site: `/clusters/act-group/`. */
	path: string;
	file: string;
	html: string;
	document: Document;
}

/** The files of a folder, as paths from it with forward slashes, sorted. */
export const filesOf = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();

/** Parts of pages that scripts take cards from, what other sites show, and the editor, which is no page for readers. */
const isNoPage = (file: string) =>
	`/${file}`.startsWith(CARDS_FOLDER) || file.startsWith('admin/') || file.startsWith(`${EMBED_FOLDER}/`);

/** The pages of a built site that readers see. */
export const pagesOf = (folder: string): BuiltPage[] =>
	filesOf(folder)
		.filter((file) => file.endsWith('.html') && !isNoPage(file))
		.map((file) => {
			const html = readFileSync(join(folder, file), 'utf8');
			const { document } = parseHTML(html) as unknown as { document: Document };
			return { path: `/${file.replace(/index\.html$/, '')}`, file, html, document };
		});

/** The pages built from the real content. */
export const realPages = (): BuiltPage[] => pagesOf(inject('siteFolder'));

/** Visible text of a part of a page, blanks folded. */
export const textOf = (element: Element | null | undefined): string =>
	(element?.textContent ?? '').replace(/\s+/g, ' ').trim();
