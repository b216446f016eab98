import { parseHTML } from 'linkedom';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installPeer } from './install-peer.ts';
import { measure } from './measure.ts';

/** The newest of the day it was chosen, with the Astro that the site is built with. */
export const STARLIGHT = '0.42.4';

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [starlight({ title: 'Social Economy Clusters' })] });
`;
const COLLECTION = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const inMarkdown = (text: string) =>
	text
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');

/** The words of a page of the site as Markdown: its title, headings, paragraphs and lists. */
function markdownOf(html: string): string {
	const main = parseHTML(html).document.querySelector('main');
	const title = main?.querySelector('h1')?.textContent.trim() ?? '';
	const parts = [...(main?.querySelectorAll('h2, h3, p, li, dt, dd, td, th, label') ?? [])].flatMap((part) => {
		const text = inMarkdown(part.textContent);
		// What holds other parts says what they say.
		if (!text || part.querySelector('p, li, label, h2, h3')) return [];
		const mark = { H2: '## ', H3: '### ', LI: '- ', LABEL: '- ' }[part.tagName] ?? '';
		return [mark + text];
	});
	return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${parts.join('\n\n')}\n`;
}

/** Builds pages of the site with Starlight, which shows the same words at the same addresses, and answers the folder. */
export function buildStarlight(site: string, addresses: readonly string[]): string {
	const { version } = JSON.parse(readFileSync('node_modules/astro/package.json', 'utf8')) as { version: string };
	const folder = installPeer('starlight', [`@astrojs/starlight@${STARLIGHT}`, `astro@${version}`]);
	const docs = join(folder, 'src/content/docs');
	rmSync(docs, { recursive: true, force: true });
	mkdirSync(docs, { recursive: true });
	writeFileSync(join(folder, 'astro.config.mjs'), CONFIG);
	writeFileSync(join(folder, 'src/content.config.ts'), COLLECTION);
	for (const address of addresses) {
		const file = join(docs, address, 'index.md');
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, markdownOf(readFileSync(join(site, address, 'index.html'), 'utf8')));
	}
	measure(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], { cwd: folder });
	return join(folder, 'dist');
}
