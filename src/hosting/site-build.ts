import type { AstroIntegration } from 'astro';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectPages } from './built-pages.ts';
import { contentSecurityPolicy } from './policy.ts';

/**
 * What a build does after the pages: refuses pages that broke off or link to nowhere, and writes for the
 * host the policy with the hashes of the CSS in the pages (`_headers`).
 */
export function siteBuild(): AstroIntegration {
	return {
		name: 'site-build',
		hooks: {
			'astro:build:done': ({ dir }) => {
				const folder = fileURLToPath(dir);
				const { broken, deadLinks, styleHashes } = inspectPages(folder);
				if (broken.length > 0) {
					throw new Error(
						`These pages did not render to their end; the log above says why:\n${broken.map((page) => `  ${page}`).join('\n')}`,
					);
				}
				if (deadLinks.length > 0) {
					throw new Error(
						`These links of this site lead nowhere; correct them in content/ or src/:\n${deadLinks.map(({ address, page }) => `  ${address} (linked from ${page})`).join('\n')}`,
					);
				}
				if (!existsSync(join(folder, 'pagefind/pagefind-entry.json'))) {
					throw new Error(
						'The search index is missing; Astro thought that it was developing. Build with NODE_ENV=production and without DEV in the environment.',
					);
				}
				writeFileSync(
					join(folder, '_headers'),
					`/*\n  Content-Security-Policy: ${contentSecurityPolicy(styleHashes)}\n`,
				);
			},
		},
	};
}
