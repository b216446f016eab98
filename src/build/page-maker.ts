import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../files/folders.ts';

/** What pages are made by, besides what each is made of. Where one is missing, no page hangs on it. */
const MADE_BY = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

const filesIn = (path: string): string[] =>
	statSync(path).isDirectory()
		? readdirSync(path)
				.sort()
				.flatMap((name) => filesIn(join(path, name)))
		: [path];

/** The texts that are code: what they import decides which style sheets pages share. */
const isCode = (path: string): boolean => path.endsWith('.mdx');

/** A digest of all that makes pages: the code, its packages, Node, and what a build was told. */
export function digestOfMaker(settings: unknown): string {
	const digest = createHash('sha256').update(`${process.version} ${JSON.stringify(settings)}`);
	const files = [
		...MADE_BY.filter((path) => existsSync(path)).flatMap(filesIn),
		...filesIn(contentFolder).filter(isCode),
	];
	for (const file of files) {
		const bytes = readFileSync(file);
		digest.update(`\0${file} ${bytes.length}\0`).update(bytes);
	}
	return digest.digest('hex');
}
