import type { Plugin } from 'vite';

/** Parts of Decap that the editor never reaches, and what stands in for them. */
const parts: [path: RegExp, code: string][] = [
	// Checks the configuration with code made from text, which the policy blocks. A test does it instead.
	[/decap-cms-core\/dist\/esm\/constants\/configSchema\.js$/, 'export function validateConfig() {}'],
	// Entries are Markdown or YAML.
	[/decap-cms-core\/dist\/esm\/formats\/toml\.js$/, 'export default {};'],
	// Would run JavaScript that stands in front matter. Every collection has a format of its own.
	[/node_modules\/gray-matter\/index\.js$/, 'export default function matter() { throw new Error("not in use"); }'],
];

const NO_WEBP = '\0no-webp';

/** Leaves parts of Decap out of the bundle. */
export const leanDecap = (): Plugin => ({
	name: 'lean-decap',
	enforce: 'pre',
	load(id) {
		if (id === NO_WEBP) return 'export {};';
		return parts.find(([path]) => path.test(id.split('?')[0] ?? ''))?.[1];
	},
	resolveId(id) {
		// Pictures are uploaded as they are; turning them into WebP here would bring 800 kB of WebAssembly.
		return id === '@jsquash/webp' ? NO_WEBP : undefined;
	},
});
