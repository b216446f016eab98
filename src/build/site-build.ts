import type { AstroIntegration } from 'astro';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenBackend, ownServers } from '../editor/chosen-backend.ts';
import { contentFolder } from '../files/folders.ts';
import { readSettings } from '../files/read-content.ts';
import { findReceiver } from '../forms/form-receivers.ts';
import { checkBuiltPages, type BuiltPages } from './check-built-pages.ts';
import { contentSecurityPolicy, editorSecurityPolicy, hostsOf } from './content-security-policy.ts';
import { publishPictures } from './publish-pictures.ts';

const NO_RECEIVER =
	'Forms are left out, because nobody is known to receive them here: the pages name the mailbox instead. Netlify receives what it builds itself; npm start receives on this machine; another receiver is chosen in the settings (docs/hosting.md).';

const EDITOR = 'admin';
/** Of the empty style element that Decap’s styling fills, and of the style sheet of its toasts. */
const EDITOR_STYLE_HASHES = [
	'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
	'4qb+qTjZ8vb8co1YZpMNDeX7tJSzzRBt6uIroh6K5K8=',
];

/**
 * The headers that differ between the editor and all other pages. A host may merge rules that match the same
 * address, so each address is matched by one: pages by their first folder, and no rule for everything.
 */
function headersFor(folder: string, { styleHashes, formReceivers }: BuiltPages): string {
	const rule = (path: string, policy: string, openers: string) =>
		`${path}\n  Content-Security-Policy: ${policy}\n  Cross-Origin-Opener-Policy: ${openers}\n`;
	const reading = contentSecurityPolicy(styleHashes, formReceivers);
	const editing = editorSecurityPolicy(
		[...EDITOR_STYLE_HASHES, ...styleHashes],
		hostsOf(chosenBackend('').name, ownServers()),
	);
	const paths = readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => name !== EDITOR && !name.startsWith('_'))
		.map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
		.sort();
	return [
		...['/', ...paths].map((path) => rule(path, reading, 'same-origin')),
		// The log-in is a window that answers the one that opened it.
		rule(`/${EDITOR}/*`, editing, 'same-origin-allow-popups'),
	].join('');
}

/** Writes the policy into the page that stands for addresses that do not exist: no rule for headers matches them. */
function bringPolicyAlong(file: string, policy: string): void {
	// A browser heeds who may frame a page in a header alone; X-Frame-Options says it everywhere.
	const inPage = policy.replace("frame-ancestors 'none'; ", '');
	const html = readFileSync(file, 'utf8');
	const charset = '<meta charset="utf-8">';
	if (!html.includes(charset)) throw new Error(`${file} has no ${charset}, after which the policy goes.`);
	const along = `<meta http-equiv="Content-Security-Policy" content="${inPage}">`;
	writeFileSync(file, html.replace(charset, `${charset}${along}`));
}

/**
 * What a build does after the pages: refuses pages that broke off or link to nowhere, makes the pictures that pages
 * show, and writes for the host the policy with the hashes of the CSS in the pages (`_headers`).
 */
export function siteBuild(): AstroIntegration {
	return {
		name: 'site-build',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const pages = checkBuiltPages(folder);
				const { unfinished, brokenLinks } = pages;
				if (unfinished.length > 0) {
					throw new Error(
						`These pages did not render to their end; the log above says why:\n${unfinished.map((page) => `  ${page}`).join('\n')}`,
					);
				}
				if (brokenLinks.length > 0) {
					throw new Error(
						`These links of this site lead nowhere; correct them in content/ or src/:\n${brokenLinks.map(({ address, page }) => `  ${address} (linked from ${page})`).join('\n')}`,
					);
				}
				if (!existsSync(join(folder, 'pagefind/pagefind-entry.json'))) {
					throw new Error(
						'The search index is missing; Astro thought that it was developing. Build with NODE_ENV=production and without DEV in the environment.',
					);
				}
				await publishPictures(folder, pages.pictures);
				if (!findReceiver(readSettings(contentFolder), process.env)) logger.warn(NO_RECEIVER);
				writeFileSync(join(folder, '_headers'), headersFor(folder, pages));
				bringPolicyAlong(join(folder, '404.html'), contentSecurityPolicy(pages.styleHashes));
			},
		},
	};
}
