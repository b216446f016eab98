import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A folder of what took time to make, by names that tell all that it was made from. */
export interface Kept {
	/** Puts a file there, whole or not at all: several builds may do so at once. */
	keep: (name: string, content: string | Uint8Array) => void;
	/** What was kept under a name, or undefined. */
	kept: (name: string) => Buffer | undefined;
}

/** The folder of this name in the cache, which anybody may delete. */
export function keptIn(folder: string): Kept {
	const cache = resolve('node_modules/.cache', folder);
	return {
		keep(name, content) {
			mkdirSync(cache, { recursive: true });
			const path = join(cache, name);
			const unfinished = `${path}.${process.pid}`;
			writeFileSync(unfinished, content);
			renameSync(unfinished, path);
		},
		kept(name) {
			const path = join(cache, name);
			return existsSync(path) ? readFileSync(path) : undefined;
		},
	};
}

/** The version of a package, without loading it. */
export const versionOf = (name: string): string =>
	// The file belongs to the package and has a version.
	(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
