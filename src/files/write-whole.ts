import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';

/** The end of a file that is being written; it gets its name when it is whole. */
const UNFINISHED = '.unfinished';
const LONGEST_WRITE_IN_MS = 60_000;

/** A file as it is to be, with who may read it if it is new. */
export interface NewFile {
	path: string;
	content: string | Uint8Array;
	mode?: number;
}

/** Where a file is written before it gets its name: hidden, so that nobody takes it for an entry, and of this process alone. */
export const unfinishedOf = (path: string): string =>
	join(dirname(path), `.${basename(path)}.${process.pid}${UNFINISHED}`);

async function keep(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/**
 * Writes files that are there whole or not at all, whatever happens to the process, the disk or the machine: none gets
 * its name before all of them are on the disk. Throws if they do not fit; then all is as it was.
 */
export async function writeWhole(files: readonly NewFile[]): Promise<void> {
	// Through a link to the file that it leads to, which stays a link.
	const begun = files.map((file) => {
		const path = existsSync(file.path) ? realpathSync(file.path) : file.path;
		return { ...file, path, unfinished: unfinishedOf(path) };
	});
	try {
		for (const { path, unfinished, content, mode } of begun) {
			const known = statSync(path, { throwIfNoEntry: false })?.mode;
			await writeFile(unfinished, content, { flush: true, ...(mode === undefined ? {} : { mode }) });
			if (known !== undefined) chmodSync(unfinished, known);
		}
	} catch (error) {
		await Promise.all(begun.map(({ unfinished }) => rm(unfinished, { force: true })));
		throw error;
	}
	for (const { path, unfinished } of begun) await rename(unfinished, path);
	// Windows opens no folders, and keeps names by itself.
	if (process.platform === 'win32') return;
	for (const folder of new Set(begun.map(({ path }) => dirname(path)))) await keep(folder);
}

/** Makes the folders that files are to lie in. */
export function makeFolders(files: readonly NewFile[], mode?: number): void {
	for (const { path } of files) mkdirSync(dirname(path), { recursive: true, ...(mode === undefined ? {} : { mode }) });
}

/** Removes from a folder, and the folders in it, what was begun by a process that was stopped before it was done. */
export function removeUnfinished(folder: string): void {
	for (const name of namesIn(folder, true).filter((found) => found.endsWith(UNFINISHED))) {
		const file = join(folder, name);
		const begun = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		if (Date.now() - begun > LONGEST_WRITE_IN_MS) rmSync(file, { force: true });
	}
}

/** The names in a folder; none if it is not there. Recursive, the paths of all that lies in it. */
export function namesIn(folder: string, recursive = false): string[] {
	try {
		return readdirSync(folder, { recursive, encoding: 'utf8' });
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		throw error;
	}
}
