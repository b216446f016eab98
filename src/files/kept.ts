import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { unfinishedOf } from './write-whole.ts';

/** A folder of what took time to make, by names that tell all that it was made from. */
export interface Kept {
	/** Puts a file there, whole or not at all: several builds may do so at once. */
	keep: (name: string, content: string | Uint8Array) => void;
	/** What was kept under a name, or undefined. */
	kept: (name: string) => Buffer | undefined;
	/** Keeps a value, which has to be data alone, with the key of what it was made of. */
	keepValue: (name: string, key: string, value: unknown) => void;
	/** The value that was kept under a name with this key; undefined if there is none, or it is spoiled. */
	keptValue: (name: string, key: string) => unknown;
}

/**
 * The key of what something is made of: another one as soon as anything in it is different. Throws if it is no data,
 * such as a function, of which nobody can tell whether it is the same.
 */
export const keyOf = (madeOf: unknown): string => hash('sha256', serialize(madeOf), 'base64url');

const SHA256_BYTES = 32;

/** Tells whether a value is the one that was kept with a key, and whole. */
const sealOf = (key: string, bytes: Uint8Array): Buffer => createHash('sha256').update(key).update(bytes).digest();

/** The folder of this name in the cache, or at this path, which anybody may delete. */
export function keptIn(folder: string): Kept {
	const cache = resolve('node_modules/.cache', folder);
	const keep: Kept['keep'] = (name, content) => {
		mkdirSync(cache, { recursive: true });
		const path = join(cache, name);
		const unfinished = unfinishedOf(path);
		try {
			writeFileSync(unfinished, content);
			renameSync(unfinished, path);
		} catch (error) {
			rmSync(unfinished, { force: true });
			throw error;
		}
	};
	const kept: Kept['kept'] = (name) => {
		const path = join(cache, name);
		return existsSync(path) ? readFileSync(path) : undefined;
	};
	return {
		keep,
		kept,
		keepValue(name, key, value) {
			const bytes = serialize(value);
			try {
				keep(name, Buffer.concat([sealOf(key, bytes), bytes]));
			} catch {
				// Such as a full disk: it is made again next time.
				rmSync(join(cache, name), { force: true });
			}
		},
		keptValue(name, key) {
			try {
				const file = kept(name) ?? Buffer.alloc(0);
				const bytes = file.subarray(SHA256_BYTES);
				const isSame = sealOf(key, bytes).equals(file.subarray(0, SHA256_BYTES));
				return isSame ? (deserialize(bytes) as unknown) : undefined;
			} catch {
				return undefined;
			}
		},
	};
}

/** The version of a package, without loading it. */
export const versionOf = (name: string): string =>
	// The file belongs to the package and has a version.
	(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
