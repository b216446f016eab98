import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentFolder } from './folders.ts';
import { keptIn, keyOf } from './kept.ts';

/** Where a build leaves what the next one may take over. Anybody may delete it. */
export const LAST_BUILD_FOLDER = resolve('.astro/last-build');

/** What the last build left. */
export const lastBuild = keptIn(LAST_BUILD_FOLDER);

/** What a build is made by, besides content. What is missing counts for nothing. */
const CODE = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

const filesIn = (path: string): string[] =>
	statSync(path).isDirectory()
		? readdirSync(path)
				.sort()
				.flatMap((name) => filesIn(join(path, name)))
		: [path];

/** MDX is code: what it imports decides which style sheets pages share. */
const isMdx = (path: string): boolean => path.endsWith('.mdx');

let digest: string | undefined;

/** A digest of the code, its packages and Node: other code makes something else of the same. */
export function codeDigest(): string {
	if (digest !== undefined) return digest;
	const hash = createHash('sha256').update(process.version);
	for (const file of [
		...CODE.filter((path) => existsSync(path)).flatMap(filesIn),
		...filesIn(contentFolder).filter(isMdx),
	]) {
		const bytes = readFileSync(file);
		hash.update(`\0${file} ${bytes.length}\0`).update(bytes);
	}
	return (digest = hash.digest('hex'));
}

/**
 * What the last build made under a name, if it was made of the same by the same code. Else it is made now, and left for
 * the next build. It has to be data alone, as has what it is made of.
 */
export function takeOrMake<T>(name: string, madeOf: unknown, make: () => T): T {
	const key = keyOf([codeDigest(), madeOf]);
	// Only what was made here is kept under the key.
	const last = lastBuild.keptValue(name, key) as T | undefined;
	if (last !== undefined) return last;
	const made = make();
	lastBuild.keepValue(name, key, made);
	return made;
}
