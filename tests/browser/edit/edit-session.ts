import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import type { EditingMode } from '../../../src/editor/local-back-end.ts';
import type { CollectionName } from '../../../src/schemas/collections.ts';
import { allEntries, layDesk, type Desk } from './desk.ts';
import { logIn, type Editor } from './form.ts';

/** An editor at work on a copy of the content. */
export interface EditSession {
	editor: Editor;
	/** The copy: a folder named content. */
	folder: string;
	/** The text of a file of the copy, by its path; undefined if there is none. */
	read: (path: string) => string | undefined;
	/** The names of the files of a collection. */
	filesOf: (collection: CollectionName) => string[];
}

/** Lays a desk with all content, and logs in, for all tests of a file. */
export function useEditor(mode: EditingMode = 'fs'): EditSession {
	const session: Partial<EditSession> = {};
	let desk: Desk | undefined;
	let browser: Browser | undefined;
	beforeAll(async () => {
		desk = await layDesk(inject('siteFolder'), mode, {}, allEntries);
		const { address, root, read } = desk;
		const has = (path: string) => existsSync(join(root, 'content', path));
		browser = await chromium.connect(inject('browserAddress'));
		const page = await browser.newPage();
		page.setDefaultTimeout(30_000);
		Object.assign(session, {
			editor: await logIn(page, address),
			folder: join(root, 'content'),
			read: (path) => (has(path) ? read(`content/${path}`) : undefined),
			filesOf: (collection) => (has(collection) ? readdirSync(join(root, 'content', collection)).sort() : []),
		} satisfies EditSession);
	});
	afterAll(async () => {
		await browser?.close();
		desk?.close();
	});
	return session as EditSession;
}
