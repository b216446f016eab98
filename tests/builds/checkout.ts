import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a build reads of this checkout, but for its packages. */
const BUILT_FROM = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content', 'public', 'src'];

/** A checkout for builds alone. */
export interface Checkout {
	folder: string;
	remove: () => void;
}

/** Copies what a build reads: two builds at once in one checkout would disturb each other in `.astro/`. */
export function copyCheckout(): Checkout {
	const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
	for (const part of BUILT_FROM) cpSync(part, join(folder, part), { recursive: true });
	// A junction is what Windows lets everybody make; elsewhere the word does nothing.
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
	return {
		folder,
		remove: () => {
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
