import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { localEditing } from '../../../src/hosting/local-editing.ts';
import { serveSite } from '../../../src/hosting/serve.ts';
import type { CollectionName } from '../../../src/schemas/collections.ts';
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

/** Serves the built site with a copy of the content to edit, and logs in, for all tests of a file. */
export function useEditor(): EditSession {
	const root = mkdtempSync(join(tmpdir(), 'edit-'));
	const folder = join(root, 'content');
	const session: Partial<EditSession> & Omit<EditSession, 'editor'> = {
		folder,
		read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
		filesOf: (collection) => (existsSync(join(folder, collection)) ? readdirSync(join(folder, collection)).sort() : []),
	};
	let server: Server | undefined;
	let browser: Browser | undefined;
	beforeAll(async () => {
		cpSync('content', folder, { recursive: true });
		const served = await serveSite(inject('siteFolder'), 0, localEditing({ folder, mode: 'fs' }));
		({ server } = served);
		browser = await chromium.connect(inject('browserAddress'));
		const page = await browser.newPage();
		page.setDefaultTimeout(30_000);
		session.editor = await logIn(page, served.address);
	});
	afterAll(async () => {
		await browser?.close();
		server?.closeAllConnections();
		server?.close();
		rmSync(root, { recursive: true, force: true });
	});
	return session as EditSession;
}
