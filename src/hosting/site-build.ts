import type { AstroIntegration } from 'astro';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '../reading/folders.ts';
import { readContent } from '../reading/read-content.ts';
import { collections, type Collection, type CollectionName } from '../schemas/collections.ts';
import { inspectPages } from './built-pages.ts';
import { contentSecurityPolicy } from './policy.ts';

/** One line per former slug: `/clusters/old/ /clusters/new/ 301`. */
function formatRedirects(): string {
	const { entries } = readContent(contentFolder);
	return (Object.keys(collections) as CollectionName[])
		.flatMap((name) => {
			const { address }: Collection = collections[name];
			if (!address) return [];
			return entries[name].flatMap(({ id, data }) =>
				('aliases' in data ? (data.aliases ?? []) : []).map((alias) => `${address(alias)} ${address(id)} 301\n`),
			);
		})
		.join('');
}

/**
 * What a build does after the pages: refuses pages that broke off or link to nowhere, and writes for the host the policy with the
 * hashes of the CSS in the pages (`_headers`) and the redirects from former slugs (`_redirects`).
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
				writeFileSync(
					join(folder, '_headers'),
					`/*\n  Content-Security-Policy: ${contentSecurityPolicy(styleHashes)}\n`,
				);
				writeFileSync(join(folder, '_redirects'), formatRedirects());
			},
		},
	};
}
