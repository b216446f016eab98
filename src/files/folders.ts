import { relative, resolve } from 'node:path';

/** What a variable of the environment says; one that is empty says nothing. */
export const given = (variable: string): string | undefined =>
	process.env[variable] === '' ? undefined : process.env[variable];

/** The folder that a variable of the environment names, or one of this project. */
export const folderIn = (variable: string, standard: string): string => resolve(given(variable) ?? standard);

/** The folder with the content: `CONTENT_DIR`, or content/ of this project. */
export const contentFolder = folderIn('CONTENT_DIR', 'content');

/**
 * The folder for built pages at a path. Throws if it holds the working folder: a build empties what it builds into.
 */
export function safeOutFolder(folder: string): string {
	const way = relative(folder, process.cwd());
	if (way === '' || !/^(?:\.\.(?:[/\\]|$)|[A-Za-z]:)/.test(way)) {
		throw new Error(
			`OUT_DIR is ${folder}, which a build would empty with all that is in it. Name a folder of its own.`,
		);
	}
	return folder;
}

/** The folder that the built site goes to: `OUT_DIR`, or dist/. */
export const outFolder = safeOutFolder(folderIn('OUT_DIR', 'dist'));

/** The folder of this project that a build writes to, until all of it stands. */
export const buildFolder = resolve('.astro/building');
